#include <actormap/base/text.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/claim_text.hpp>
#include <actormap/write/links.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

std::string arrow(std::string_view type, bool against) {
    return against ? fmt::format(" <-{}- ", type) : fmt::format(" -{}-> ", type);
}

std::string hop_text(const ActorGraph& graph, const Hop& hop) {
    std::string text = "  " + graph[hop.from].name + arrow(graph[hop.relation].type, hop.against) +
                       graph[hop.to].name;
    if (hop.confidence) text += "  confidence " + std::to_string(*hop.confidence);
    if (hop.disputed) text += "  disputed";
    if (hop.relations.size() > 1)
        text += "  (+" + std::to_string(hop.relations.size() - 1) + " more relations)";
    text = printable(text) + '\n';
    for (const ClaimId id : hop.claims) text += "      " + claim_line(graph, id) + '\n';
    return text;
}

Json claims_json(const ActorGraph& graph, const Hop& hop) {
    Json claims = Json::array();
    for (const ClaimId id : hop.claims) {
        const Claim& claim = graph[id];
        claims.push_back({{"by", graph[claim.by].id},
                          {"stance", std::string(to_string(claim.stance))},
                          {"date", claim.date.empty() ? Json() : Json(to_string(claim.date))},
                          {"source", claim.source ? Json(graph[*claim.source].id) : Json()}});
    }
    return claims;
}

}  // namespace

std::string links_text(const ActorGraph& graph, const std::vector<std::vector<Hop>>& paths) {
    std::string text;
    for (std::size_t p = 0; p < paths.size(); ++p) {
        text += (p == 0 ? "" : "\n") + std::to_string(p + 1) + ". " +
                std::to_string(paths[p].size()) + (paths[p].size() == 1 ? " hop\n" : " hops\n");
        for (const Hop& hop : paths[p]) text += hop_text(graph, hop);
    }
    text += "\nTLP: " + std::string(to_string(highest_marking(paths))) + '\n';
    return text;
}

Table links_table(const ActorGraph& graph, const std::vector<std::vector<Hop>>& paths) {
    Table table{{{"path", true},
                 {"hop", true},
                 {"from"},
                 {"relation"},
                 {"to"},
                 {"against"},
                 {"confidence", true},
                 {"disputed"},
                 {"sources"}},
                {}};
    for (std::size_t p = 0; p < paths.size(); ++p) {
        for (std::size_t h = 0; h < paths[p].size(); ++h) {
            const Hop& hop = paths[p][h];
            std::vector<std::string> sources;
            for (const SourceId id : hop.sources) sources.push_back(graph[id].id);
            table.rows.push_back({std::to_string(p + 1), std::to_string(h + 1), graph[hop.from].id,
                                  graph[hop.relation].type.str(), graph[hop.to].id,
                                  hop.against ? "yes" : "no",
                                  hop.confidence ? std::to_string(*hop.confidence) : std::string(),
                                  hop.disputed ? "yes" : "no", join(sources, " ")});
        }
    }
    return table;
}

std::string links_json(const ActorGraph& graph, const std::vector<std::vector<Hop>>& paths) {
    Json json{{"paths", Json::array()},
              {"marking", std::string(to_string(highest_marking(paths)))}};
    for (const auto& path : paths) {
        Json hops = Json::array();
        for (const Hop& hop : path) {
            Json sources = Json::array();
            for (const SourceId id : hop.sources) sources.push_back(graph[id].id);
            hops.push_back({{"from", graph[hop.from].id},
                            {"relation", graph[hop.relation].type},
                            {"to", graph[hop.to].id},
                            {"against", hop.against},
                            {"confidence", hop.confidence ? Json(*hop.confidence) : Json()},
                            {"disputed", hop.disputed},
                            {"sources", sources},
                            {"claims", claims_json(graph, hop)},
                            {"relations", relation_ends_json<Json>(graph, hop.relations)}});
        }
        json["paths"].push_back({{"length", path.size()}, {"hops", hops}});
    }
    return json.dump(2) + '\n';
}

}  // namespace actormap
