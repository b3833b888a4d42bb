#pragma once

#include <actormap/network/weights.hpp>

#include <utility>
#include <vector>

namespace actormap::test {

/// W. W. Zachary, An information flow model for conflict and fission in small groups, J.
/// Anthropol. Res. 33 (1977) 452-473: who met whom outside of the club. As in NetworkX and igraph.
inline const std::vector<std::pair<Vertex, Vertex>>& karate_edges() {
    static const std::vector<std::pair<Vertex, Vertex>> edges{
        {0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},
        {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},
        {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},
        {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},
        {4, 10},  {5, 6},   {5, 10},  {5, 16},  {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},
        {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32},
        {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25},
        {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
        {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}};
    return edges;
}

/// In how many contexts the two met: the weights of nx.karate_club_graph().
inline const std::vector<double>& karate_contexts() {
    static const std::vector<double> contexts{
        4, 5, 3, 3, 3, 3, 2, 2, 2, 3, 1, 3, 2, 2, 2, 2, 6, 3, 4, 5, 1, 2, 2, 2, 3, 4,
        5, 1, 3, 2, 2, 2, 3, 3, 3, 2, 3, 5, 3, 3, 3, 3, 3, 4, 2, 3, 3, 2, 3, 4, 1, 2,
        1, 3, 1, 2, 3, 5, 4, 3, 5, 4, 2, 3, 2, 7, 4, 2, 4, 2, 2, 4, 2, 3, 3, 4, 4, 5};
    return contexts;
}

inline Network karate_club() {
    return Network(Direction::undirected, 34, karate_edges());
}
inline Strengths karate_strengths(const Network& club) {
    return Strengths::united(club, karate_edges(), karate_contexts(), Uniting::sum);
}

/// A directed example: the same edges from their smaller end, and every third of them, number i,
/// also back with the strength 1 + i % 5.
struct DirectedClub {
    std::vector<std::pair<Vertex, Vertex>> arcs = karate_edges();
    std::vector<double> numbers = karate_contexts();

    DirectedClub() {
        for (std::size_t i = 0; i < karate_edges().size(); i += 3) {
            arcs.emplace_back(arcs[i].second, arcs[i].first);
            numbers.push_back(1.0 + static_cast<double>(i % 5));
        }
    }
    [[nodiscard]] Network network() const { return Network(Direction::directed, 34, arcs); }
    [[nodiscard]] Strengths strengths() const {
        return Strengths::united(network(), arcs, numbers, Uniting::sum);
    }
};

}  // namespace actormap::test
