#include <actormap/base/text.hpp>
#include <actormap/draw/links.hpp>

#include <algorithm>

namespace actormap {

namespace {

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool hexadecimal(char c) {
    return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// RFC 3986 has no others. `'` is legal there, but it ends an attribute.
bool in_addresses(char c) {
    return letter_or_digit(c) ||
           std::string_view("-._~:/?#[]@!$&()*+,;=%").find(c) != std::string_view::npos;
}

bool is_port(std::string_view text) {
    return text.size() <= 5 && std::all_of(text.begin(), text.end(), digit);
}

bool is_host(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos || end < 3) return false;
        const std::string_view address = text.substr(1, end - 1), rest = text.substr(end + 1);
        return std::all_of(address.begin(), address.end(),
                           [](char c) { return hexadecimal(c) || c == ':' || c == '.'; }) &&
               (rest.empty() || (rest.starts_with(':') && is_port(rest.substr(1))));
    }
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos && !is_port(text.substr(colon + 1))) return false;
    const std::string_view name = text.substr(0, colon);
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return letter_or_digit(c) || c == '-' || c == '.';
    });
}

}  // namespace

bool linkable(std::string_view url) {
    if (!std::all_of(url.begin(), url.end(), in_addresses)) return false;
    const std::size_t end = url.find("://");
    if (end == std::string_view::npos) return false;
    std::string scheme(url.substr(0, end));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), ascii_lower);
    if (scheme != "http" && scheme != "https") return false;
    url.remove_prefix(end + 3);
    return is_host(url.substr(0, url.find_first_of("/?#")));
}

std::string token(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
        if (letter_or_digit(c) || c == '-') {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += {'_', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return result;
}

}  // namespace actormap
