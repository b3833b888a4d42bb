#include <actormap/base/error.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/lens/combine.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace actormap {
namespace {

constexpr Vocabulary<EdgeWeight, 4> words{{"none", "confidence", "claims", "column"}};

/// The number that a JSON value is, or that a JSON string holds: tables keep their cells as text.
std::optional<double> number(std::string_view json) {
    if (json.size() >= 2 && json.front() == '"') json = json.substr(1, json.size() - 2);
    return parse_number(json);
}

class Weigher {
  public:
    Weigher(const ActorGraph& graph, const View& view, const EdgeWeightOptions& options)
        : graph_(graph), view_(view), options_(options) {}

    [[nodiscard]] double operator()(const ViewEdge& edge) const {
        switch (options_.weight) {
            case EdgeWeight::none:
                return 1;
            case EdgeWeight::confidence:
                return confidence(edge);
            case EdgeWeight::claims:
                return claims(edge);
            case EdgeWeight::column:
                return column(edge);
        }
        return 1;
    }

  private:
    [[nodiscard]] double confidence(const ViewEdge& edge) const {
        double highest = 0;
        for (const RelationId relation : edge.relations)
            highest = std::max(highest, belief(graph_, view_.selection, relation));
        return highest;
    }

    [[nodiscard]] double claims(const ViewEdge& edge) const {
        std::size_t count = 0;
        for (const RelationId relation : edge.relations)
            count += carrying_claims(graph_, view_.selection, relation).size();
        return static_cast<double>(count);
    }

    [[nodiscard]] double column(const ViewEdge& edge) const {
        double sum = 0;
        bool found = false;
        for (const RelationId relation : edge.relations) {
            const auto json = graph_[relation].properties.find("weight");
            if (!json) continue;
            const auto value = number(*json);
            if (!value || *value < 0)
                complain(edge, "has the weight " + quote(*json) + "; give a number of at least 0");
            found = true;
            sum += *value;
        }
        if (!found)
            complain(edge,
                     "has no weight; give its relation a property \"weight\", or choose "
                     "--weight confidence or claims");
        if (!std::isfinite(sum)) complain(edge, "has weights whose sum is not finite");
        return sum;
    }

    [[noreturn]] void complain(const ViewEdge& edge, const std::string& what) const {
        const auto id = [&](Vertex v) { return quote(graph_[view_.entities[v]].id); };
        throw Error("weight-missing",
                    "the edge between " + id(edge.from) + " and " + id(edge.to) + ' ' + what);
    }

    const ActorGraph& graph_;
    const View& view_;
    const EdgeWeightOptions& options_;
};

}  // namespace

std::optional<EdgeWeight> parse_edge_weight(std::string_view text) {
    return words.parse(text);
}
std::string_view to_string(EdgeWeight weight) {
    return words[weight];
}

Strengths edge_strengths(const ActorGraph& graph, const View& view,
                         const EdgeWeightOptions& options) {
    const Weigher weigh(graph, view, options);
    std::vector<double> of_arcs(view.network.arcs());
    for (const ViewEdge& edge : view.edges) {
        const double weight = weigh(edge);
        of_arcs[*view.network.arc_index(edge.from, edge.to)] = weight;
        if (!view.network.directed()) of_arcs[*view.network.arc_index(edge.to, edge.from)] = weight;
    }
    return {view.network, std::move(of_arcs)};
}

}  // namespace actormap
