#include <actormap/analysis/perron_iteration.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

// Two iterations. `smooth` multiplies by A^T + value / 2, whose largest eigenvalue is the only one
// of its size even if the network is bipartite or periodic. It keeps vectors nonnegative, and small
// scores right to many digits; but it is slow where another eigenvalue is near, as on a long path.
// So if the matrix is symmetric, `climb` goes first: of all combinations of the vector, its
// residual and the last step it takes the one with the largest Rayleigh quotient (the locally
// optimal conjugate gradients of Knyazev 2001), which takes as many steps as `smooth` has digits of
// them.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 4096;   // vertices; fixed, so that sums are too
constexpr std::size_t polish_limit = 256;  // steps for the sake of small scores
constexpr double bracket_limit = 1e-11;
constexpr double tiny = 1e-280;  // scores below lose digits, and have no ratio

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// The unit eigenvector of the largest eigenvalue of a symmetric matrix, by Jacobi's rotations.
std::array<double, 3> top_vector(Matrix3 a) {
    Matrix3 vectors{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};  // in columns
    for (int sweep = 0; sweep < 10; ++sweep) {
        for (std::size_t p = 0; p < 2; ++p) {
            for (std::size_t q = p + 1; q < 3; ++q) {
                if (a[p][q] == 0) continue;
                const double angle = std::atan2(2 * a[p][q], a[p][p] - a[q][q]) / 2;
                const double c = std::cos(angle);
                const double s = std::sin(angle);
                const auto rotate = [&](double& x, double& y) {
                    const double turned = c * x + s * y;
                    y = c * y - s * x;
                    x = turned;
                };
                for (std::size_t k = 0; k < 3; ++k) rotate(a[k][p], a[k][q]);
                for (std::size_t k = 0; k < 3; ++k) rotate(a[p][k], a[q][k]);
                for (std::size_t k = 0; k < 3; ++k) rotate(vectors[k][p], vectors[k][q]);
            }
        }
    }
    std::size_t top = 0;
    for (std::size_t k = 1; k < 3; ++k) {
        if (a[k][k] > a[top][top]) top = k;
    }
    const double sign = vectors[0][top] < 0 ? -1 : 1;
    return {sign * vectors[0][top], sign * vectors[1][top], sign * vectors[2][top]};
}

}  // namespace

/// What a pass over the members adds up, and the range of what it sees.
struct PerronIteration::Sums {
    std::array<double, 4> of = {};
    std::array<double, 4> lost = {};  // what the last additions rounded away (Kahan)
    double smallest = std::numeric_limits<double>::infinity();
    double largest = 0;

    void add(std::size_t i, double term) {
        const double next = term - lost[i];
        const double longer = of[i] + next;
        lost[i] = (longer - of[i]) - next;
        of[i] = longer;
    }
    void see(double value) {
        smallest = std::min(smallest, value);
        largest = std::max(largest, value);
    }
    void merge(const Sums& other) {
        for (std::size_t i = 0; i < of.size(); ++i) add(i, other.of[i]);
        smallest = std::min(smallest, other.smallest);
        largest = std::max(largest, other.largest);
    }
};

PerronIteration::PerronIteration(const WalkMatrix& matrix, const PerronOptions& options,
                                 const Run& run)
    : matrix_(matrix), options_(options), run_{.threads = run.threads, .stop = run.stop} {
    if (!(options.tolerance > 0)) throw Error("option-range", "tolerance must be above 0");
    if (options.max_iterations == 0)
        throw Error("option-range", "max_iterations must be at least 1");
    const std::size_t n = matrix.network().size();
    image_.resize(n);
    if (matrix.network().directed()) return;
    for (auto* vector : {&rest_, &rest_image_, &step_, &step_image_}) vector->resize(n);
}

/// Calls body(v, sums) for every member; chunks are merged in their order.
template <class Body>
PerronIteration::Sums PerronIteration::sweep(const Body& body) {
    const std::size_t chunks = (members_.size() + chunk_size - 1) / chunk_size;
    std::vector<Sums> part(chunks);
    for_each_chunk(chunks, run_, [&](std::size_t chunk) {
        const std::size_t first = chunk * chunk_size;
        const std::size_t size = std::min(chunk_size, members_.size() - first);
        for (const Vertex v : members_.subspan(first, size)) body(v, part[chunk]);
    });
    Sums sums;
    for (const Sums& p : part) sums.merge(p);
    return sums;
}

void PerronIteration::normalize(std::vector<double>& x) {
    const double norm =
        std::sqrt(sweep([&](Vertex v, Sums& sums) { sums.add(0, x[v] * x[v]); }).of[0]);
    sweep([&](Vertex v, Sums&) { x[v] /= norm; });
}

