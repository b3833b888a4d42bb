#include <actormap/base/number.hpp>
#include <actormap/batch/shard.hpp>

namespace actormap {

std::optional<Shard> parse_shard(std::string_view text) {
    constexpr std::size_t most = 100'000;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto number = parse_count(text.substr(0, slash)),
               of = parse_count(text.substr(slash + 1));
    if (!number || !of || *number < 1 || *number > *of || *of > most) return std::nullopt;
    return Shard{static_cast<std::size_t>(*number), static_cast<std::size_t>(*of)};
}

std::string to_string(const Shard& shard) {
    return std::to_string(shard.number) + '/' + std::to_string(shard.of);
}

}  // namespace actormap
