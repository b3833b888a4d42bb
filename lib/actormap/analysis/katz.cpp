#include <actormap/analysis/katz.hpp>
#include <actormap/analysis/perron.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

// Walks of one arc more with each iteration: the scores only grow. So if a score x(v) changes by at
// most e x(v), then what is missing is at most e (I - alpha A^T)^-1 x.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 4096;     // vertices
constexpr double default_share = 0.9;        // of the bound
constexpr double largest_share = 1 - 1e-10;  // nearer, the bound itself is not known

void check(const KatzOptions& options) {
    const auto demand = [](bool good, const char* message) {
        if (!good) throw Error("option-range", message);
    };
    const auto positive = [](double value) { return value > 0 && std::isfinite(value); };
    demand(!options.alpha || positive(*options.alpha), "alpha must be above 0, and finite");
    demand(positive(options.beta), "beta must be above 0, and finite");
    demand(options.tolerance > 0, "tolerance must be above 0");
    demand(options.max_iterations > 0, "max_iterations must be at least 1");
}

/// alpha, for the matrix in its own unit.
double scaled_alpha(const WalkMatrix& matrix, const KatzOptions& options, const Run& run) {
    if (matrix.network().arcs() == 0) return 0;
    const double radius = perron(matrix, {}, run).value;
    if (!options.alpha) {
        if (radius > 0) return default_share / radius;
        throw Error("measure-undefined",
                    "Katz centrality has no default alpha: the directed network has no cycle; "
                    "give any alpha above 0");
    }
    const double alpha = std::ldexp(*options.alpha, matrix.exponent());
    if (radius == 0 || alpha * radius < largest_share) return alpha;
    throw Error("katz-alpha", "alpha " + rounded(*options.alpha, 6) +
                                  " is not below 1 / spectral radius, which is " +
                                  rounded(1 / matrix.in_unit(radius), 12) +
                                  "; give a smaller one, or none");
}

void check_finite(double value) {
    if (std::isfinite(value)) return;
    throw Error("katz-alpha",
                "the Katz scores are more than a number can hold; give a smaller alpha, or a "
                "smaller beta");
}

/// What the sum of squares of scores is the square of.
double norm(const std::vector<double>& scores) {
    const double largest = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (const double x : scores) sum += (x / largest) * (x / largest);
    return largest * std::sqrt(sum);
}

Katz solve(const WalkMatrix& matrix, const KatzOptions& options, const Run& run) {
    check(options);
    const std::size_t n = matrix.network().size();
    Katz result;
    const double alpha = scaled_alpha(matrix, options, run);
    result.alpha = options.alpha.value_or(std::ldexp(alpha, -matrix.exponent()));
    if (n == 0) return result;

    const Run quiet{.threads = run.threads, .stop = run.stop};  // the iterations are not known
    std::vector<double> change((n + chunk_size - 1) / chunk_size);
    std::vector<double> score(n, 1.0);  // in units of beta
    std::vector<double> next(n);
    for (;;) {
        if (result.iterations++ == options.max_iterations) {
            throw Error("not-converged",
                        "a Katz score changed by a share of " + rounded(result.residual, 3) +
                            " after " + std::to_string(options.max_iterations) +
                            " iterations; raise max_iterations or tolerance, or give a smaller "
                            "alpha");
        }
        for_each_chunk(change.size(), quiet, [&](std::size_t chunk) {
            change[chunk] = 0;
            const std::size_t end = std::min(n, (chunk + 1) * chunk_size);
            for (std::size_t v = chunk * chunk_size; v < end; ++v) {
                next[v] = 1 + alpha * matrix.pull(static_cast<Vertex>(v), score);
                check_finite(next[v]);
                change[chunk] = std::max(change[chunk], std::abs(next[v] - score[v]) / next[v]);
            }
        });
        score.swap(next);
        result.residual = *std::max_element(change.begin(), change.end());
        if (result.residual <= options.tolerance) break;
    }
    const double factor = options.normalized ? 1 / norm(score) : options.beta;
    for (double& x : score) {
        x *= factor;
        check_finite(x);
    }
    result.scores = std::move(score);
    return result;
}

}  // namespace

Katz katz(const Network& network, const KatzOptions& options, const Run& run) {
    return solve(WalkMatrix(network), options, run);
}

Katz katz(const Network& network, const Strengths& strengths, const KatzOptions& options,
          const Run& run) {
    return solve(WalkMatrix(network, strengths), options, run);
}

}  // namespace actormap
