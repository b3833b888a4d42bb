#include <actormap/analysis/distance_batch.hpp>

#include <bit>
#include <utility>

// One batch: see distance_batch.hpp. `Sweep` is compiled once for each kind of processor, in the
// functions at the end.

namespace actormap {
namespace {

template <std::size_t bytes>
class Sweep {
    using Set = SourceSet<bytes>;

  public:
    [[gnu::always_inline]] inline explicit Sweep(DistanceBatch::Room& room)
        : room_(room), network_(room.core.network) {}

    [[gnu::always_inline]] inline bool run(std::span<const Vertex> sources) {
        begin(sources);
        const bool all_begin = room_.at_front.size() == sources.size();
        for (std::size_t d = 1; !room_.at_front.empty() && d <= DistanceBatch::longest + 1; ++d) {
            step(d);
            clear_front();
            std::swap(room_.front, room_.next);
            std::swap(room_.at_front, room_.at_next);
        }
        const bool all_end = room_.at_front.empty();
        if (!all_end) give_up();
        clear_front();
        for (const Vertex v : room_.visits) room_.seen[v] = {};
        return all_begin && all_end;
    }

  private:
    void begin(std::span<const Vertex> sources) {
        room_.all = {};
        room_.multiples.clear();
        room_.visits.clear();
        arcs_to_open_ = network_.arcs();
        use_counts(0);
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const Vertex s = sources[i];
            if (room_.given_up[s] != 0) continue;  // and so is all that it reaches
            room_.all.add(i);
            room_.seen[s].add(i);
            room_.front[s].add(i);
            room_.visits.push_back(s);
            room_.at_front.push_back(s);
            add_leaves(i, room_.core.leaves[s]);
            counts_one_on_[s] += room_.core.leaves[s];
        }
    }

    void add_leaves(std::size_t source, std::uint32_t leaves) {
        for (int k = 0; k < static_cast<int>(std::bit_width(leaves)); ++k) {
            const auto place = static_cast<std::size_t>(k);
            if (place == room_.multiples.size()) room_.multiples.emplace_back();
            if ((leaves >> k & 1) != 0) room_.multiples[place].add(source);
        }
    }

    void use_counts(std::size_t distance) {
        while (room_.counts.size() < distance + 2) room_.counts.emplace_back(network_.size());
        counts_ = room_.counts[distance].data();
        counts_one_on_ = room_.counts[distance + 1].data();
    }

    void clear_front() {
        for (const Vertex v : room_.at_front) room_.front[v] = {};
        room_.at_front.clear();
    }

    [[gnu::always_inline]] inline void step(std::size_t distance) {
        use_counts(distance);
        std::size_t arcs_from_front = 0;
        for (const Vertex v : room_.at_front) arcs_from_front += network_.out(v).size();
        // An arc costs more from the front, where the bits of its head are read and written.
        if (arcs_from_front * 4 < arcs_to_open_) {
            push();
        } else {
            pull();
        }
    }

    /// Each vertex of the front tells those that it has an arc to.
    [[gnu::always_inline]] inline void push() {
        std::vector<Vertex>& reached = room_.at_next;
        for (const Vertex v : room_.at_front) {
            for (const Vertex w : network_.out(v)) {
                Set told(room_.next[w]);
                told |= room_.front[v];
                told.store(room_.next[w]);
                if (room_.touched[w] != 0) continue;
                room_.touched[w] = 1;
                reached.push_back(w);
            }
        }
        std::size_t kept = 0;
        for (const Vertex w : reached) {
            room_.touched[w] = 0;
            if (settle(w, Set(room_.next[w]))) reached[kept++] = w;
        }
        reached.resize(kept);
    }

    /// Each vertex that some source has yet to reach asks those that have an arc to it.
    [[gnu::always_inline]] inline void pull() {
        if (!pulled_) {
            room_.open.clear();
            for (Vertex v = 0; v < network_.size(); ++v) room_.open.push_back(v);
            pulled_ = true;
        }
        arcs_to_open_ = 0;
        std::size_t kept = 0;
        for (const Vertex v : room_.open) {
            Set missing(room_.all);
            missing.remove(room_.seen[v]);
            if (missing.empty()) continue;
            room_.open[kept++] = v;
            arcs_to_open_ += network_.in(v).size();
            Set found;
            for (const Vertex u : network_.in(v)) found |= room_.front[u];
            if (settle(v, found)) room_.at_next.push_back(v);
        }
        room_.open.resize(kept);
    }

    /// Counts the sources in `found` that are new to v. False if none is.
    [[gnu::always_inline]] inline bool settle(Vertex v, const Set& found) {
        Set fresh = found;
        fresh.remove(room_.seen[v]);
        fresh.store(room_.next[v]);
        if (fresh.empty()) return false;
        Set seen(room_.seen[v]);
        if (seen.empty()) room_.visits.push_back(v);
        seen |= room_.next[v];
        seen.store(room_.seen[v]);

        counts_[v] += fresh.size();
        for (std::size_t k = 0; k < room_.multiples.size(); ++k) {
            Set some = fresh;
            some &= room_.multiples[k];
            counts_one_on_[v] += some.size() << k;
        }
        return true;
    }

    /// All that the sources with a longer way to go have reached, and would if they went on.
    [[gnu::always_inline]] inline void give_up() {
        SourceBits deep;
        Set any;
        for (const Vertex v : room_.at_front) any |= room_.front[v];
        any.store(deep);
        for (const Vertex v : room_.visits) {
            Set of_them(room_.seen[v]);
            of_them &= deep;
            if (!of_them.empty()) room_.given_up[v] = 1;
        }
        std::vector<Vertex> ahead = room_.at_front;
        while (!ahead.empty()) {
            const Vertex v = ahead.back();
            ahead.pop_back();
            for (const Vertex w : network_.out(v)) {
                if (room_.given_up[w] != 0) continue;
                room_.given_up[w] = 1;
                ahead.push_back(w);
            }
        }
    }

    DistanceBatch::Room& room_;
    const Network& network_;
    std::uint32_t* counts_ = nullptr;  // at this distance, by vertex
    std::uint32_t* counts_one_on_ = nullptr;
    std::size_t arcs_to_open_ = 0;
    bool pulled_ = false;
};

bool run_plain(DistanceBatch::Room& room, std::span<const Vertex> sources) {
    return Sweep<16>(room).run(sources);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] bool run_avx2(DistanceBatch::Room& room, std::span<const Vertex> sources) {
    return Sweep<32>(room).run(sources);
}
#endif

}  // namespace

DistanceBatch::Room::Room(const DistanceCore& of)
    : core(of),
      given_up(of.network.size()),
      seen(of.network.size()),
      front(of.network.size()),
      next(of.network.size()),
      touched(of.network.size()) {}

DistanceBatch::DistanceBatch(const DistanceCore& core, Cpu processor)
    : room_(core), processor_(processor) {}

bool DistanceBatch::add(std::span<const Vertex> sources) {
#if defined(__x86_64__)
    if (processor_ >= Cpu::avx2) return run_avx2(room_, sources);  // wider was no faster
#endif
    return run_plain(room_, sources);
}

}  // namespace actormap
