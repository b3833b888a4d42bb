#include <actormap/analysis/path_network.hpp>

#include <numeric>

namespace actormap {

PathNetwork whole_paths(const Network& network) {
    const std::size_t n = network.size();
    PathNetwork whole{.network = network,
                      .copies = std::vector<double>(n, 1),
                      .ends = std::vector<double>(n, 1),
                      .first_member = std::vector<std::size_t>(n + 1),
                      .members = std::vector<Vertex>(n),
                      .settled = std::vector<double>(n, 0)};
    std::iota(whole.first_member.begin(), whole.first_member.end(), std::size_t{0});
    std::iota(whole.members.begin(), whole.members.end(), Vertex{0});
    return whole;
}

}  // namespace actormap
