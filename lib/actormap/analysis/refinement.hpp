#pragma once

#include <actormap/analysis/community_level.hpp>
#include <actormap/analysis/random_bits.hpp>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace actormap {

/// Splits communities into well-connected parts by random merges (the refinement of Leiden). A part
/// is well connected if its ties with the rest of its community are worth their price. Its storage
/// serves all levels of a search.
class Refinement {
  public:
    /// For levels of at most `nodes` nodes. A merge that gains `spread` less than the best one has
    /// 1 / e of its chance. The bits must outlive it.
    Refinement(std::size_t nodes, double penalty, double spread, RandomBits& bits,
               std::stop_token stop);

    /// Makes `parts` of the communities `of`, with numbers below level.size(). A part is connected.
    /// Throws      Cancelled
    void refine(const CommunityLevel& level, const std::vector<Vertex>& of,
                std::vector<Vertex>& parts);

  private:
    void start(const CommunityLevel& level, const std::vector<Vertex>& of,
               std::vector<Vertex>& parts);
    [[nodiscard]] bool well_connected(Vertex part, Vertex community) const;
    void find_ties(Vertex v, const CommunityLevel& level, const std::vector<Vertex>& of,
                   const std::vector<Vertex>& parts);
    [[nodiscard]] Vertex choose(Vertex v, Vertex community);
    void join(Vertex v, Vertex part);

    double penalty_;
    double spread_;
    RandomBits& bits_;
    std::stop_token stop_;
    std::vector<double> whole_;        // the mass of each community
    std::vector<double> mass_;         // of each part
    std::vector<double> cut_;          // its ties with the rest of its community
    std::vector<std::uint8_t> alone_;  // whether a part is a single node yet
    std::vector<Vertex> order_;
    std::vector<double> tie_;      // of the node at hand with each part of its community; 0 if none
    std::vector<Vertex> tied_;     // the parts it has one with
    std::vector<Vertex> open_;     // those of them that it may join; itself first
    std::vector<double> chances_;  // of each of these, added up
};

/// e^x for x <= 0, or 0 below -50; to 15 digits, and the same bits on every platform, which
/// std::exp does not promise.
[[nodiscard]] double decay(double x);

}  // namespace actormap
