#pragma once

#include <actormap/base/shard.hpp>
#include <actormap/model/marking.hpp>

#include <string>
#include <string_view>

namespace actormap {

/// The sums of a shard of betweenness as JSON, for `read_part`:
/// `{"actormap_part": 1, "measure": …, "computed_from": …, "marking": …, "shard": …, "of": …,
/// "sums": [[…]]}` with a line for each chunk and 17 significant digits a number, which give the
/// same double back. `origin` is what `sums_origin` says, `marking` the highest in the network.
[[nodiscard]] std::string part_json(const ShardSums& part, std::string_view origin, Tlp marking);

}  // namespace actormap
