#include <actormap/base/text.hpp>
#include <actormap/model/source_id.hpp>

#include <cstdint>

namespace actormap {
namespace {

constexpr std::size_t longest_id = 500;  // see is_id in read/fields.hpp

/// FNV-1a, 64 bits, as 16 hexadecimal digits.
std::string hash(std::string_view text) {
    std::uint64_t value = 14695981039346656037u;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211u;
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4)
        *digit = "0123456789abcdef"[value & 15];
    return digits;
}

}  // namespace

std::string without_controls(std::string_view text) {
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte < 0x20 || byte == 0x7f) result[i] = '?';
        const bool c1 = byte == 0xC2 && i + 1 < result.size() &&
                        static_cast<unsigned char>(result[i + 1]) < 0xA0;
        if (c1) result.replace(i, 2, "?");
    }
    for (auto bad = find_invalid_utf8(result); bad; bad = find_invalid_utf8(result))
        result[*bad] = '?';
    return result;
}

std::string source_id(std::string_view publisher, std::string_view title, std::string_view url) {
    std::string whole(url);
    if (url.empty()) {
        whole = publisher;
        if (!title.empty()) (whole += ": ") += title;
    }
    std::string id = without_controls(whole);
    if (id.size() <= longest_id) return id;
    std::size_t end = longest_id - 20;
    while ((static_cast<unsigned char>(id[end]) & 0xC0) == 0x80) --end;  // between code points
    return id.substr(0, end) + "..." + hash(whole);
}

}  // namespace actormap
