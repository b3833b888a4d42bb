#include <actormap/write/claim_json.hpp>
#include <actormap/write/claim_text.hpp>
#include <actormap/write/rests_on.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

std::string counted(std::size_t n, const std::string& word) {
    return std::to_string(n) + ' ' + word + (n == 1 ? "" : "s");
}

std::string relation_line(const ActorGraph& graph, RelationId id) {
    const Relation& relation = graph[id];
    const auto label = [&](EntityId end) { return graph[end].name + " [" + graph[end].id + ']'; };
    return printable(label(relation.from) + ' ' + relation.type.str() + ' ' + label(relation.to));
}

std::string hop_text(const ActorGraph& graph, const ClaimHop& hop) {
    const std::string type = graph[hop.by.relation].type.str();
    const std::string arrow = hop.against ? " <-" + type + "- " : " -" + type + "-> ";
    return "  " + printable(graph[hop.from].name + arrow + graph[hop.to].name) + "\n      " +
           claim_line(graph, hop.by.claim) + '\n';
}

/// What a claim says and who says it.
Json carrying_json(const ActorGraph& graph, const View& view, const CarryingClaim& by) {
    Json json = relation_ends_json<Json>(graph, {by.relation})[0];
    json.update(claim_json<Json>(graph, view.selection, by.claim));
    return json;
}

}  // namespace

std::string rests_on_text(const ActorGraph& graph, const View& view, const RestsOn& rests) {
    const std::string tlp = "TLP: " + std::string(to_string(rests.marking)) + '\n';
    if (rests.claims.empty()) return tlp;
    std::string text = "The link rests on " + counted(rests.claims.size(), "claim") + ": without " +
                       (rests.claims.size() == 1 ? "it" : "them") + " no path is left.\n";
    for (std::size_t c = 0; c < rests.claims.size(); ++c) {
        const CarryingClaim& by = rests.claims[c];
        if (c == 0 || by.relation != rests.claims[c - 1].relation)
            text += "\n  " + relation_line(graph, by.relation) + '\n';
        text += claim_text(graph, view.selection, by.claim, 6);
    }
    text += rests.paths.size() == 1
                ? "\nThe proof: a path is left until one of its claims is withdrawn.\n"
                : "\nThe proof: " + counted(rests.paths.size(), "path") +
                      " that have no claim in common, so that each needs one withdrawn.\n";
    for (std::size_t p = 0; p < rests.paths.size(); ++p) {
        text += fmt::format("\n{}. {}\n", p + 1, counted(rests.paths[p].size(), "hop"));
        for (const ClaimHop& hop : rests.paths[p]) text += hop_text(graph, hop);
    }
    return text + '\n' + tlp;
}

Table rests_on_table(const ActorGraph& graph, const RestsOn& rests) {
    Table table{{{"from"},
                 {"relation"},
                 {"to"},
                 {"by"},
                 {"stance"},
                 {"date"},
                 {"confidence", true},
                 {"source"},
                 {"url"}},
                {}};
    for (const CarryingClaim& by : rests.claims) {
        const Relation& relation = graph[by.relation];
        const Claim& claim = graph[by.claim];
        table.rows.push_back(
            {graph[relation.from].id, relation.type.str(), graph[relation.to].id,
             graph[claim.by].id, std::string(to_string(claim.stance)), to_string(claim.date),
             claim.confidence ? std::to_string(claim.confidence->value) : std::string(),
             claim.source ? graph[*claim.source].id : std::string(),
             claim.source ? graph[*claim.source].url : std::string()});
    }
    return table;
}

std::string rests_on_json(const ActorGraph& graph, const View& view, const RestsOn& rests) {
    Json claims = Json::array(), paths = Json::array();
    for (const CarryingClaim& by : rests.claims) claims.push_back(carrying_json(graph, view, by));
    for (const auto& path : rests.paths) {
        Json hops = Json::array();
        for (const ClaimHop& hop : path) {
            hops.push_back({{"from", graph[hop.from].id},
                            {"relation", graph[hop.by.relation].type},
                            {"to", graph[hop.to].id},
                            {"against", hop.against},
                            {"claim", claim_json<Json>(graph, view.selection, hop.by.claim)}});
        }
        paths.push_back(std::move(hops));
    }
    const Json json{{"rests_on", {{"claims", claims}, {"paths", paths}}},
                    {"marking", std::string(to_string(rests.marking))}};
    return json.dump(2) + '\n';
}

}  // namespace actormap
