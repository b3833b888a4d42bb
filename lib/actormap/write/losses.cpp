#include <actormap/write/losses.hpp>

namespace actormap {

std::vector<std::string> lines(const Losses& losses) {
    std::vector<std::string> result;
    for (const auto& [what, count] : losses.counts())
        result.push_back(what + ": " + std::to_string(count));
    return result;
}

}  // namespace actormap
