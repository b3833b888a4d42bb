#pragma once

#include "karate_club.hpp"

#include <cstdint>
#include <vector>

namespace actormap::test {

/// Whom each member followed when the karate club split, the instructor (0) or the officer (1):
/// 'club' of nx.karate_club_graph().
inline const std::vector<std::uint32_t>& karate_sides() {
    static const std::vector<std::uint32_t> sides{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
                                                  0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1,
                                                  1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    return sides;
}

}  // namespace actormap::test
