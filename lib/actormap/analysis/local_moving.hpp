#pragma once

#include <actormap/analysis/community_level.hpp>
#include <actormap/analysis/random_bits.hpp>

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace actormap {

/// Moves single nodes to the community where they add most, as long as one does. It begins with
/// all nodes in random order, and looks again at the neighbours of those that moved (the fast local
/// move of Leiden). Its storage serves all levels of a search.
class LocalMoving {
  public:
    /// For levels of at most `nodes` nodes. The bits must outlive it.
    LocalMoving(std::size_t nodes, double penalty, RandomBits& bits, std::stop_token stop);

    /// Changes `of`, which holds numbers below level.size(), and returns how many moves were made.
    /// If there were none, no node can move alone and gain.
    /// Throws      Cancelled
    std::size_t move(const CommunityLevel& level, std::vector<Vertex>& of);

  private:
    void start(const CommunityLevel& level, const std::vector<Vertex>& of);
    [[nodiscard]] Vertex next();
    void look_again(Vertex v);
    [[nodiscard]] Vertex best_for(Vertex v, const CommunityLevel& level,
                                  const std::vector<Vertex>& of);
    void put(double mass, Vertex from, Vertex to);

    double penalty_;
    RandomBits& bits_;
    std::stop_token stop_;
    std::vector<double> mass_;         // of each community
    std::vector<Vertex> members_;      // how many nodes each has
    std::vector<Vertex> empty_;        // communities without any
    std::vector<Vertex> queue_;        // a ring of the nodes to look at
    std::size_t head_ = 0;             // the first of them
    std::size_t waiting_ = 0;          // how many there are
    std::vector<std::uint8_t> waits_;  // whether a node is in the queue
    std::vector<double> tie_;          // of the node at hand with each community; 0 if none
    std::vector<Vertex> tied_;         // the communities it has one with
};

}  // namespace actormap
