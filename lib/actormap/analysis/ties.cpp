#include <actormap/analysis/ties.hpp>
#include <actormap/base/parallel.hpp>

#include <numeric>

// Each row merges the ascending rows of the arcs from the vertex and to it.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 64;  // vertices

}  // namespace

Ties::Ties(const Network& network) {
    const auto one = [](Vertex, std::size_t) { return 1.0; };
    build(network, one, one);
}

Ties::Ties(const Network& network, const Strengths& strengths) {
    strengths.check_fits(network);
    build(
        network, [&](Vertex v, std::size_t place) { return strengths.out(network, v)[place]; },
        [&](Vertex v, std::size_t place) { return strengths.in(network, v)[place]; });
}

template <class Out, class In>
void Ties::build(const Network& network, const Out& out, const In& in) {
    first_.reserve(network.size() + 1);
    other_.reserve(network.arcs());
    strength_.reserve(network.arcs());
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto to = network.out(v);
        const auto from = network.in(v);
        arcs_.push_back(0);
        for (std::size_t i = 0, j = 0; i < to.size() || j < from.size();) {
            const bool from_is_next = i == to.size() || (j < from.size() && from[j] < to[i]);
            const bool both = i < to.size() && j < from.size() && from[j] == to[i];
            const Vertex other = from_is_next ? from[j] : to[i];
            const double there = from_is_next ? 0 : out(v, i++);
            const double back = from_is_next || both ? in(v, j++) : 0;
            add(other, there, back);
        }
        end_row();
    }
}

void Ties::add(Vertex other, double out, double in) {
    const double strength = std::midpoint(out, in);
    if (strength == 0) return;
    other_.push_back(other);
    strength_.push_back(strength);
    arcs_.back() += (out > 0 ? 1U : 0U) + (in > 0 ? 1U : 0U);
}

void Ties::end_row() {
    double largest = 0;
    double total = 0;
    for (std::size_t i = first_.back(); i < strength_.size(); ++i)
        largest = std::max(largest, strength_[i]);
    for (std::size_t i = first_.back(); i < strength_.size(); ++i) total += strength_[i] / largest;
    largest_.push_back(largest);
    total_.push_back(total);
    first_.push_back(strength_.size());
}

std::vector<double> score_each(std::size_t n, const Run& run,
                               const std::function<double(Vertex)>& score) {
    std::vector<double> scores(n);
    struct None {};
    for_each_item(
        n, (n + chunk_size - 1) / chunk_size, run, [](std::size_t) { return None(); },
        [&](None&, std::size_t v) { scores[v] = score(static_cast<Vertex>(v)); });
    return scores;
}

}  // namespace actormap
