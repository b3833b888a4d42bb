#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace actormap {

/// How strongly two vertices are tied, whichever way: the mean of the strengths of u -> v and
/// v -> u, where an arc that is not there has the strength 0. Of an undirected network this is the
/// strength of the edge. Where both are 0 there is no tie.
///
/// The measures of ego networks are defined by the sum of the two. None of them changes if all are
/// halved, and the mean does not overflow.
///
/// Cost        O(n + m) time and memory
/// Throws      Error "weights-size" if the strengths are not of this network
class Ties {
  public:
    explicit Ties(const Network& network);  ///< every arc has the strength 1
    Ties(const Network& network, const Strengths& strengths);

    [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
    /// The vertices that v is tied to, ascending.
    [[nodiscard]] std::span<const Vertex> of(Vertex v) const { return row(other_, v); }
    /// How strongly, in the same order; above 0 and finite.
    [[nodiscard]] std::span<const double> strengths(Vertex v) const { return row(strength_, v); }
    /// The largest of strengths(v); 0 if there is none.
    [[nodiscard]] double largest(Vertex v) const { return largest_[v]; }
    /// A strength at v as the share of all that are there, from 0 to 1.
    [[nodiscard]] double share(Vertex v, double strength) const {
        return strength / largest_[v] / total_[v];
    }
    /// How many arcs to v and from v have a strength above 0; an undirected edge is both.
    [[nodiscard]] std::size_t arcs(Vertex v) const { return arcs_[v]; }

  private:
    template <class Out, class In>
    void build(const Network& network, const Out& out, const In& in);
    void add(Vertex other, double out, double in);
    void end_row();

    template <class Value>
    [[nodiscard]] std::span<const Value> row(const std::vector<Value>& values, Vertex v) const {
        return std::span(values).subspan(first_[v], first_[v + std::size_t{1}] - first_[v]);
    }

    std::vector<std::size_t> first_ = {0};  // first_[v] .. first_[v + 1] index the ties of v
    std::vector<Vertex> other_;
    std::vector<double> strength_;
    std::vector<double> largest_;  // of the strengths of each vertex
    std::vector<double> total_;    // their sum in units of the largest, so that it is finite
    std::vector<std::size_t> arcs_;
};

/// score(v) for each vertex below n; `score` may run in several threads at once.
///
/// Threads     the same bits for any run.threads
/// Throws      Cancelled, and what `score` throws
[[nodiscard]] std::vector<double> score_each(std::size_t n, const Run& run,
                                             const std::function<double(Vertex)>& score);

/// Calls body(i, j) for each a[i] = b[j], ascending. Both must be ascending, without repetition.
///
/// Cost        O(min(s log l, s + l)) time, where s and l are the smaller and the larger size
template <class Body>
void for_each_common(std::span<const Vertex> a, std::span<const Vertex> b, const Body& body) {
    constexpr std::size_t ratio = 16;  // of sizes, from which on a search beats going on by one
    const auto next = [](std::span<const Vertex> row, std::size_t place, Vertex v, bool search) {
        if (!search) return place + 1;
        const auto from = row.begin() + static_cast<std::ptrdiff_t>(place);
        return static_cast<std::size_t>(std::lower_bound(from, row.end(), v) - row.begin());
    };
    const bool search_a = a.size() / ratio > b.size();
    const bool search_b = b.size() / ratio > a.size();
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] < b[j])
            i = next(a, i, b[j], search_a);
        else if (b[j] < a[i])
            j = next(b, j, a[i], search_b);
        else
            body(i++, j++);
    }
}

}  // namespace actormap
