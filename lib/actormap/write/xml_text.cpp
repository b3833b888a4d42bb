#include <actormap/write/xml_text.hpp>

namespace actormap {
namespace {

/// What a byte becomes; empty for one that stays.
std::string_view reference(char c, bool quotes) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':  // "]]>" may not stand in data
            return "&gt;";
        case '"':
            return quotes ? "&quot;" : "";
        case '\'':
            return quotes ? "&#39;" : "";
        case '\t':
            return "&#9;";
        case '\n':
            return "&#10;";
        case '\r':
            return "&#13;";
        default:
            return {};
    }
}

}  // namespace

std::string XmlText::escaped(std::string_view text, bool quotes) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const char c = text[0];
        std::size_t size = 1;
        if (const std::string_view instead = reference(c, quotes); !instead.empty()) {
            result += instead;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            result += replacement;
            ++replaced_;
        } else if (text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF")) {
            result += replacement;
            ++replaced_;
            size = 3;
        } else {
            result += c;
        }
        text.remove_prefix(size);
    }
    return result;
}

}  // namespace actormap
