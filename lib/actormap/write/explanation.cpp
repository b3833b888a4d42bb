#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/explanation.hpp>
#include <actormap/write/withdrawal_words.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t few = 3;  // relations named in a table for people

std::string ranks(const ExplanationRow& row) {
    if (row.gone) return "gone";
    return row.rank ? std::to_string(*row.rank) : "no measure";
}

std::string change(const std::optional<std::ptrdiff_t>& change) {
    if (!change) return {};
    return (*change > 0 ? "+" : "") + std::to_string(*change);
}

/// What the claims say, each relation once, `most` of them.
std::string relations(const WithdrawalWords& words, const std::vector<CarryingClaim>& claims,
                      std::size_t most) {
    std::vector<std::string> texts;
    for (std::size_t c = 0; c < claims.size(); ++c) {
        if (c == 0 || claims[c].relation != claims[c - 1].relation)
            texts.push_back(words.relation(claims[c].relation));
    }
    const std::size_t more = texts.size() <= most ? 0 : texts.size() - most;
    texts.resize(texts.size() - more);
    return join(texts, "; ") + (more == 0 ? "" : "; +" + std::to_string(more));
}

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

}  // namespace

std::string explanation_heading(const ActorGraph& graph, const Explanation& explanation,
                                int digits) {
    const Entity& entity = graph[explanation.entity];
    std::string text = printable(entity.name + " [" + entity.id + ']') + ": rank " +
                       std::to_string(explanation.rank) + " of " + std::to_string(explanation.of) +
                       " by " + std::string(to_string(explanation.measure));
    if (explanation.value) text += ", " + rounded(*explanation.value, digits);
    return text + '\n';
}

Table explanation_table(const ActorGraph& graph, const Explanation& explanation) {
    const WithdrawalWords words(graph);
    Table table{{{"kind"},
                 {"id"},
                 {"name"},
                 {"gone"},
                 {"rank", true},
                 {"value", true},
                 {"rank_change", true},
                 {"value_change", true},
                 {"claims"}},
                {}};
    for (const ExplanationRow& row : explanation.rows) {
        table.rows.push_back({std::string(to_string(row.who.kind)), words.id(row.who),
                              words.label(row.who), row.gone ? "yes" : "no",
                              row.rank ? std::to_string(*row.rank) : std::string(),
                              row.value ? exact(*row.value) : std::string(),
                              row.rank_change ? std::to_string(*row.rank_change) : std::string(),
                              row.value_change ? exact(*row.value_change) : std::string(),
                              relations(words, row.claims, row.claims.size())});
    }
    return table;
}

Table explanation_table(const ActorGraph& graph, const Explanation& explanation, int digits) {
    const WithdrawalWords words(graph);
    const auto number = [&](const std::optional<double>& value) {
        return value ? rounded(*value, digits) : std::string();
    };
    // A rank can be a word here, so that these are no numbers.
    Table table{{{"without"},
                 {"id"},
                 {"rank"},
                 {"change"},
                 {"value", true},
                 {"change", true},
                 {"what it says of the entity"}},
                {}};
    for (const ExplanationRow& row : explanation.rows) {
        table.rows.push_back({std::string(to_string(row.who.kind)), words.id(row.who), ranks(row),
                              change(row.rank_change), number(row.value), number(row.value_change),
                              relations(words, row.claims, few)});
    }
    return table;
}

std::string explanation_json(const ActorGraph& graph, const View& view,
                             const Explanation& explanation) {
    const WithdrawalWords words(graph);
    Json rows = Json::array();
    for (const ExplanationRow& row : explanation.rows) {
        Json claims = Json::array();
        for (const CarryingClaim& by : row.claims) {
            Json claim = relation_ends_json<Json>(graph, {by.relation})[0];
            claim.update(claim_json<Json>(graph, view.selection, by.claim));
            claims.push_back(std::move(claim));
        }
        const bool source = row.who.kind == WithdrawalKind::source;
        rows.push_back({{"kind", std::string(to_string(row.who.kind))},
                        {"id", words.id(row.who)},
                        {source ? "title" : "name", words.label(row.who)},
                        {"gone", row.gone},
                        {"rank", or_null(row.rank)},
                        {"value", or_null(row.value)},
                        {"rank_change", or_null(row.rank_change)},
                        {"value_change", or_null(row.value_change)},
                        {"claims", claims}});
    }
    const Entity& entity = graph[explanation.entity];
    const Json json{{"explain",
                     {{"id", entity.id},
                      {"name", entity.name},
                      {"rank", explanation.rank},
                      {"value", or_null(explanation.value)},
                      {"of", explanation.of}}},
                    {"measures", Json::array({std::string(to_string(explanation.measure))})},
                    {"rows", rows},
                    {"unchanged", explanation.unchanged},
                    {"marking", std::string(to_string(explanation.marking))}};
    return json.dump(2) + '\n';
}

}  // namespace actormap
