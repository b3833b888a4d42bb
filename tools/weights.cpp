#include "weights.hpp"

namespace actormap::tool {
namespace {

std::optional<DistanceRule> parse_rule(std::string_view word) {
    if (word == "reciprocal") return DistanceRule::reciprocal;
    if (word == "logarithmic") return DistanceRule::logarithmic;
    return std::nullopt;
}

}  // namespace

void WeightOptions::set_up(CLI::App& app) {
    app.add_option("--weight", weight,
                   "what an edge weighs: none, confidence, claims, column [none]")
        ->type_name("WORD");
}

void WeightOptions::set_up_distance(CLI::App& app) {
    app.add_option("--distance", distance,
                   "how long a weighted edge is: reciprocal or logarithmic [reciprocal]")
        ->type_name("RULE");
}

bool WeightOptions::wanted() const {
    return parsed() != EdgeWeight::none;
}

EdgeWeight WeightOptions::parsed() const {
    return option_word("--weight", weight, parse_edge_weight,
                       {"none", "confidence", "claims", "column"});
}

Weighting WeightOptions::of(const ActorGraph& graph, const View& view) const {
    const EdgeWeight by = parsed();
    const DistanceRule rule =
        option_word("--distance", distance, parse_rule, {"reciprocal", "logarithmic"});
    if (by == EdgeWeight::none) return {};
    return weigh(view.network, edge_strengths(graph, view, {by}), rule);
}

}  // namespace actormap::tool
