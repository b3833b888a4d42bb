#include <actormap/model/countries.hpp>
#include <actormap/model/country_spellings.hpp>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <unordered_map>
#include <utf8proc.h>

// One table from every folded code, name and spelling to its entry: a feed asks for thousands.

namespace actormap {
namespace {

struct FreeText {
    void operator()(utf8proc_uint8_t* text) const { std::free(text); }
};

/// Unicode NFKC case folding; the text itself if it is not UTF-8.
std::string fold_compatible(std::string_view text) {
    utf8proc_uint8_t* folded = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &folded,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                    UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    const std::unique_ptr<utf8proc_uint8_t, FreeText> owner(folded);
    if (size < 0) return std::string(text);
    return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

/// Words with one blank between them, whatever stood there.
std::string single_spaced(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::string result;
    while ((text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size())),
            !text.empty())) {
        const std::size_t end = std::min(text.find_first_of(blanks), text.size());
        if (!result.empty()) result += ' ';
        result += text.substr(0, end);
        text.remove_prefix(end);
    }
    return result;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
        text.replace(at, from.size(), to);
}

using Index = std::unordered_map<std::string, const Country*>;

Index make_index() {
    Index index;
    for (const Country& country : countries()) {
        for (const std::string_view text : {country.alpha2, country.alpha3, country.name})
            index.emplace(fold_country(text), &country);
    }
    for (const CountrySpellings& spellings : country_spellings()) {
        const Country* country = index.at(fold_country(spellings.alpha2));
        for (std::string_view rest = spellings.names; !rest.empty();) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            index.emplace(fold_country(rest.substr(0, end)), country);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return index;
}

}  // namespace

std::string fold_country(std::string_view text) {
    std::string folded = single_spaced(fold_compatible(text));
    replace_all(folded, "’", "'");
    constexpr std::string_view article = "the ";
    if (folded.starts_with(article)) folded.erase(0, article.size());
    return folded;
}

const Country* find_country(std::string_view text) {
    static const Index index = make_index();
    const auto at = index.find(fold_country(text));
    return at == index.end() ? nullptr : at->second;
}

}  // namespace actormap
