#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actormap {

struct SampledBetweennessOptions {
    double epsilon = 0.01;      ///< of normalised values, above 0 and below 1
    double probability = 0.99;  ///< that no value is off by epsilon, above 0 and below 1
    std::uint64_t seed = 0;     ///< of the samples
    bool normalized = true;     ///< otherwise times P, and so is what values are off by
};

struct SampledBetweenness {
    std::vector<double> scores;
    std::size_t samples = 0;  ///< shortest paths that were drawn
    double pairs = 0;         ///< P: what raw values are off by is epsilon times this
};

/// Betweenness from a sample of shortest paths, all values within epsilon of the exact ones with
/// the stated probability. Each sample is a pair of vertices, each with the same chance, and one
/// of its shortest paths, each with the same chance.
///
///     B'(v) = n / (n - 2) * (1 / r) * (samples with v between the ends)          and at most 1
///
///     P( |B'(v) - B(v)| < epsilon for all v ) >= probability
///
/// where B(v) is the normalised `betweenness`, and the probability is over the seed: it holds for
/// any network, but not for one that was made to suit a seed.
///
/// Samples     r = max(3, ln(5 L / delta) / 2) / e^2, rounded up: delta = 1 - probability, e =
///             epsilon (n - 2) / n but at most 0.1, L the `between_bound`; none if L = 0
/// Proof       Let p(v) be the chance that v is between the ends of a sample. Of the n (n - 1)
///             ordered pairs (n - 1)(n - 2) are without v, so B(v) = p(v) n / (n - 2), and it is to
///             show that with the probability each p(v) differs from its share in the samples by
///             less than e. By Chernoff's bound that fails for one v with a chance f(p) <= exp(-r
///             K(p + e, p)) + exp(-r K(p - e, p)), the second only if p >= e, where K(a, p) = a
///             ln(a / p) + (1 - a) ln((1 - a) / (1 - p)). K(p +- e, p) >= 2 e^2 (Hoeffding), so
///             f(p) / p <= 5 exp(-2 r e^2) where p >= 0.4. Where p < 0.4, both parts of f(p) / p
///             grow with p: since e <= 0.1,
///             -dK/dp = (1 / p) integral from p to p +- e of (x - p)(1 - p - x) / ((1 - p) x
///             (1 - x)) dx >= e^2 / (3 p), and r e^2 >= 3; so they are no more than at 0.4, and
///             f(p) / p <= 5 exp(-2 r e^2) for all p. The p(v) add up to L at most. So the chance
///             that it fails for some v is at most L 5 exp(-2 r e^2) <= delta
/// Pairs, Lengths, Tiny, Range  as `betweenness` by hops
/// Precision   the bound above, and beyond that the rounding of doubles
/// Threads     the same bits for any run.threads: sample i draws from the seed and i alone, and
///             samples are counted in integers
/// Cost        O(n + m) and r draws of a `PathSampler` in time, O(n) memory for each thread; r
///             hardly grows with the network (30,000 to 45,000 by default), so on one of less than
///             some ten thousand vertices the exact values can take less time
/// Throws      Error "option-range" if epsilon or probability is not above 0 and below 1, or if
///             they need 2^32 samples; Cancelled
/// Agrees with what `betweenness` finds, within the bound
/// Reference   Samples of paths: M. Riondato and E. M. Kornaropoulos, Fast approximation of
///             betweenness centrality through sampling, Data Min. Knowl. Disc. 30 (2016) 438-475,
///             https://doi.org/10.1007/s10618-015-0423-0. Two-sided searches: M. Borassi and E.
///             Natale, KADABRA is an adaptive algorithm for betweenness via random approximation,
///             ACM J. Exp. Algorithmics 24 (2019), https://doi.org/10.1145/3284359. A bound by the
///             mean length of paths: L. Pellegrina and F. Vandin, SILVAN: estimating betweenness
///             centralities with progressive sampling and non-uniform Rademacher bounds, ACM Trans.
///             Knowl. Discov. Data 18 (2024), https://doi.org/10.1145/3628601. Tails: W. Hoeffding,
///             Probability inequalities for sums of bounded random variables, J. Am. Stat. Assoc.
///             58 (1963) 13-30, https://doi.org/10.1080/01621459.1963.10500830
[[nodiscard]] SampledBetweenness sampled_betweenness(const Network& network,
                                                     const SampledBetweennessOptions& options = {},
                                                     const Run& run = {});

}  // namespace actormap
