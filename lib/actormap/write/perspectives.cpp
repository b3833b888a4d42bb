#include <actormap/base/text.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/perspectives.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_columns = 8;  // of sides: a table for people has no room for more

/// What people call each side: its name, with the id where several have that name.
std::vector<std::string> labels(const Perspectives& perspectives) {
    const bool by_country = perspectives.by == SideBy::country;
    std::map<std::string, std::size_t> uses;
    for (const PerspectiveSide& side : perspectives.sides) ++uses[side.name];
    std::vector<std::string> result;
    for (const PerspectiveSide& side : perspectives.sides) {
        if (by_country)
            result.push_back(side.id.empty() ? "-" : side.id);
        else
            result.push_back(uses[side.name] > 1 ? side.name + " [" + side.id + ']' : side.name);
    }
    return result;
}

std::string stance_word(const SidedClaims& side) {
    return std::string(side.stance ? to_string(*side.stance) : to_string(side.view));
}

std::string relation_words(const ActorGraph& graph, const SidedRelation& sided) {
    const Relation& relation = graph[sided.relation];
    std::string text =
        graph[sided.from].name + ' ' + relation.type.str() + ' ' + graph[sided.to].name;
    if (relation.when.empty()) return text;
    const std::string start = to_string(relation.when.start), stop = to_string(relation.when.stop);
    if (start == stop) return text + " (" + start + ')';
    return text + " (" + (start.empty() ? "…" : start) + " to " + (stop.empty() ? "…" : stop) + ')';
}

std::string number(std::size_t count) {
    return std::to_string(count);
}

Json side_id(const PerspectiveSide& side) {
    return text_or_null<Json>(side.id);
}

Json sides_json(const ActorGraph& graph, const Selection& selection,
                const Perspectives& perspectives, const SidedRelation& relation) {
    Json list = Json::array();
    for (const SidedClaims& side : relation.sides) {
        Json claims = Json::array();
        for (const ClaimId c : side.claims) claims.push_back(claim_json<Json>(graph, selection, c));
        list.push_back(
            {{"side", side_id(perspectives.sides[side.side])},
             {"view", std::string(to_string(side.view))},
             {"stance", side.stance ? Json(std::string(to_string(*side.stance))) : Json()},
             {"first_date", text_or_null<Json>(to_string(side.said.start))},
             {"last_date", text_or_null<Json>(to_string(side.said.stop))},
             {"confidence", side.confidence ? Json(*side.confidence) : Json()},
             {"claims", std::move(claims)}});
    }
    return list;
}

Json summary_json(const Perspectives& perspectives) {
    Json verdicts = Json::object(), sides = Json::array(), pairs = Json::array();
    for (std::size_t v = 0; v < agreements; ++v)
        verdicts[std::string(to_string(static_cast<Agreement>(v)))] = perspectives.verdicts[v];
    for (const PerspectiveSide& side : perspectives.sides)
        sides.push_back({{"side", side_id(side)},
                         {"name", text_or_null<Json>(side.name)},
                         {"carries", side.carries},
                         {"alone", side.alone},
                         {"opposes", side.opposes},
                         {"divided", side.divided},
                         {"withdrawn", side.withdrawn}});
    for (const SidePair& pair : perspectives.pairs.value_or(std::vector<SidePair>()))
        pairs.push_back({{"first", side_id(perspectives.sides[pair.first])},
                         {"second", side_id(perspectives.sides[pair.second])},
                         {"both_carry", pair.both_carry},
                         {"contradict", pair.contradict}});
    if (!perspectives.pairs) pairs = nullptr;
    return {{"relations", std::accumulate(perspectives.verdicts.begin(),
                                          perspectives.verdicts.end(), std::size_t{0})},
            {"verdicts", std::move(verdicts)},
            {"sides", std::move(sides)},
            {"pairs", std::move(pairs)}};
}

}  // namespace

