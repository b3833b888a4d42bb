#include <actormap/analysis/blocks.hpp>
#include <actormap/analysis/components.hpp>
#include <actormap/analysis/core_number.hpp>
#include <actormap/analysis/strong_components.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/groups.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<Grouping, 5> words{
    {"communities", "components", "strong-components", "cores", "blocks"}};

/// The vertices of each group, ascending, by the group's number.
using Parts = std::vector<std::vector<Vertex>>;

Parts parts_of(std::span<const std::uint32_t> of) {
    Parts parts;
    for (Vertex v = 0; v < of.size(); ++v) {
        if (of[v] >= parts.size()) parts.resize(of[v] + std::size_t{1});
        parts[of[v]].push_back(v);
    }
    return parts;
}

/// The ends of the arcs of each block.
Parts parts_of(const Network& network, const Blocks& blocks) {
    Parts parts(blocks.count);
    for (Vertex v = 0; v < network.size(); ++v) {
        const std::size_t first = network.first_arc(v);
        for (std::size_t i = 0; i < network.out(v).size(); ++i) {
            auto& part = parts[blocks.of_arcs[first + i]];
            if (part.empty() || part.back() != v) part.push_back(v);
        }
    }
    return parts;
}

class Describer {
  public:
    Describer(const ActorGraph& graph, const View& view) : graph_(graph), view_(view) {}

    /// What is said of a group of vertices; `part` ascends.
    Group operator()(std::size_t number, const std::vector<Vertex>& part) const {
        Group group{number, {}, 0, 0, Tlp::clear};
        std::vector<std::pair<std::size_t, Vertex>> members;
        for (const Vertex v : part) {
            const std::size_t within = links_within(part, v);
            group.inside += within;
            group.outside += view_.network.degree(v) - within;
            members.emplace_back(within, v);
            group.marking = std::max(group.marking, graph_[view_.entities[v]].marking);
        }
        group.inside /= 2;  // each edge was met at both ends
        std::stable_sort(members.begin(), members.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [within, v] : members) group.members.push_back(view_.entities[v]);
        return group;
    }

  private:
    /// Edges between v and the group: in and out if directed, as `degree` counts them.
    [[nodiscard]] std::size_t links_within(const std::vector<Vertex>& part, Vertex v) const {
        const auto count = [&](std::span<const Vertex> row) {
            return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [&](Vertex w) {
                return std::binary_search(part.begin(), part.end(), w);
            }));
        };
        const Network& network = view_.network;
        return count(network.out(v)) + (network.directed() ? count(network.in(v)) : 0);
    }

    const ActorGraph& graph_;
    const View& view_;
};

Communities find_communities(const Network& network, const GroupsOptions& options,
                             const std::optional<Strengths>& strengths, const Run& run) {
    const auto find = [&](const auto&... weights) {
        return options.method == CommunityMethod::leiden
                   ? leiden(network, weights..., options.communities, run)
                   : louvain(network, weights..., options.communities, run);
    };
    return strengths ? find(*strengths) : find();
}

Parts divide(const View& view, const GroupsOptions& options,
             const std::optional<Strengths>& strengths, const Run& run, Groups& result) {
    const Network& network = view.network;
    switch (options.by) {
        case Grouping::communities:
            result.communities = find_communities(network, options, strengths, run);
            return parts_of(result.communities->of);
        case Grouping::components:
            return parts_of(components(network, {}, run).of);
        case Grouping::strong_components:
            return parts_of(strong_components(network, {}, run).of);
        case Grouping::cores:
            return parts_of(core_number(network, {}, run));
        case Grouping::blocks:
            return parts_of(network, blocks(network, {}, run));
    }
    return {};
}

}  // namespace

std::optional<Grouping> parse_grouping(std::string_view text) {
    return words.parse(text);
}
std::string_view to_string(Grouping grouping) {
    return words[grouping];
}
std::vector<std::string_view> grouping_words() {
    return {words.words.begin(), words.words.end()};
}

Groups groups(const ActorGraph& graph, const View& view, const GroupsOptions& options,
              const std::optional<Strengths>& strengths, const Run& run) {
    Groups result{view.network.size(), view.network.edges(), options, {}, {}, view.marking};
    const Parts parts = divide(view, options, strengths, run, result);
    const Describer describe(graph, view);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].empty()) result.groups.push_back(describe(i, parts[i]));
    }
    const bool cores = options.by == Grouping::cores;
    std::stable_sort(result.groups.begin(), result.groups.end(), [&](const auto& a, const auto& b) {
        return cores ? a.number > b.number : a.members.size() > b.members.size();
    });
    if (!cores) {
        for (std::size_t i = 0; i < result.groups.size(); ++i) result.groups[i].number = i + 1;
    }
    return result;
}

}  // namespace actormap
