#include <actormap/model/claim_roots.hpp>

#include <algorithm>
#include <cstdint>

namespace actormap {
namespace {

enum class Mark : std::uint8_t { fresh, on_the_way, known };

/// The least claim of the ring that this one is in.
ClaimId least_of_ring(std::span<const Claim> claims, ClaimId start) {
    ClaimId least = start;
    for (ClaimId at = *claims[index(start)].cites; at != start; at = *claims[index(at)].cites)
        least = std::min(least, at);
    return least;
}

}  // namespace

std::vector<ClaimId> claim_roots(std::span<const Claim> claims) {
    if (std::none_of(claims.begin(), claims.end(), [](const Claim& c) { return c.cites; }))
        return {};
    std::vector<ClaimId> roots(claims.size());
    std::vector<Mark> marks(claims.size(), Mark::fresh);
    std::vector<std::size_t> way;
    for (std::size_t first = 0; first < claims.size(); ++first) {
        way.clear();
        std::size_t at = first;
        while (marks[at] == Mark::fresh) {
            marks[at] = Mark::on_the_way;
            way.push_back(at);
            if (claims[at].cites) at = index(*claims[at].cites);
        }
        auto root = static_cast<ClaimId>(at);
        if (marks[at] == Mark::known)
            root = roots[at];
        else if (claims[at].cites)
            root = least_of_ring(claims, root);
        for (const std::size_t claim : way) {
            roots[claim] = root;
            marks[claim] = Mark::known;
        }
    }
    return roots;
}

}  // namespace actormap
