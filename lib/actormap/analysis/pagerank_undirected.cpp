#include <actormap/analysis/pagerank_equations.hpp>
#include <actormap/analysis/pagerank_undirected.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

// Conjugate gradients, preconditioned by the diagonal, on the equations of alike vertices: these
// are symmetric, and their eigenvalues, divided by the diagonal, lie between 1 - d and 1 + d. So
// each step divides the error, in the norm of the matrix, by (sqrt(q) + 1) / (sqrt(q) - 1) or more,
// where q = (1 + d) / (1 - d): by 1.8 for the usual damping, where a plain iteration is only sure
// of 1.18.
//
// What is left over of the equation of a class is what one plain iteration would change of each of
// its members; so its sum over all members is the L1 change. Rounding lets what conjugate gradients
// carry along drift from it. So the last iteration is a plain one from where they arrived, and its
// change is the one reported; if that is not small enough, they begin again from there.
//
// M. R. Hestenes and E. Stiefel, Methods of conjugate gradients for solving linear systems, J. Res.
// Natl. Bur. Stand. 49 (1952) 409-436, https://doi.org/10.6028/jres.049.044

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 4096;  // classes; fixed, so that sums are too

class ConjugateGradients {
  public:
    ConjugateGradients(const PageRankEquations& equations, double damping, const Run& run)
        : equations_(equations),
          damping_(damping),
          run_{.threads = run.threads, .stop = run.stop},  // the iterations are not known
          value_(equations.start),
          arriving_(equations.size()),
          rest_(equations.size()),
          direction_(equations.size()),
          image_(equations.size()),
          part_((equations.size() + chunk_size - 1) / chunk_size) {}

    /// A plain iteration from the values at hand. Returns the L1 change.
    double look() {
        const Sums sums = sum([&](std::size_t c) -> Sums {
            const PageRankEquations& e = equations_;
            arriving_[c] = damping_ * e.adjacent_sum(c, value_);
            rest_[c] = e.right[c] + arriving_[c] - e.diagonal[c] * value_[c];
            direction_[c] = rest_[c] / e.diagonal[c];
            return {e.members[c] * std::abs(rest_[c]), rest_[c] * direction_[c]};
        });
        square_ = sums.square;
        return sums.change;
    }

    /// Improves the values; begins with a look. Returns the L1 change that a look would find but
    /// for rounding; nothing if the direction is lost in rounding.
    std::optional<double> step() {
        const PageRankEquations& e = equations_;
        const double curvature = sum([&](std::size_t c) -> Sums {
                                     const double reached =
                                         damping_ * e.adjacent_sum(c, direction_);
                                     image_[c] = e.diagonal[c] * direction_[c] - reached;
                                     return {.change = 0, .square = direction_[c] * image_[c]};
                                 }).square;
        if (!(curvature > 0 && square_ > 0)) return std::nullopt;
        const double length = square_ / curvature;
        const Sums left = sum([&](std::size_t c) -> Sums {
            value_[c] += length * direction_[c];
            rest_[c] -= length * image_[c];
            return {e.members[c] * std::abs(rest_[c]), rest_[c] * (rest_[c] / e.diagonal[c])};
        });
        const double keep = left.square / std::exchange(square_, left.square);
        sum([&](std::size_t c) -> Sums {
            direction_[c] = rest_[c] / e.diagonal[c] + keep * direction_[c];
            return {};
        });
        return left.change;
    }

    /// What the last look made of the values, for each vertex.
    [[nodiscard]] std::vector<double> scores(std::span<const double> teleport) const {
        std::vector<double> scores(teleport.size());
        for (std::size_t v = 0; v < scores.size(); ++v)
            scores[v] = equations_.jump * teleport[v] + arriving_[equations_.class_of[v]];
        return scores;
    }

  private:
    struct Sums {
        double change = 0;  // of what is left of the equations of all vertices, without signs
        double square = 0;  // of a product in which classes count by their diagonal
    };

    /// Calls body(c) for every class, and adds up what it returns in a fixed order.
    template <class Body>
    Sums sum(const Body& body) {
        const auto add = [](Sums a, Sums b) {
            return Sums{a.change + b.change, a.square + b.square};
        };
        for_each_chunk(part_.size(), run_, [&](std::size_t chunk) {
            Sums sums;
            const std::size_t end = std::min(equations_.size(), (chunk + 1) * chunk_size);
            for (std::size_t c = chunk * chunk_size; c < end; ++c) sums = add(sums, body(c));
            part_[chunk] = sums;
        });
        Sums all;
        for (const Sums sums : part_) all = add(all, sums);
        return all;
    }

    const PageRankEquations& equations_;
    double damping_;
    Run run_;
    std::vector<double> value_;      // u of each class
    std::vector<double> arriving_;   // along its edges at each member, at the last look
    std::vector<double> rest_;       // of its equation
    std::vector<double> direction_;  // in which the values go next
    std::vector<double> image_;      // the direction multiplied by the matrix
    double square_ = 0;              // of the rest
    std::vector<Sums> part_;         // of each chunk
};

}  // namespace

PageRank pagerank_undirected(const Network& network, std::span<const double> teleport,
                             const PageRankOptions& options, const Run& run) {
    const PageRankEquations equations(network, teleport, options.damping);
    ConjugateGradients search(equations, options.damping, run);
    for (std::size_t iteration = 1;; ++iteration) {
        const double residual = search.look();
        if (residual < options.tolerance) return {search.scores(teleport), iteration, residual};
        if (iteration == options.max_iterations) throw_not_converged(residual, iteration);
        std::optional<double> change = residual;
        while (change && !(*change < options.tolerance) && iteration + 1 < options.max_iterations) {
            change = search.step();
            ++iteration;
        }
    }
}

}  // namespace actormap