Table perspectives_table(const ActorGraph& graph, const Perspectives& perspectives) {
    const std::vector<std::string> names = labels(perspectives);
    const bool columns = names.size() <= most_columns;
    Table table{{{"relation"}, {"verdict"}}, {}};
    for (const std::string& name :
         columns ? names : std::vector<std::string>{"carried by", "opposed by", "withdrawn by"})
        table.columns.push_back({name});
    for (const SidedRelation& relation : perspectives.relations) {
        std::vector<std::string> row{relation_words(graph, relation),
                                     std::string(to_string(relation.verdict))};
        if (columns) {
            std::vector<std::string> cells(names.size());
            for (const SidedClaims& side : relation.sides) cells[side.side] = stance_word(side);
            row.insert(row.end(), cells.begin(), cells.end());
        } else {
            std::vector<std::string> carried, opposed, withdrawn;
            for (const SidedClaims& side : relation.sides) {
                const std::string& name = names[side.side];
                // One that is divided does both.
                if (side.view == SideView::carries || side.view == SideView::divided)
                    carried.push_back(name);
                if (side.view == SideView::opposes || side.view == SideView::divided)
                    opposed.push_back(name);
                if (side.view == SideView::withdrawn) withdrawn.push_back(name);
            }
            for (const auto& list : {carried, opposed, withdrawn}) row.push_back(join(list, "; "));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<Table> perspectives_summary(const Perspectives& perspectives) {
    const std::vector<std::string> names = labels(perspectives);
    Table verdicts{{{"verdict"}, {"relations", true}}, {}};
    for (std::size_t v = 0; v < agreements; ++v)
        verdicts.rows.push_back(
            {std::string(to_string(static_cast<Agreement>(v))), number(perspectives.verdicts[v])});
    Table sides{{{std::string(to_string(perspectives.by))},
                 {"carries", true},
                 {"alone", true},
                 {"opposes", true},
                 {"divided", true},
                 {"withdrawn", true}},
                {}};
    for (std::size_t s = 0; s < names.size(); ++s) {
        const PerspectiveSide& side = perspectives.sides[s];
        sides.rows.push_back({names[s], number(side.carries), number(side.alone),
                              number(side.opposes), number(side.divided), number(side.withdrawn)});
    }
    Table pairs{{{"side"}, {"other side"}, {"both carry", true}, {"contradict", true}}, {}};
    for (const SidePair& pair : perspectives.pairs.value_or(std::vector<SidePair>()))
        pairs.rows.push_back({names[pair.first], names[pair.second], number(pair.both_carry),
                              number(pair.contradict)});
    std::vector<Table> tables{std::move(verdicts), std::move(sides)};
    if (!pairs.rows.empty()) tables.push_back(std::move(pairs));
    return tables;
}

std::string unpaired_note(const Perspectives& perspectives) {
    if (perspectives.pairs) return {};
    return "pairs not counted: " + number(perspectives.sides.size()) + " sides\n";
}

Table perspectives_rows(const ActorGraph& graph, const Perspectives& perspectives) {
    Table table{{{"from"},
                 {"relation"},
                 {"to"},
                 {"start"},
                 {"stop"},
                 {"verdict"},
                 {"side"},
                 {"stance"},
                 {"claims", true},
                 {"first_date"},
                 {"last_date"},
                 {"confidence", true}},
                {}};
    for (const SidedRelation& sided : perspectives.relations) {
        const Relation& relation = graph[sided.relation];
        for (const SidedClaims& side : sided.sides) {
            table.rows.push_back({graph[sided.from].id, relation.type.str(), graph[sided.to].id,
                                  to_string(relation.when.start), to_string(relation.when.stop),
                                  std::string(to_string(sided.verdict)),
                                  perspectives.sides[side.side].id, stance_word(side),
                                  number(side.claims.size()), to_string(side.said.start),
                                  to_string(side.said.stop),
                                  side.confidence ? number(*side.confidence) : std::string()});
        }
    }
    return table;
}

std::string perspectives_json(const ActorGraph& graph, const Selection& selection,
                              const Perspectives& perspectives) {
    Json json{{"by", std::string(to_string(perspectives.by))}, {"relations", Json::array()}};
    for (const SidedRelation& sided : perspectives.relations) {
        const Relation& relation = graph[sided.relation];
        json["relations"].push_back({{"from", graph[sided.from].id},
                                     {"type", relation.type},
                                     {"to", graph[sided.to].id},
                                     {"start", text_or_null<Json>(to_string(relation.when.start))},
                                     {"stop", text_or_null<Json>(to_string(relation.when.stop))},
                                     {"verdict", std::string(to_string(sided.verdict))},
                                     {"sides", sides_json(graph, selection, perspectives, sided)}});
    }
    json["summary"] = summary_json(perspectives);
    json["marking"] = std::string(to_string(perspectives.marking));
    return json.dump(2) + '\n';
}

}  // namespace actormap
