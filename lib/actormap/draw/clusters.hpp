#pragma once

#include <actormap/base/run.hpp>
#include <actormap/draw/clustering.hpp>
#include <actormap/draw/scene.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace actormap {

/// The fewest nodes that get an area of their own.
inline constexpr std::size_t least_clustered = 3;

/// Nodes of a scene that stand together.
struct SceneCluster {
    std::string name;                  ///< "Finland", "around APT31"; clean
    std::vector<std::size_t> members;  ///< into `Scene::nodes`, ascending
};

/// The clusters of a scene with at least `least_clustered` nodes, by their first node; no node is
/// in two. By country: the nodes whose one undoubted country it is. By community: what `leiden`
/// finds in the scene's network, undirected and unweighted, for modularity with resolution 1 and
/// seed 1; named by the node with most edges, the first of several.
[[nodiscard]] std::vector<SceneCluster> clusters_of(const Scene& scene, Clustering by,
                                                    const Run& run = {});

}  // namespace actormap
