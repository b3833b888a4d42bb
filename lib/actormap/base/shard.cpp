#include <actormap/base/number.hpp>
#include <actormap/base/shard.hpp>

namespace actormap {

std::optional<Shard> parse_shard(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto index = parse_count(text.substr(0, slash));
    const auto count = parse_count(text.substr(slash + 1));
    if (!index || !count) return std::nullopt;
    const Shard shard{*index, *count};
    return shard.valid() ? std::optional(shard) : std::nullopt;
}

std::string to_string(const Shard& shard) {
    return std::to_string(shard.index) + '/' + std::to_string(shard.count);
}

}  // namespace actormap
