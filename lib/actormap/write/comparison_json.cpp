#include <actormap/write/claim_json.hpp>
#include <actormap/write/comparison.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

Json shared_json(const ActorGraph& graph, const Selection& selection,
                 const std::vector<Reason>& shared) {
    Json list = Json::array();
    for (const Reason& reason : shared) {
        Json json = entity_json<Json>(graph, reason.trait.other);
        json["rarity"] = reason.rarity;
        json["share"] = reason.share;
        json["having"] = reason.having;
        json["known"] = reason.known;
        json["first"] = relations_json<Json>(graph, selection, reason.first);
        json["second"] = relations_json<Json>(graph, selection, reason.second);
        list.push_back(std::move(json));
    }
    return list;
}

Json only_json(const ActorGraph& graph, const std::vector<Trait>& traits) {
    Json list = Json::array();
    for (const Trait& trait : traits) list.push_back(entity_json<Json>(graph, trait.other));
    return list;
}

Json name_json(const ActorGraph& graph, const Selection& selection, const CommonName& name) {
    const auto side = [&](const Name* of) -> Json {
        if (!of) return {{"own", true}, {"by", Json()}, {"claims", Json::array()}};
        return {{"own", false},
                {"by", of->by ? Json(graph[*of->by].id) : Json()},
                {"claims", claims_json<Json>(graph, selection, of->claims)}};
    };
    return {{"name", name.name}, {"first", side(name.first)}, {"second", side(name.second)}};
}

Json source_json(const ActorGraph& graph, SourceId id) {
    const Source& source = graph[id];
    return {{"id", source.id},
            {"publisher", graph[source.publisher].id},
            {"date", text_or_null<Json>(to_string(source.date))},
            {"title", text_or_null<Json>(source.title)},
            {"url", text_or_null<Json>(source.url)}};
}

}  // namespace

std::string comparison_json(const ActorGraph& graph, const Selection& selection,
                            const Comparison& comparison) {
    Json json{{"first", entity_json<Json>(graph, comparison.first)},
              {"second", entity_json<Json>(graph, comparison.second)},
              {"compared", comparison.compared},
              {"rarity", comparison.rarity},
              {"jaccard", comparison.jaccard},
              {"marking", std::string(to_string(comparison.marking))},
              {"between", relations_json<Json>(graph, selection, comparison.between)},
              {"names", Json::array()},
              {"sources", Json::array()},
              {"headings", Json::array()}};
    for (const CommonName& name : comparison.names)
        json["names"].push_back(name_json(graph, selection, name));
    for (const SourceId id : comparison.sources) json["sources"].push_back(source_json(graph, id));
    for (const HeadingComparison& heading : comparison.headings)
        json["headings"].push_back({{"heading", std::string(to_string(heading.heading))},
                                    {"rarity", heading.rarity},
                                    {"jaccard", heading.jaccard},
                                    {"shared", shared_json(graph, selection, heading.shared)},
                                    {"only_first", only_json(graph, heading.only_first)},
                                    {"only_second", only_json(graph, heading.only_second)}});
    return json.dump(2) + '\n';
}

}  // namespace actormap
