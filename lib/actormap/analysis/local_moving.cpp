#include <actormap/analysis/local_moving.hpp>
#include <actormap/base/run.hpp>

#include <numeric>
#include <span>
#include <utility>

namespace actormap {

LocalMoving::LocalMoving(std::size_t nodes, double penalty, RandomBits& bits, std::stop_token stop)
    : penalty_(penalty),
      bits_(bits),
      stop_(std::move(stop)),
      mass_(nodes),
      members_(nodes),
      waits_(nodes),
      tie_(nodes) {}

void LocalMoving::start(const CommunityLevel& level, const std::vector<Vertex>& of) {
    const std::size_t n = level.size();
    mass_.assign(n, 0);
    members_.assign(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        mass_[of[v]] += level.mass[v];
        ++members_[of[v]];
    }
    empty_.clear();
    for (Vertex c = 0; c < n; ++c) {
        if (members_[c] == 0) empty_.push_back(c);
    }
    queue_.resize(n);
    std::iota(queue_.begin(), queue_.end(), Vertex{0});
    bits_.shuffle(std::span(queue_));
    head_ = 0;
    waiting_ = n;
    waits_.assign(n, 1);
}

Vertex LocalMoving::next() {
    const Vertex v = queue_[head_];
    if (++head_ == queue_.size()) head_ = 0;
    --waiting_;
    waits_[v] = 0;
    return v;
}

void LocalMoving::look_again(Vertex v) {
    if (waits_[v] != 0) return;
    waits_[v] = 1;
    std::size_t end = head_ + waiting_++;
    if (end >= queue_.size()) end -= queue_.size();
    queue_[end] = v;
}

Vertex LocalMoving::best_for(Vertex v, const CommunityLevel& level, const std::vector<Vertex>& of) {
    for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
        const Vertex c = of[level.target[i]];
        if (tie_[c] == 0) tied_.push_back(c);
        tie_[c] += level.weight[i];
    }
    const Vertex own = of[v];
    const double price = penalty_ * level.mass[v];
    const double own_price = price * (mass_[own] - level.mass[v]);
    const double stay = tie_[own] - own_price;
    Vertex best = own;
    double best_value = stay;
    double best_price = own_price;
    if (members_[own] > 1 && stay < 0) {  // better alone
        best = empty_.back();
        best_value = best_price = 0;
    }
    for (const Vertex c : tied_) {
        const double value = tie_[c] - price * mass_[c];
        if (c != own && value > best_value) {
            best = c;
            best_value = value;
            best_price = price * mass_[c];
        }
    }
    const double magnitude = tie_[own] + own_price + tie_[best] + best_price;
    for (const Vertex c : tied_) tie_[c] = 0;
    tied_.clear();
    return is_above(best_value, stay, magnitude) ? best : own;
}

void LocalMoving::put(double mass, Vertex from, Vertex to) {
    if (members_[to]++ == 0) empty_.pop_back();
    mass_[to] += mass;
    mass_[from] -= mass;
    if (--members_[from] == 0) {
        mass_[from] = 0;  // without the rounding of what came and went
        empty_.push_back(from);
    }
}

std::size_t LocalMoving::move(const CommunityLevel& level, std::vector<Vertex>& of) {
    start(level, of);
    std::size_t moves = 0;
    for (std::size_t looks = 0; waiting_ > 0; ++looks) {
        if (looks % 4096 == 0 && stop_.stop_requested()) throw Cancelled();
        const Vertex v = next();
        const Vertex to = best_for(v, level, of);
        if (to == of[v]) continue;
        put(level.mass[v], of[v], to);
        of[v] = to;
        ++moves;
        for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
            if (of[level.target[i]] != to) look_again(level.target[i]);
        }
    }
    return moves;
}

}  // namespace actormap
