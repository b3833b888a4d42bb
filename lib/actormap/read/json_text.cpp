#include <actormap/base/text.hpp>
#include <actormap/read/json_text.hpp>

#include <algorithm>
#include <charconv>

namespace actormap {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The size of the text that begins here, its quotes included.
std::size_t text_size(std::string_view json) {
    for (std::size_t at = json.find('"', 1);; at = json.find('"', at + 1)) {
        std::size_t before = at;
        while (json[before - 1] == '\\') --before;
        if ((at - before) % 2 == 0) return at + 1;
    }
}

/// The size of the value that begins here.
std::size_t value_size(std::string_view json) {
    if (json[0] == '"') return text_size(json);
    std::size_t at = 0;
    if (json[0] != '{' && json[0] != '[') {
        while (at < json.size() && std::string_view(",]} \n\r\t").find(json[at]) == json.npos) ++at;
        return at;
    }
    std::size_t depth = 0;
    do {
        const char c = json[at];
        if (c == '"') {
            at += text_size(json.substr(at));
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        ++at;
    } while (depth != 0);
    return at;
}

std::uint32_t hex4(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + 4, value, 16);
    return value;
}

/// Reads the escape behind a backslash and says how long it is.
std::size_t append_escape(std::string& to, std::string_view rest) {
    constexpr std::string_view letters = "bfnrt", meant = "\b\f\n\r\t";
    if (const std::size_t at = letters.find(rest[0]); at != std::string_view::npos) {
        to += meant[at];
        return 1;
    }
    if (rest[0] != 'u') {
        to += rest[0];
        return 1;
    }
    const std::uint32_t unit = hex4(rest.substr(1));
    if (unit < 0xD800 || unit > 0xDFFF) {
        append_utf8(to, unit);
        return 5;
    }
    append_utf8(to, 0x10000 + ((unit - 0xD800) << 10) + (hex4(rest.substr(7)) - 0xDC00));
    return 11;
}

}  // namespace

std::string_view json_content(std::string_view json, std::string& scratch) {
    const std::string_view inside = json.substr(1, json.size() - 2);
    std::size_t escape = inside.find('\\');
    if (escape == std::string_view::npos) return inside;
    scratch.clear();
    std::size_t at = 0;
    for (; escape != std::string_view::npos; escape = inside.find('\\', at)) {
        scratch.append(inside, at, escape - at);
        at = escape + 1 + append_escape(scratch, inside.substr(escape + 1));
    }
    return scratch.append(inside, at);
}

void append_compact(std::string& to, std::string_view json) {
    std::string scratch;
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            std::size_t end = at + 1;
            bool odd = false;
            for (; json[end] != '"'; ++end) {
                if (json[end] != '\\' && json[end] != '\x7f') continue;
                odd = true;
                end += json[end] == '\\' ? 1u : 0u;
            }
            const std::string_view text = json.substr(at, end + 1 - at);
            if (odd)
                to += json_string(json_content(text, scratch));
            else
                to += text;
            at = end + 1;
        } else if (c == '-' && json.substr(at).starts_with("-0") &&
                   value_size(json.substr(at)) == 2) {
            to += '0';  // an integer, and there is one zero only
            at += 2;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const std::size_t size = value_size(json.substr(at));
            to += json.substr(at, size);
            at += size;
        } else {
            if (!is_blank(c)) to += c;
            ++at;
        }
    }
}

bool JsonWalk::at_item() {
    while (is_blank(rest_[0]) || rest_[0] == ',') rest_.remove_prefix(1);
    return rest_[0] != ']' && rest_[0] != '}';
}

std::optional<std::string_view> JsonWalk::next_item() {
    if (!at_item()) return std::nullopt;
    const std::string_view item = rest_.substr(0, value_size(rest_));
    rest_.remove_prefix(item.size());
    return item;
}

std::optional<JsonWalk::Member> JsonWalk::next_member() {
    if (!at_item()) return std::nullopt;
    Member member;
    member.name = rest_.substr(0, text_size(rest_));
    rest_.remove_prefix(member.name.size());
    while (is_blank(rest_[0]) || rest_[0] == ':') rest_.remove_prefix(1);
    member.value = rest_.substr(0, value_size(rest_));
    rest_.remove_prefix(member.value.size());
    return member;
}

std::string_view find_json_member(std::string_view object, std::string_view name) {
    std::string scratch;
    JsonWalk walk(object);
    while (const auto member = walk.next_member()) {
        if (json_content(member->name, scratch) == name) return member->value;
    }
    return {};
}

}  // namespace actormap
