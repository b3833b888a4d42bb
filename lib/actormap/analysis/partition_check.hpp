#pragma once

#include <actormap/network/network.hpp>

#include <cstdint>
#include <span>

namespace actormap {

/// What the measures of a partition ask of it and of their resolution.
/// Throws      Error "communities-invalid" unless each vertex has a community, numbered below n;
///             "option-range" unless the resolution is from 0 to 1e100
void check_partition(const Network& network, std::span<const std::uint32_t> communities);
void check_resolution(double resolution);

/// Throws      Error "network-direction" if the network is directed
void check_undirected(const Network& network, const char* what);

}  // namespace actormap
