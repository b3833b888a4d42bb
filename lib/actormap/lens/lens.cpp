#include <actormap/base/text.hpp>
#include <actormap/lens/lens.hpp>
#include <actormap/model/vocabulary.hpp>

namespace actormap {
namespace {

constexpr Vocabulary<Disputed, 3> disputed_words{{"include", "exclude", "only"}};
constexpr Vocabulary<Revoked, 3> revoked_words{{"exclude", "include", "follow"}};
constexpr Vocabulary<Combine, 2> combine_words{{"max", "independent"}};
constexpr Vocabulary<Denials, 2> denial_words{{"ignore", "weigh"}};
constexpr Vocabulary<RollUp, 4> roll_ups{
    {"victims:country", "actors:sponsor", "campaigns:actor", "techniques:parent"}};

}  // namespace

std::optional<Disputed> parse_disputed(std::string_view text) {
    return disputed_words.parse(text);
}
std::string_view to_string(Disputed disputed) {
    return disputed_words[disputed];
}

std::optional<Combine> parse_combine(std::string_view text) {
    return combine_words.parse(text);
}
std::string_view to_string(Combine combine) {
    return combine_words[combine];
}

std::optional<Denials> parse_denials(std::string_view text) {
    return denial_words.parse(text);
}
std::string_view to_string(Denials denials) {
    return denial_words[denials];
}

std::optional<Revoked> parse_revoked(std::string_view text) {
    return revoked_words.parse(text);
}
std::string_view to_string(Revoked revoked) {
    return revoked_words[revoked];
}

std::optional<RollUp> parse_roll_up(std::string_view text) {
    return roll_ups.parse(text);
}
std::string_view to_string(RollUp roll_up) {
    return roll_ups[roll_up];
}

std::vector<std::pair<std::string, std::string>> settings(const Lens& lens) {
    std::vector<std::pair<std::string, std::string>> result;
    const auto add = [&](const char* option, std::string value) {
        if (!value.empty()) result.emplace_back(option, std::move(value));
    };
    const auto add_list = [&](const char* option, const std::vector<std::string>& values) {
        add(option, join(values, ","));
    };
    add_list("type", lens.types);
    add_list("not-type", lens.not_types);
    add_list("relation", lens.relations);
    add_list("country", lens.countries);
    add_list("around", lens.around);
    if (!lens.around.empty()) add("hops", std::to_string(lens.hops));
    if (lens.revoked != Revoked::exclude) add("revoked", std::string(to_string(lens.revoked)));
    add("since", to_string(lens.since));
    add("until", to_string(lens.until));
    add("as-of", to_string(lens.as_of));
    add_list("according-to", lens.according_to);
    add_list("without", lens.without);
    if (lens.min_confidence) add("min-confidence", std::to_string(*lens.min_confidence));
    if (lens.disputed != Disputed::include) add("disputed", std::string(to_string(lens.disputed)));
    const CombineRule& rule = lens.combining;
    const CombineRule usual;
    if (rule.combine != usual.combine) add("combine", std::string(to_string(rule.combine)));
    if (rule.denials != usual.denials) add("denials", std::string(to_string(rule.denials)));
    if (rule.assume != usual.assume) add("assume", std::to_string(rule.assume));
    if (lens.tlp != Tlp::red) add("tlp", std::string(to_string(lens.tlp)));
    std::vector<std::string> levels;
    for (const RollUp roll_up : lens.roll_up) levels.emplace_back(to_string(roll_up));
    add_list("roll-up", levels);
    if (lens.merge_names) add("merge", "names");
    return result;
}

std::string describe(const Lens& lens) {
    std::vector<std::string> parts;
    for (const auto& [option, value] : settings(lens)) parts.push_back(option + ' ' + value);
    return join(parts, "; ");
}

}  // namespace actormap
