#include <actormap/analysis/pagerank.hpp>
#include <actormap/analysis/similarity.hpp>
#include <actormap/base/number.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/number_rows.hpp>
#include <actormap/study/similarity.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr Vocabulary<Likeness, 4> words{{"rarity", "jaccard", "adamic-adar", "pagerank"}};

/// Of every vertex of the view, for a walker that goes back to the entity; each edge both ways.
std::vector<double> pagerank_from(const View& view, EntityId entity, const Run& run) {
    std::vector<std::pair<Vertex, Vertex>> pairs;
    for (const ViewEdge& edge : view.edges) pairs.emplace_back(edge.from, edge.to);
    const Network network(Direction::undirected, view.entities.size(), pairs);
    PageRankOptions options;
    options.teleport.assign(network.size(), 0);
    options.teleport[*view.vertex(entity)] = 1;
    return pagerank(network, options, run).scores;
}

/// A value for each of the compared entities.
std::vector<double> compute(const View& view, const Traits& traits, EntityId entity,
                            Likeness likeness, const Run& run) {
    const Vertex self = *traits.vertex(entity);
    std::vector<double> values;
    switch (likeness) {
        case Likeness::rarity:
            values = weighted_jaccard(traits.network, self, traits.weight, run);
            break;
        case Likeness::jaccard:
            values = jaccard(traits.network, self, run);
            break;
        case Likeness::adamic_adar:
            values = adamic_adar(traits.network, self, run);
            break;
        case Likeness::pagerank:
            const auto scores = pagerank_from(view, entity, run);
            for (const EntityId id : traits.entities) values.push_back(scores[*view.vertex(id)]);
            break;
    }
    values.resize(traits.entities.size());
    return values;
}

std::vector<SimilarRow> order(const Traits& traits, EntityId entity,
                              const std::vector<std::vector<double>>& columns) {
    std::vector<SimilarRow> rows;
    for (Vertex v = 0; v < traits.entities.size(); ++v) {
        if (traits.entities[v] == entity || columns[0][v] <= 0) continue;
        SimilarRow row;
        row.entity = traits.entities[v];
        for (const auto& column : columns) row.values.push_back(column[v]);
        rows.push_back(std::move(row));
    }
    // Entities ascend by id, so a stable sort leaves ties in the order of their ids.
    std::stable_sort(rows.begin(), rows.end(), [](const SimilarRow& a, const SimilarRow& b) {
        return significant(a.values[0]) > significant(b.values[0]);
    });
    number_rows(rows, [](const SimilarRow& row) { return significant(row.values[0]); });
    return rows;
}

}  // namespace

std::optional<Likeness> parse_likeness(std::string_view text) {
    return words.parse(text);
}
std::string_view to_string(Likeness likeness) {
    return words[likeness];
}
std::vector<std::string_view> likeness_words() {
    return {words.words.begin(), words.words.end()};
}

std::vector<Reason> reasons_for(const ActorGraph& graph, const View& view, const Traits& traits,
                                Vertex first, Vertex second) {
    const auto of_first = traits.network.out(first), of_second = traits.network.out(second);
    std::vector<Vertex> shared = traits.shared(first, second);
    const double all =
        traits.weight_of(of_first) + traits.weight_of(of_second) - traits.weight_of(shared);
    std::stable_sort(shared.begin(), shared.end(),
                     [&](Vertex a, Vertex b) { return traits.rarity[a] > traits.rarity[b]; });
    std::vector<Reason> reasons;
    for (const Vertex v : shared) {
        const Trait& trait = traits.trait(v);
        reasons.push_back({trait, traits.rarity[v], traits.weight[v] / all,
                           traits.network.degree(v), traits.known_of(trait.heading),
                           relations_of(graph, view, traits.entities[first], trait),
                           relations_of(graph, view, traits.entities[second], trait)});
    }
    return reasons;
}

Similarity similar(const ActorGraph& graph, const View& view, EntityId entity,
                   const SimilarOptions& options, const Run& run) {
    if (options.by.empty()) throw Error("unknown-measure", "likeness needs a measure; name one");
    const Traits traits =
        traits_of(graph, view, std::span(&entity, 1), options.of, options.on, run);
    const Vertex self = *traits.vertex(entity);
    std::vector<std::vector<double>> columns;
    for (const Likeness likeness : options.by)
        columns.push_back(compute(view, traits, entity, likeness, run));

    Similarity result{entity,     traits.entities.size() - 1,     traits.network.degree(self),
                      options.by, order(traits, entity, columns), view.marking};
    if (options.top && result.rows.size() > *options.top) result.rows.resize(*options.top);
    for (SimilarRow& row : result.rows) {
        const Vertex other = *traits.vertex(row.entity);
        row.reasons = reasons_for(graph, view, traits, self, other);
        row.shared = row.reasons.size();
        row.traits = traits.network.degree(other);
        if (row.reasons.size() > options.reasons) row.reasons.resize(options.reasons);
        row.between = relations_between(view, entity, row.entity);
    }
    return result;
}

}  // namespace actormap
