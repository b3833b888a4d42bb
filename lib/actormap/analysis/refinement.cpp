#include <actormap/analysis/refinement.hpp>
#include <actormap/base/run.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace actormap {

Refinement::Refinement(std::size_t nodes, double penalty, double spread, RandomBits& bits,
                       std::stop_token stop)
    : penalty_(penalty), spread_(spread), bits_(bits), stop_(std::move(stop)), tie_(nodes) {}

void Refinement::start(const CommunityLevel& level, const std::vector<Vertex>& of,
                       std::vector<Vertex>& parts) {
    const std::size_t n = level.size();
    parts.resize(n);
    std::iota(parts.begin(), parts.end(), Vertex{0});
    order_ = parts;
    bits_.shuffle(std::span(order_));
    alone_.assign(n, 1);
    mass_ = level.mass;
    whole_.assign(n, 0);
    cut_.assign(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        whole_[of[v]] += level.mass[v];
        for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
            if (of[level.target[i]] == of[v]) cut_[v] += level.weight[i];
        }
    }
}

bool Refinement::well_connected(Vertex part, Vertex community) const {
    const double price = penalty_ * mass_[part] * (whole_[community] - mass_[part]);
    return !is_above(price, cut_[part], price + cut_[part]);
}

void Refinement::find_ties(Vertex v, const CommunityLevel& level, const std::vector<Vertex>& of,
                           const std::vector<Vertex>& parts) {
    for (const Vertex part : tied_) tie_[part] = 0;
    tied_.clear();
    for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
        const Vertex neighbour = level.target[i];
        if (of[neighbour] != of[v]) continue;
        const Vertex part = parts[neighbour];
        if (tie_[part] == 0) tied_.push_back(part);
        tie_[part] += level.weight[i];
    }
}

/// Draws the part that v, alone until now, is to be in: its own, or a neighbour by which it does
/// not lose. The more it gains, the likelier.
Vertex Refinement::choose(Vertex v, Vertex community) {
    const double price = penalty_ * mass_[v];
    open_.assign(1, v);
    chances_.assign(1, 0);
    double best = 0;
    for (const Vertex part : tied_) {
        const double tie = tie_[part];
        const double cost = price * mass_[part];
        if (is_above(cost, tie, cost + tie) || !well_connected(part, community)) continue;
        open_.push_back(part);
        chances_.push_back(tie - cost);
        best = std::max(best, tie - cost);
    }
    if (open_.size() == 1) return v;
    double sum = 0;
    for (double& chance : chances_) chance = sum += decay((chance - best) / spread_);
    const double lot = bits_.unit() * sum;
    std::size_t hit = 0;
    while (hit + 1 < open_.size() && chances_[hit] <= lot) ++hit;
    return open_[hit];
}

void Refinement::join(Vertex v, Vertex part) {
    mass_[part] += mass_[v];
    cut_[part] += cut_[v] - 2 * tie_[part];
    alone_[part] = 0;
}

void Refinement::refine(const CommunityLevel& level, const std::vector<Vertex>& of,
                        std::vector<Vertex>& parts) {
    start(level, of, parts);
    std::size_t looks = 0;
    for (const Vertex v : order_) {
        if (looks++ % 4096 == 0 && stop_.stop_requested()) throw Cancelled();
        if (alone_[v] == 0 || !well_connected(v, of[v])) continue;
        find_ties(v, level, of, parts);
        const Vertex part = choose(v, of[v]);
        if (part == v) continue;
        parts[v] = part;
        join(v, part);
    }
}

double decay(double x) {
    if (x < -50) return 0;  // below the steps of a lot
    const double doublings = std::floor(x * 1.4426950408889634 + 0.5);
    constexpr double ln2_high = 0x1.62e42feep-1;  // a few bits, so that the products are exact
    constexpr double ln2_low = 0x1.a39ef35793c76p-33;
    const double rest = (x - doublings * ln2_high) - doublings * ln2_low;  // |rest| < 0.35
    double power = 1;
    for (int i = 13; i > 0; --i) power = 1 + power * rest / i;  // Taylor, by Horner's scheme
    return std::ldexp(power, static_cast<int>(doublings));
}

}  // namespace actormap
