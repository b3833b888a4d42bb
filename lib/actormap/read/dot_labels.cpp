#include <actormap/base/error.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/dot_labels.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace actormap {
namespace {

/// A number that a character reference names, as UTF-8; nothing if it names no character.
std::string referred(std::string_view reference) {
    const bool hex = reference.starts_with('x') || reference.starts_with('X');
    if (hex) reference.remove_prefix(1);
    std::uint32_t code = 0;
    const char* const end = reference.data() + reference.size();
    const auto [last, error] = std::from_chars(reference.data(), end, code, hex ? 16 : 10);
    std::string text;
    if (error == std::errc() && last == end && code != 0 && code <= 0x10FFFF &&
        (code < 0xD800 || code > 0xDFFF))
        append_utf8(text, code);
    return text;
}

/// Text with its entities as characters, which is how Graphviz shows labels.
std::string without_entities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 4> named{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}}};
    std::string result;
    while (!text.empty()) {
        const std::size_t start = std::min(text.find('&'), text.size());
        result += text.substr(0, start);
        text.remove_prefix(start);
        const std::size_t end = text.substr(0, 12).find(';');
        std::string meant;
        if (end != std::string_view::npos) {
            const std::string_view entity = text.substr(1, end - 1);
            if (entity.starts_with('#')) meant = referred(entity.substr(1));
            for (const auto& [name, character] : named) {
                if (entity == name) meant = character;
            }
        }
        if (!meant.empty()) {
            result += meant;
            text.remove_prefix(end + 1);
        } else if (!text.empty()) {
            result += text.front();
            text.remove_prefix(1);
        }
    }
    return result;
}

}  // namespace

std::string DotLabels::shown(std::string_view written, const DotEscapes& escapes) {
    const std::string label = with_names(written, escapes);
    std::string result;
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] != '\\' || i + 1 == label.size()) {
            result += label[i];
            continue;
        }
        const char c = label[++i];
        result += c == 'n' || c == 'l' || c == 'r' ? '\n' : c;
    }
    while (result.ends_with('\n')) result.pop_back();
    return without_entities(result);
}

std::string DotLabels::with_names(std::string_view label, const DotEscapes& escapes) {
    std::string result;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const bool escaped = label[i] == '\\' && i + 1 < label.size();
        const auto escape = std::find_if(escapes.begin(), escapes.end(), [&](const auto& entry) {
            return escaped && entry.first == label[i + 1];
        });
        if (escape == escapes.end()) {
            result += label[i];
            if (escaped) result += label[++i];
            continue;
        }
        if (escape->second.size() > left_)
            throw InputError("dot-labels", {file_},
                             "the labels would be far longer than the file, by the names in "
                             "them; write them out, or shorten the names");
        left_ -= escape->second.size();
        result += escape->second;
        ++i;
    }
    return result;
}

}  // namespace actormap