void PerronIteration::count_iteration() {
    if (found_.iterations == options_.max_iterations) {
        throw Error("not-converged", "the eigenvector has a residual of " +
                                         rounded(found_.residual, 3) + " after " +
                                         std::to_string(found_.iterations) +
                                         " iterations; raise max_iterations or tolerance");
    }
    ++found_.iterations;
}

PerronValue PerronIteration::settle(std::span<const Vertex> members, std::vector<double>& x,
                                    bool bracket) {
    members_ = members;
    found_ = {};
    normalize(x);
    if (!matrix_.network().directed()) climb(x);
    smooth(x, bracket);
    return found_;
}

void PerronIteration::climb(std::vector<double>& x) {
    for (const Vertex v : members_) step_[v] = step_image_[v] = 0;
    for (;;) {
        count_iteration();
        const double value = sweep([&](Vertex v, Sums& sums) {
                                 image_[v] = matrix_.pull(v, x);
                                 sums.add(0, x[v] * image_[v]);
                             }).of[0];
        const Sums first = sweep([&](Vertex v, Sums& sums) {
            rest_[v] = image_[v] - value * x[v];
            sums.add(0, rest_[v] * rest_[v]);
            sums.add(1, rest_[v] * x[v]);
            sums.add(2, step_[v] * x[v]);
        });
        found_.residual = std::sqrt(first.of[0]) / value;
        if (found_.residual <= options_.tolerance) return;

        // x, rest and step become orthonormal.
        const double along = first.of[1];
        const double size = std::sqrt(first.of[0] - along * along);
        const double step_along = first.of[2];
        if (!(size > 0)) return;  // all that is left is rounding
        const Sums second = sweep([&](Vertex v, Sums& sums) {
            rest_[v] = (rest_[v] - along * x[v]) / size;
            step_[v] -= step_along * x[v];
            step_image_[v] -= step_along * image_[v];
            sums.add(0, rest_[v] * step_[v]);
            sums.add(1, step_[v] * step_[v]);
        });
        const double shared = second.of[0];
        const Sums third = sweep([&](Vertex v, Sums& sums) {
            rest_image_[v] = matrix_.pull(v, rest_);
            step_[v] -= shared * rest_[v];
            step_image_[v] -= shared * rest_image_[v];
            sums.add(0, rest_[v] * rest_image_[v]);
            sums.add(1, rest_[v] * step_image_[v]);
            sums.add(2, step_[v] * step_image_[v]);
            sums.add(3, step_[v] * step_[v]);
        });
        const bool stepped = third.of[3] > 1e-10 * second.of[1];  // else it was all in the rest
        const double scale = stepped ? 1 / std::sqrt(third.of[3]) : 0;

        // What A is on these three. Since x is orthogonal to A step, there are zeros.
        const double cross = scale * third.of[1];
        const auto [of_x, of_rest, of_step] =
            top_vector({{{value, size, 0},
                         {size, third.of[0], cross},
                         {0, cross, scale * scale * third.of[2]}}});
        const double of_last = of_step * scale;
        sweep([&, of_x = of_x, of_rest = of_rest](Vertex v, Sums&) {
            step_[v] = of_rest * rest_[v] + of_last * step_[v];
            step_image_[v] = of_rest * rest_image_[v] + of_last * step_image_[v];
            x[v] = of_x * x[v] + step_[v];
        });
        normalize(x);
    }
}

void PerronIteration::smooth(std::vector<double>& x, bool bracket) {
    for (const Vertex v : members_) x[v] = std::abs(x[v]);  // rounding may have made it negative
    for (std::size_t good = 0;;) {
        count_iteration();
        found_.value = sweep([&](Vertex v, Sums& sums) {
                           image_[v] = matrix_.pull(v, x);
                           sums.add(0, x[v] * image_[v]);
                       }).of[0];
        const Sums sums = sweep([&](Vertex v, Sums& s) {
            const double rest = image_[v] - found_.value * x[v];
            s.add(0, rest * rest);
            if (x[v] < tiny) return;
            s.see(image_[v] / x[v]);
        });
        found_.residual = std::sqrt(sums.of[0]) / found_.value;
        const double spread = (sums.largest - sums.smallest) / found_.value;
        if (found_.residual <= options_.tolerance) {
            if (spread <= options_.tolerance) return;
            if (++good > polish_limit && (!bracket || spread <= bracket_limit)) return;
        }
        sweep([&](Vertex v, Sums&) { x[v] = image_[v] + found_.value / 2 * x[v]; });
        normalize(x);
    }
}

}  // namespace actormap
