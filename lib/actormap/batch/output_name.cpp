#include <actormap/base/text.hpp>
#include <actormap/batch/output_name.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace actormap {
namespace {

constexpr std::size_t longest_suffix = 64;
constexpr std::size_t longest = 200;  // bytes of a part, out of the 255 that file systems take
constexpr std::array<std::string_view, 4> words{"id", "name", "type", "number"};

std::string nfc(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0) return "_";  // not UTF-8: a reader would have refused it
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

/// What becomes of a code point: itself, "-", "_", or nothing.
void append_safe(std::string& to, utf8proc_int32_t code, std::string_view bytes) {
    constexpr std::string_view separators = "/\\:*?\"<>|{}";
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            to += '-';
            return;
        case UTF8PROC_CATEGORY_CF:  // invisible, or changes the direction of what follows
            return;
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN:
            to += '_';
            return;
        default:
            break;
    }
    const bool separates = bytes.size() == 1 && separators.find(bytes[0]) != std::string::npos;
    if (separates)
        to += '_';
    else
        to += bytes;
}

bool is_reserved(std::string_view part) {
    const std::string stem = fold_case(part.substr(0, part.find('.')));
    for (const std::string_view device : {"con", "prn", "aux", "nul", "conin$", "conout$"}) {
        if (stem == device) return true;
    }
    if (!stem.starts_with("com") && !stem.starts_with("lpt")) return false;
    const std::string_view number = std::string_view(stem).substr(3);
    // Superscripts count as digits there.
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\xC2\xB9" ||
           number == "\xC2\xB2" || number == "\xC2\xB3";
}

/// The text without what goes beyond the length, cut between two characters.
std::string_view cut(std::string_view text, std::size_t length) {
    if (text.size() <= length) return text;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) --length;
    return text.substr(0, length);
}

std::string_view ending_of(std::string_view part) {
    constexpr std::size_t longest_ending = 12;
    const std::size_t dot = part.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || part.size() - dot > longest_ending) return {};
    return part.substr(dot);
}

/// A part of a path with what stands in braces put in.
std::string fill(std::string_view part, const NameValues& values) {
    std::string filled;
    while (!part.empty()) {
        if (part[0] != '{') {
            filled += part[0];
            part.remove_prefix(1);
            continue;
        }
        const std::string_view word = part.substr(1, part.find('}') - 1);
        if (word == "id") filled += values.id;
        if (word == "name") filled += values.name;
        if (word == "type") filled += values.type;
        if (word == "number") filled += std::to_string(values.number);
        part.remove_prefix(word.size() + 2);
    }
    return filled;
}

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    for (std::size_t slash = 0; slash != std::string_view::npos;) {
        slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    }
    return parts;
}

std::optional<std::string> fault_in_braces(std::string_view text) {
    for (std::size_t at = 0; (at = text.find_first_of("{}", at)) != std::string_view::npos;) {
        const std::size_t end = text.find('}', at);
        const std::string_view word =
            end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
        if (text[at] == '}' || std::find(words.begin(), words.end(), word) == words.end())
            return "holds a brace that is none of {id}, {name}, {type}, {number}";
        at = end + 1;
    }
    return std::nullopt;
}

}  // namespace

std::string safe_name(std::string_view text) {
    const std::string composed = nfc(text);
    std::string safe;
    for (std::size_t at = 0; at < composed.size();) {
        utf8proc_int32_t code = 0;
        const auto size =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(composed.data()) + at,
                             static_cast<utf8proc_ssize_t>(composed.size() - at), &code);
        if (size <= 0) return "_";
        append_safe(safe, code,
                    std::string_view(composed).substr(at, static_cast<std::size_t>(size)));
        at += static_cast<std::size_t>(size);
    }
    safe = nfc(safe);  // what went may have stood between a letter and its accent
    // What is hidden, or taken for an option.
    if (safe.starts_with('.') || safe.starts_with('-')) safe[0] = '_';
    const std::string ending(ending_of(safe));
    const std::string_view stem = std::string_view(safe).substr(0, safe.size() - ending.size());
    safe = std::string(cut(stem, longest - 1 - ending.size())) + ending;  // and "_" below
    while (safe.ends_with('.')) safe.pop_back();
    if (is_reserved(safe)) safe.insert(std::min(safe.find('.'), safe.size()), "_");  // it is short
    return safe.empty() ? "_" : safe;
}

std::optional<std::string> OutputTemplate::fault(std::string_view text) {
    if (text.empty()) return "is empty; name a file";
    if (auto found = fault_in_braces(text)) return found;
    for (const std::string_view part : parts_of(text)) {
        if (part.empty() || part == "." || part == "..")
            return "leads out of the batch's folder, or has an empty part; give a path below it";
        const std::string plain = fill(part, {"i", "n", "t", 1});
        if (const std::string safe = safe_name(plain); safe != plain)
            return "has the part " + quote(part) + ", which is not safe as a file's name; " +
                   quote(safe) + " would be";
    }
    const std::string_view last = parts_of(text).back();
    if (ending_of(last).empty() || ending_of(last).find_first_of("{}") != std::string_view::npos)
        return "has no ending; give one, as .svg";
    return std::nullopt;
}

std::string OutputTemplate::path(const NameValues& values, std::string_view suffix) const {
    const std::vector<std::string_view> parts = parts_of(text_);
    std::string path;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A value may hold anything, a dot at its end too: the ending is the template's.
        const std::string_view ending =
            i + 1 == parts.size() ? ending_of(parts[i]) : std::string_view();
        const std::string_view stem = parts[i].substr(0, parts[i].size() - ending.size());
        const bool varies = stem.find('{') != std::string_view::npos;
        const std::string room =
            std::string(varies ? cut(suffix, longest_suffix) : std::string_view()) +
            std::string(ending);
        std::string name(cut(safe_name(fill(stem, values)), longest - room.size()));
        while (name.ends_with('.')) name.pop_back();
        path += (i == 0 ? "" : "/") + name + room;
    }
    return path;
}

std::string path_key(std::string_view path) {
    return fold_case(path);
}

bool stays_below(std::string_view path) {
    const std::vector<std::string_view> parts = parts_of(path);
    return !path.empty() && path.find('\0') == std::string_view::npos &&
           std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
               return part.empty() || part == "." || part == "..";
           });
}

}  // namespace actormap
