#include <actormap/base/text.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utf8proc.h>

namespace actormap {
namespace {

/// The key of a name in ASCII, which most are.
std::string ascii_key(std::string_view text) {
    std::string key;
    for (const char c : text) {
        const bool symbol = std::string_view("$+<=>^`|~").find(c) != std::string_view::npos;
        const char lower = ascii_lower(c);
        if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || symbol) key += lower;
    }
    return key;
}

struct FreeText {
    void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

/// How many bytes from `at` are surely in ASCII: all of the next block, or one.
std::size_t ascii_run(const utf8proc_uint8_t* at, std::size_t size) {
    std::uint64_t block[4];
    if (size < sizeof block) return 1;
    std::memcpy(block, at, sizeof block);
    const std::uint64_t all = block[0] | block[1] | block[2] | block[3];
    return (all & 0x8080808080808080U) == 0 ? sizeof block : 1;
}

/// Reads one code point of `text` at `at` and moves `at` behind it; a byte that is not UTF-8
/// counts as U+FFFD.
char32_t next(std::string_view text, std::size_t& at) {
    utf8proc_int32_t code_point = 0;
    const auto read =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                         static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (read <= 0) {
        ++at;
        return U'\uFFFD';
    }
    at += static_cast<std::size_t>(read);
    return static_cast<char32_t>(code_point);
}

}  // namespace

std::string quote(std::string_view text) {
    constexpr std::size_t most = 60;
    std::string result = "'";
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == most) {
            result += "…";
            break;
        }
        const char32_t c = next(text, at);
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
        const bool control = category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
                             category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
        append_utf8(result, control ? U'?' : c);
    }
    return result += '\'';
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        if (bytes[at] < 0x80) {
            at += ascii_run(bytes + at, text.size() - at);
            continue;
        }
        utf8proc_int32_t code_point = 0;
        const auto read = utf8proc_iterate(
            bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        if (read <= 0) return at;
        at += static_cast<std::size_t>(read);
    }
    return std::nullopt;
}

void append_utf8(std::string& text, char32_t code_point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string fold_case(std::string_view text) {
    utf8proc_uint8_t* folded = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, FreeText> owner(folded);
    if (size < 0) return std::string(text);
    return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

std::string name_key(std::string_view text) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), is_ascii)) return ascii_key(text);
    utf8proc_uint8_t* folded = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    const std::unique_ptr<utf8proc_uint8_t, FreeText> owner(folded);
    if (size < 0) return {};
    const std::string_view all(reinterpret_cast<const char*>(folded),
                               static_cast<std::size_t>(size));
    std::string key;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t begin = at;
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(next(all, at)));
        const bool left_out =
            (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO) ||
            (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
            category == UTF8PROC_CATEGORY_CC;
        if (!left_out) key += all.substr(begin, at - begin);
    }
    return key;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    // Three rows of the table of distances between prefixes (Damerau's with adjacent swaps).
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    const auto least = [](const std::vector<std::size_t>& from) {
        return *std::min_element(from.begin(), from.end());
    };
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
        // Each row comes out of the two before it, none of them with fewer edits.
        if (least(above) > limit && least(before) > limit) return limit + 1;
    }
    return above[b.size()];
}

std::vector<std::string> nearest(std::string_view text,
                                 const std::vector<std::string_view>& candidates,
                                 std::size_t most) {
    constexpr std::size_t longest = 200;  // keeps the table small whatever the input
    const std::string wanted = fold_case(text);
    if (wanted.empty() || wanted.size() > longest) return {};
    const std::size_t limit = wanted.size() == 1 ? 0 : std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > wanted.size() + limit + 4) continue;
        const std::string folded = fold_case(candidate);
        // A distance is at least the difference of the lengths.
        if (folded.size() > wanted.size() + limit || wanted.size() > folded.size() + limit)
            continue;
        const std::size_t distance = edit_distance(wanted, folded, limit);
        if (distance <= limit) found.emplace_back(distance, candidate);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<std::string> result;
    for (const auto& [distance, candidate] : found) {
        if (result.size() < most) result.emplace_back(candidate);
    }
    return result;
}

std::string did_you_mean(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "; did you mean " : i + 1 == names.size() ? " or " : ", ";
        text += quote(names[i]);
    }
    return names.empty() ? text : text + '?';
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) text += separator;
        text += parts[i];
    }
    return text;
}

std::string json_string(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            (result += '\\') += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\r') {
            result += "\\r";
        } else if (c == '\t') {
            result += "\\t";
        } else if (byte < 0x20 || byte == 0x7f) {
            ((result += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
        } else {
            result += c;
        }
    }
    return result += '"';
}

}  // namespace actormap
