#include <actormap/graphviz/text.hpp>

#include <cstdint>
#include <optional>
#include <utf8proc.h>

namespace actormap {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// One code point, or nothing for a byte that starts none; `size` bytes long, at least 1.
struct Step {
    std::optional<std::int32_t> code;
    std::size_t size = 1;
};

Step step(std::string_view text) {
    std::int32_t code = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) return {};
    return {code, static_cast<std::size_t>(size)};
}

bool bidirectional(std::int32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0x200E || code == 0x200F || code == 0x061C;
}

bool noncharacter(std::int32_t code) {
    return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

bool separates(std::int32_t code) {
    return code == '\n' || code == '\r' || code == '\t' || code == 0x2028 || code == 0x2029;
}

std::size_t columns(const Step& at) {
    if (!at.code) return 1;
    const int width = utf8proc_charwidth(*at.code);
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

/// How many bytes of the text fit into `width` columns; at least one code point's.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t bytes = 0, used = 0;
    while (bytes < text.size()) {
        const Step at = step(text.substr(bytes));
        if (used + columns(at) > width && bytes > 0) break;
        used += columns(at);
        bytes += at.size;
    }
    return bytes;
}

/// Where to break a line of which `fit` bytes fit: after the last space; in a narrow line after a
/// joint too; if there is neither, anywhere.
std::size_t break_at(std::string_view text, std::size_t fit, bool narrow) {
    if (fit >= text.size() || text[fit] == ' ') return fit;
    const std::string_view line = text.substr(0, fit);
    const std::size_t space = line.rfind(' ');
    const bool none = space == std::string_view::npos;
    if (!narrow && !none) return space + 1;
    const std::size_t joint = line.find_last_of("-/_.");
    // A joint near the start would leave a stub of a line.
    if (joint != std::string_view::npos && joint >= fit / 3 && (none || joint > space)) {
        return joint + 1;
    }
    return none ? fit : space + 1;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::string clean_text(std::string_view text, std::size_t limit) {
    std::string clean;
    for (std::size_t count = 0; !text.empty(); ++count) {
        if (count == limit) {
            clean += ellipsis;
            break;
        }
        const Step at = step(text);
        if (at.code && separates(*at.code)) {
            clean += ' ';
        } else if (!at.code || utf8proc_category(*at.code) == UTF8PROC_CATEGORY_CC ||
                   bidirectional(*at.code) || noncharacter(*at.code)) {
            clean += replacement;
        } else {
            clean += text.substr(0, at.size);
        }
        text.remove_prefix(at.size);
    }
    return clean;
}

std::string escape_label(std::string_view clean) {
    std::string escaped;
    for (const char c : clean) {
        if (c == '\\') {
            escaped += "\\\\";
        } else if (c == '&') {
            escaped += "&amp;";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

std::string label_text(std::string_view text) {
    return escape_label(clean_text(text));
}

std::string escape_xml(std::string_view clean) {
    std::string escaped;
    for (const char c : clean) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Step at = step(text);
        width += columns(at);
        text.remove_prefix(at.size);
    }
    return width;
}

std::string shorten(std::string_view clean, std::size_t width) {
    if (text_width(clean) <= width) return std::string(clean);
    if (width <= 1) return std::string(ellipsis);
    return std::string(trimmed(clean.substr(0, fitting(clean, width - 1)))) + std::string(ellipsis);
}

std::vector<std::string> wrap(std::string_view clean, std::size_t width, std::size_t lines) {
    std::vector<std::string> wrapped;
    std::string_view rest = trimmed(clean);
    while (!rest.empty()) {
        if (wrapped.size() + 1 >= lines) {
            wrapped.push_back(shorten(rest, width));
            break;
        }
        const std::size_t end = break_at(rest, fitting(rest, width), width < 40);
        wrapped.emplace_back(trimmed(rest.substr(0, end)));
        rest = trimmed(rest.substr(end));
    }
    if (wrapped.empty()) wrapped.emplace_back();
    return wrapped;
}

std::string label_lines(const std::vector<std::string>& lines, std::string_view end) {
    std::string label;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        label += escape_label(lines[i]);
        if (i + 1 < lines.size() || end != "\\n") label += end;
    }
    return label;
}

}  // namespace actormap
