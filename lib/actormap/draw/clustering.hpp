#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace actormap {

/// What stands together in a picture, in a box or on an area of its own.
enum class Clustering : std::uint8_t {
    automatic,  ///< countries in columns, nothing elsewhere
    none,       ///< nothing, anywhere
    country,    ///< what is in one country without a doubt
    community   ///< by springs alone: communities (Leiden, modularity) of what is drawn
};
[[nodiscard]] std::optional<Clustering> parse_clustering(std::string_view text);

}  // namespace actormap
