#include <actormap/analysis/between_bound.hpp>
#include <actormap/analysis/path_sampler.hpp>
#include <actormap/analysis/sampled_betweenness.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {
namespace {

void check(const SampledBetweennessOptions& options) {
    const auto need = [](bool good, const char* message) {
        if (!good) throw Error("option-range", message);
    };
    need(options.epsilon > 0 && options.epsilon < 1,
         "the error epsilon of sampled betweenness is above 0 and below 1; give 0.01, or compute "
         "the exact values");
    need(options.probability > 0 && options.probability < 1,
         "the probability of sampled betweenness is above 0 and below 1; give 0.99");
}

/// The samples that the proof in the header asks for.
std::size_t samples_for(const Network& network, const SampledBetweennessOptions& options,
                        const Run& run) {
    constexpr double limit = 0x1p32;
    const double between = between_bound(network, run);
    if (between == 0) return 0;
    const auto n = static_cast<double>(network.size());
    const double epsilon = std::min(0.1, options.epsilon * (n - 2) / n);
    const double failure = 1 - options.probability;
    const double needed = std::max(3.0, std::log(5 * between / failure) / 2);
    const double samples = std::ceil(needed / epsilon / epsilon);
    if (!(samples < limit))
        throw Error("option-range",
                    "sampled betweenness needs more than 2^32 samples for that epsilon; give a "
                    "larger one, or compute the exact values");
    return static_cast<std::size_t>(samples);
}

/// How many samples each vertex is between the ends of.
std::vector<std::size_t> count(const Network& network, std::size_t samples, std::uint64_t seed,
                               const Run& run) {
    const auto n = static_cast<std::uint32_t>(network.size());
    // Integers add up to the same in any order, so chunks may be as many as threads.
    const std::size_t chunks = std::clamp<std::size_t>(run.threads, 1, samples);
    std::vector<std::vector<std::uint32_t>> counts(chunks);
    struct Part {
        PathSampler paths;
        std::vector<std::uint32_t>& counts;
    };
    const auto begin = [&](std::size_t chunk) {
        counts[chunk].assign(n, 0);
        return Part{PathSampler(network), counts[chunk]};
    };
    for_each_item(samples, chunks, run, begin, [&](Part& part, std::size_t sample) {
        RandomBits bits = RandomBits::of_part(seed, sample);
        const Vertex from = bits.below(n);
        const Vertex other = bits.below(n - 1);
        const Vertex to = other < from ? other : other + 1;
        for (const Vertex v : part.paths.draw(from, to, bits)) ++part.counts[v];
    });
    std::vector<std::size_t> sums(n, 0);
    for (const auto& some : counts) {
        for (std::size_t v = 0; v < n; ++v) sums[v] += some[v];
    }
    return sums;
}

}  // namespace

SampledBetweenness sampled_betweenness(const Network& network,
                                       const SampledBetweennessOptions& options, const Run& run) {
    check(options);
    SampledBetweenness result{std::vector<double>(network.size(), 0.0),
                              samples_for(network, options, run)};
    const auto n = static_cast<double>(network.size());
    if (n > 2) result.pairs = (n - 1) * (n - 2) / (network.directed() ? 1 : 2);
    if (result.samples == 0) {
        Steps(0, run).end();
        return result;
    }
    const auto counts = count(network, result.samples, options.seed, run);
    for (std::size_t v = 0; v < counts.size(); ++v) {
        const double share = static_cast<double>(counts[v]) / static_cast<double>(result.samples);
        const double score = std::min(1.0, share * n / (n - 2));
        result.scores[v] = options.normalized ? score : score * result.pairs;
    }
    return result;
}

}  // namespace actormap
