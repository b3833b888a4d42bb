#include <actormap/model/vocabulary.hpp>
#include <actormap/study/heading.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr Vocabulary<Heading, 10> headings{{"origin", "tooling", "techniques", "victims",
                                            "vulnerabilities", "infrastructure", "campaigns",
                                            "actors", "attackers", "other"}};

enum class Way { any, out, in };

/// A row says: a relation of one of these types, that way, with an end of one of those types. Words
/// are separated by spaces; none is any. The first row that fits decides.
struct Row {
    std::string_view relations;
    Way way;
    std::string_view others;
    std::optional<Heading> heading;
};

constexpr Row table[] = {
    {"similar duplicate-of overlaps distinct-from revoked-by", Way::any, "", std::nullopt},
    {"", Way::any, "vulnerability", Heading::vulnerabilities},
    {"targets compromises obtained-data-of impersonates", Way::out, "", Heading::victims},
    {"targets compromises obtained-data-of impersonates", Way::in, "", Heading::attackers},
    {"", Way::any, "malware tool", Heading::tooling},
    {"", Way::any, "attack-pattern", Heading::techniques},
    {"", Way::any, "infrastructure", Heading::infrastructure},
    {"", Way::any, "campaign", Heading::campaigns},
    {"attributed-to sponsored-by originates-from located-at located-in member-of part-of "
     "front-company-of authored-by owned-by controlled-by",
     Way::out, "", Heading::origin},
    {"", Way::any, "intrusion-set threat-actor", Heading::actors},
};

bool is_one_of(std::string_view word, std::string_view list) {
    if (list.empty()) return true;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == word) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace

std::string_view to_string(Heading heading) {
    return headings[heading];
}
std::optional<Heading> parse_heading(std::string_view text) {
    return headings.parse(text);
}
std::vector<std::string_view> heading_words() {
    return {headings.words.begin(), headings.words.end()};
}

std::optional<Heading> heading_of(std::string_view relation, bool outgoing,
                                  std::string_view other) {
    for (const Row& row : table) {
        const bool fits = row.way == Way::any || (row.way == Way::out) == outgoing;
        if (fits && is_one_of(relation, row.relations) && is_one_of(other, row.others))
            return row.heading;
    }
    return Heading::other;
}

}  // namespace actormap
