#include <actormap/analysis/community_level.hpp>

#include <limits>

namespace actormap {
namespace {

/// strength(arc) is that of an arc.
template <class Strength>
CommunityLevel level_of(const Network& network, const Strength& strength) {
    CommunityLevel level;
    level.first.reserve(network.size() + 1);
    level.target.reserve(network.arcs());
    level.weight.reserve(network.arcs());
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            const double s = strength(arc++);
            if (s == 0) continue;
            level.target.push_back(w);
            level.weight.push_back(s);
        }
        level.first.push_back(level.target.size());
    }
    level.mass.assign(network.size(), 1);
    return level;
}

/// The nodes set by set, and where each set begins.
struct Members {
    std::vector<std::size_t> first;
    std::vector<Vertex> node;

    Members(const std::vector<Vertex>& of, std::size_t count) : first(count + 2), node(of.size()) {
        for (const Vertex set : of) ++first[set + 2];
        for (std::size_t set = 2; set < first.size(); ++set) first[set] += first[set - 1];
        for (Vertex v = 0; v < of.size(); ++v) node[first[of[v] + 1]++] = v;
    }
};

}  // namespace

CommunityLevel base_level(const Network& network) {
    return level_of(network, [](std::size_t) { return 1.0; });
}

CommunityLevel base_level(const Network& network, const Strengths& strengths, double scale) {
    return level_of(network, [&](std::size_t arc) { return strengths[arc] * scale; });
}

void weigh_by_ties(CommunityLevel& level) {
    for (Vertex v = 0; v < level.size(); ++v) {
        level.mass[v] = 0;
        for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i)
            level.mass[v] += level.weight[i];
    }
}

std::size_t number_by_smallest(std::vector<Vertex>& of) {
    constexpr Vertex none = std::numeric_limits<Vertex>::max();
    std::vector<Vertex> number(of.size(), none);
    Vertex count = 0;
    for (Vertex& set : of) {
        if (number[set] == none) number[set] = count++;
        set = number[set];
    }
    return count;
}

void aggregate(const CommunityLevel& level, const std::vector<Vertex>& of, std::size_t count,
               CommunityLevel& result) {
    const Members members(of, count);
    result.first.assign(1, 0);
    result.target.clear();
    result.weight.clear();
    result.mass.assign(count, 0);
    std::vector<double> tie(count);  // of the set at hand with each other; 0 if none yet
    std::vector<Vertex> tied;        // sets it has one with
    for (Vertex set = 0; set < count; ++set) {
        for (std::size_t m = members.first[set]; m < members.first[set + 1]; ++m) {
            const Vertex v = members.node[m];
            result.mass[set] += level.mass[v];
            for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
                const Vertex other = of[level.target[i]];
                if (other == set) continue;
                if (tie[other] == 0) tied.push_back(other);
                tie[other] += level.weight[i];
            }
        }
        for (const Vertex other : tied) {
            result.target.push_back(other);
            result.weight.push_back(tie[other]);
            tie[other] = 0;
        }
        tied.clear();
        result.first.push_back(result.target.size());
    }
}

}  // namespace actormap
