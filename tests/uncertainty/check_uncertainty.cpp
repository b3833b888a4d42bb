// Whether what sampled worlds say of a network is as near to the truth as docs/uncertainty.md
// promises. Plants confidences in random networks, goes through all of their worlds, samples some,
// and compares. Exit code 1 if a promise is broken.
//
//   actormap_uncertainty [NETWORKS [WORLDS]]

#include "uncertainty/planted.hpp"

#include <actormap/study/world_ranking.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr double risk =
    1e-7;  // that one case of all leaves its bound by chance: some thousand times this

/// The values of one entity, sampled and in all worlds.
struct Case {
    std::vector<double> sampled, all, weights;

    [[nodiscard]] double share_at_most(double value) const {
        double share = 0;
        for (std::size_t i = 0; i < all.size(); ++i) share += all[i] <= value ? weights[i] : 0;
        return share;
    }
    [[nodiscard]] double share_below(double value) const {
        double share = 0;
        for (std::size_t i = 0; i < all.size(); ++i) share += all[i] < value ? weights[i] : 0;
        return share;
    }
    [[nodiscard]] double mean() const {
        double sum = 0;
        for (std::size_t i = 0; i < all.size(); ++i) sum += weights[i] * all[i];
        return sum;
    }
    [[nodiscard]] bool constant() const {
        return std::all_of(all.begin(), all.end(), [&](double v) { return v == all.front(); });
    }
};

struct Tally {
    std::size_t cases = 0, outside = 0, varying = 0, covered = 0;
    double farthest = 0;

    void add(const Case& one) {
        ++cases;
        const double bound = sampling_error(one.sampled.size(), risk);
        for (const double q : {0.05, 0.25, 0.5, 0.75, 0.95}) {
            // The exact quantiles of q - bound and q + bound have the sampled one between them, so
            // at most q + bound is below it, and at least q - bound not above it.
            const double value = quantile(one.sampled, {}, q);
            const double off =
                std::max({one.share_below(value) - q, q - one.share_at_most(value), 0.0});
            farthest = std::max(farthest, off);
            if (off > bound) ++outside;
        }
        if (one.constant()) return;
        ++varying;
        const MeanInterval interval = mean_interval(one.sampled, {}, false);
        if (interval.low <= one.mean() && one.mean() <= interval.high) ++covered;
    }
};

std::vector<double> part(const std::vector<double>& list, const Worlds& of, std::size_t i) {
    const auto first = list.begin() + static_cast<std::ptrdiff_t>(i * of.count);
    return {first, first + static_cast<std::ptrdiff_t>(of.count)};
}

void compare(std::uint32_t seed, std::size_t count, Tally& tally) {
    // Mostly up to ten uncertain relations; each fiftieth network has fourteen, or once in a while
    // as many as are ever gone through, of which only the degree is looked at.
    const std::size_t uncertain = seed % 250 == 249 ? 20 : seed % 50 == 49 ? 14 : 1 + seed % 10;
    const ActorGraph graph = graph_of(planted(seed, uncertain));
    // A third each: by relation; by speaker; by speaker, where independent voices add up.
    Lens lens;
    if (seed % 3 == 2) lens.combining.combine = Combine::independent;
    const WorldsBy by = seed % 3 == 0 ? WorldsBy::relation : WorldsBy::speaker;
    const View view = apply(graph, lens);
    const std::vector<Measure> measures = uncertain == 20
                                              ? std::vector{Measure::degree}
                                              : std::vector{Measure::degree, Measure::betweenness};
    const RankingOptions options{measures, {.normalized = false}};
    const Worlds all = worlds(graph, view, {.method = WorldsMethod::exact, .by = by}, options);
    // Sampled even where all worlds are no more than that: drawn one by one.
    const Worlds sampled =
        worlds(graph, view,
               {.count = count, .method = WorldsMethod::sampled, .by = by, .seed = seed}, options);
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < all.listed.size(); ++i)
            tally.add(
                {part(sampled.values[m], sampled, i), part(all.values[m], all, i), all.weights});
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t networks = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 500;
    const std::size_t count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1000;
    if (networks == 0 || count == 0) {
        std::fprintf(stderr, "usage: actormap_uncertainty [NETWORKS [WORLDS]]\n");
        return 2;
    }
    Tally tally;
    for (std::uint32_t seed = 0; seed < networks; ++seed) compare(seed, count, tally);
    const double coverage = 100 * static_cast<double>(tally.covered) /
                            static_cast<double>(std::max<std::size_t>(tally.varying, 1));
    std::printf("%zu networks, %zu worlds sampled of each, %zu cases\n", networks, count,
                tally.cases);
    std::printf("quantiles outside the bound of %.4f: %zu; the farthest is off by %.4f\n",
                sampling_error(count, risk), tally.outside, tally.farthest);
    std::printf("90%% intervals that hold the exact mean: %zu of %zu that vary, %.2f%%\n",
                tally.covered, tally.varying, coverage);
    const bool good = tally.outside == 0 && coverage >= 88 && coverage <= 92;
    std::printf("%s\n", good ? "as promised" : "NOT as promised");
    return good ? 0 : 1;
}
