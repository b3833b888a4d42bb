#include <actormap/base/text.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/stability.hpp>
#include <actormap/write/withdrawal_words.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> ids(const ActorGraph& graph, const std::vector<EntityId>& entities) {
    std::vector<std::string> result;
    for (const EntityId id : entities) result.push_back(graph[id].id);
    return result;
}

std::string kind(const Withdrawal& withdrawal) {
    return std::string(to_string(withdrawal.kind));
}

/// "source ap-2021-03-18", "claim a uses b, asserts s 2021".
std::string in_words(const WithdrawalWords& words, const Withdrawal& withdrawal) {
    const bool claim = withdrawal.kind == WithdrawalKind::claim;
    return kind(withdrawal) + ' ' + (claim ? words.label(withdrawal) : words.id(withdrawal));
}

Json who_json(const ActorGraph& graph, const View& view, const WithdrawalWords& words,
              const Withdrawal& withdrawal) {
    Json json{{"kind", kind(withdrawal)}, {"id", text_or_null<Json>(words.id(withdrawal))}};
    if (withdrawal.kind == WithdrawalKind::claim) {
        const auto claim = static_cast<ClaimId>(withdrawal.position);
        json.update(relation_ends_json<Json>(graph, {words.relation_of(claim)})[0]);
        json["claim"] = claim_json<Json>(graph, view.selection, claim);
    } else {
        const bool source = withdrawal.kind == WithdrawalKind::source;
        json[source ? "title" : "name"] = words.label(withdrawal);
    }
    return json;
}

}  // namespace

std::string stability_heading(const ActorGraph& graph, const Stability& stability) {
    std::string text = "top " + std::to_string(stability.top) + " by " +
                       std::string(to_string(stability.measure)) + ": " +
                       printable(join(ids(graph, stability.set), ", ")) +
                       "\ntried: " + std::to_string(stability.singles) +
                       " sources, speakers and claims, ";
    text += stability.pairs_tried ? std::to_string(stability.pairs) + " pairs of them"
                                  : "none of the " + std::to_string(stability.pairs) +
                                        " pairs of them, which are too many";
    return text + '\n';
}

Table stability_table(const ActorGraph& graph, const Stability& stability, bool for_people) {
    const WithdrawalWords words(graph);
    Table table;
    if (for_people)
        table.columns = {{"entered"}, {"left"}, {"without"}, {"and"}};  // the wide ones last
    else
        table.columns = {{"kind"},   {"id"},       {"name"},    {"and_kind"},
                         {"and_id"}, {"and_name"}, {"entered"}, {"left"}};
    for (const StabilityRow& row : stability.rows) {
        std::vector<std::string> cells;
        for (std::size_t w = 0; w < 2; ++w) {
            const Withdrawal* who = w < row.who.size() ? &row.who[w] : nullptr;
            if (for_people) {
                cells.push_back(who ? in_words(words, *who) : std::string());
                continue;
            }
            cells.push_back(who ? kind(*who) : std::string());
            cells.push_back(who ? words.id(*who) : std::string());
            cells.push_back(who ? words.label(*who) : std::string());
        }
        const std::vector<std::string> changes{
            join(ids(graph, row.entered), for_people ? ", " : " "),
            join(ids(graph, row.left), for_people ? ", " : " ")};
        cells.insert(for_people ? cells.begin() : cells.end(), changes.begin(), changes.end());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string stability_json(const ActorGraph& graph, const View& view, const Stability& stability) {
    const WithdrawalWords words(graph);
    Json rows = Json::array();
    for (const StabilityRow& row : stability.rows) {
        Json who = Json::array();
        for (const Withdrawal& w : row.who) who.push_back(who_json(graph, view, words, w));
        rows.push_back({{"who", who},
                        {"entered", ids(graph, row.entered)},
                        {"left", ids(graph, row.left)},
                        {"undefined", row.undefined}});
    }
    const Json json{
        {"stable", {{"top", stability.top}, {"set", ids(graph, stability.set)}}},
        {"measures", Json::array({std::string(to_string(stability.measure))})},
        {"rows", rows},
        {"tried",
         {{"singles", stability.singles}, {"pairs", stability.pairs_tried ? stability.pairs : 0}}},
        {"pairs", stability.pairs},
        {"pairs_tried", stability.pairs_tried},
        {"marking", std::string(to_string(stability.marking))}};
    return json.dump(2) + '\n';
}

}  // namespace actormap
