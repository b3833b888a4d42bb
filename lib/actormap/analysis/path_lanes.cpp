#include <actormap/analysis/lanes.hpp>
#include <actormap/analysis/path_lanes.hpp>

#include <algorithm>

// The fronts of the lanes travel together: see path_lanes.hpp, and docs/performance.md for the
// whole way. `Sweep` is compiled three times, for registers of 64, 32 and 16 bytes.

namespace actormap {
namespace {

constexpr double most_paths = 0x1p1000;  // sums of fewer are no infinities

}  // namespace

struct PathLanes::State {
    virtual ~State() = default;
    virtual bool add(std::span<const Vertex> sources, std::size_t first_slot,
                     std::vector<Slots>& sums) = 0;
};

namespace {

/// What is kept from one search to the next. Between them `paths_to`, `front` and `next` are 0.
template <std::size_t lanes>
struct Room {
    using Row = Lanes<lanes>;

    explicit Room(const PathOrder& of)
        : order(of),
          paths_to(of.paths.network.size()),
          front(paths_to.size()),
          next(paths_to.size()),
          mark(paths_to.size(), untouched) {}

    enum Mark : unsigned char { untouched, touched, complete };

    const PathOrder& order;
    std::vector<Row> paths_to;  // of each vertex that was reached, else 0
    std::vector<Row> front;     // of the vertices of one level: paths, or what is beyond
    std::vector<Row> next;      // of the level after
    std::vector<unsigned char> mark;
    std::vector<Vertex> candidates;   // of a level
    std::vector<Vertex> open;         // not complete, ascending; once a level was pulled
    std::vector<Vertex> visits;       // by level, then ascending
    std::vector<Row> fresh;           // of each visit: the paths to it, 0 in lanes of other levels
    std::vector<std::size_t> levels;  // the first visit of each; then the end
};

template <std::size_t bytes, std::size_t lanes>
class Sweep {
    using Row = Lanes<lanes>;
    using Numbers = Registers<bytes, lanes>;

  public:
    ACTORMAP_INLINE explicit Sweep(Room<lanes>& room)
        : room_(room),
          network_(room.order.paths.network),
          copies_(room.order.paths.copies.data()),
          ends_(room.order.paths.ends.data()) {}

    ACTORMAP_INLINE bool run(std::span<const Vertex> sources, std::size_t first_slot,
                             std::vector<PathLanes::Slots>& sums) {
        begin(sources);
        const bool good = go_out();
        clear(room_.front, room_.levels.size() - 2);
        if (good) come_back(first_slot, sums);
        for (std::size_t i = 0; i < visits_; ++i) {
            room_.paths_to[room_.visits[i]] = Row();
            room_.mark[room_.visits[i]] = Room<lanes>::untouched;
        }
        return good;
    }

  private:
    /// Level 0: each source in its lane. Lanes without a source count as complete.
    ACTORMAP_INLINE void begin(std::span<const Vertex> sources) {
        Row idle;
        std::fill(idle.lane, idle.lane + lanes, 1.0);
        Row weights;
        visits_ = 0;
        make_room(sources.size());
        room_.candidates.assign(sources.begin(), sources.end());
        std::sort(room_.candidates.begin(), room_.candidates.end());
        for (const Vertex s : room_.candidates) {
            const auto lane = static_cast<std::size_t>(
                std::find(sources.begin(), sources.end(), s) - sources.begin());
            Row one;
            one.lane[lane] = 1;
            idle.lane[lane] = 0;
            weights.lane[lane] = ends_[s];
            room_.paths_to[s] = room_.front[s] = room_.fresh[visits_] = one;
            room_.visits[visits_++] = s;
        }
        idle_ = Numbers(idle);
        weights_ = Numbers(weights);
        room_.levels.assign({0, visits_});
        open_arcs_ = arcs_of_parts();
        pulled_ = false;
    }

    /// False if a lane has too many paths, or the levels have too few vertices in common.
    ACTORMAP_INLINE bool go_out() {
        Numbers peak;
        while (open_arcs_ > 0) {
            const std::size_t first = room_.levels[room_.levels.size() - 2];
            std::size_t front_arcs = 0;
            for (std::size_t i = first; i < visits_; ++i)
                front_arcs += network_.out(room_.visits[i]).size();
            if (2 * front_arcs < open_arcs_)
                push(first, peak);
            else
                pull(peak);
            clear(room_.front, room_.levels.size() - 2);
            std::swap(room_.front, room_.next);
            if (visits_ == room_.levels.back()) break;
            room_.levels.push_back(visits_);
            if (visits_ > most_visits()) return false;
        }
        return peak.none_above(most_paths);
    }

    /// From each vertex of the front to its heads.
    ACTORMAP_INLINE void push(std::size_t first, Numbers& peak) {
        room_.candidates.clear();
        const std::size_t last = visits_;
        for (std::size_t i = first; i < last; ++i) {
            const Vertex u = room_.visits[i];
            const Numbers paths(room_.front[u]);
            for (const Vertex w : network_.out(u)) {
                if (room_.mark[w] == Room<lanes>::complete) continue;
                if (room_.mark[w] == Room<lanes>::untouched) {
                    room_.mark[w] = Room<lanes>::touched;
                    room_.candidates.push_back(w);
                }
                (paths + Numbers(room_.next[w])).store(room_.next[w]);
            }
        }
        std::sort(room_.candidates.begin(), room_.candidates.end());
        make_room(room_.candidates.size());
        for (const Vertex w : room_.candidates) {
            room_.mark[w] = Room<lanes>::untouched;
            visit(w, Numbers(room_.next[w]), peak);
        }
    }

    /// To each vertex that is not complete from its tails.
    ACTORMAP_INLINE void pull(Numbers& peak) {
        if (!pulled_) list_open();
        pulled_ = true;
        make_room(room_.open.size());
        std::size_t kept = 0;
        for (const Vertex w : room_.open) {
            if (room_.mark[w] == Room<lanes>::complete) continue;  // by a push
            Numbers sum;
            for (const Vertex u : network_.in(w)) sum += room_.front[u];
            visit(w, sum, peak);
            if (room_.mark[w] != Room<lanes>::complete) room_.open[kept++] = w;
        }
        room_.open.resize(kept);
    }

    /// Enters a vertex into the next level in the lanes that reach it for the first time.
    ACTORMAP_INLINE void visit(Vertex w, const Numbers& arriving, Numbers& peak) {
        const Numbers before(room_.paths_to[w]);
        const Numbers fresh = arriving.where_zero(before);
        (fresh * copies_[w]).store(room_.next[w]);
        if (fresh.none()) return;
        const Numbers now = before + fresh;
        now.store(room_.paths_to[w]);
        fresh.store(room_.fresh[visits_]);
        room_.visits[visits_++] = w;
        peak = larger(peak, fresh);
        if (!Numbers(1.0).where_zero(now + idle_).none()) return;
        room_.mark[w] = Room<lanes>::complete;
        open_arcs_ -= network_.in(w).size();
    }

    /// From the last level to the first: what is beyond each vertex, as `PathSearch` has it. Of the
    /// last there is nothing.
    ACTORMAP_INLINE void come_back(std::size_t first_slot, std::vector<PathLanes::Slots>& sums) {
        const std::size_t last = room_.levels.size() - 2;
        for (std::size_t level = last; level > 0; --level) {
            const bool pushed = level < last && push_back(level);
            for (std::size_t i = room_.levels[level]; i < room_.levels[level + 1]; ++i) {
                const Vertex v = room_.visits[i];
                const Numbers paths(room_.fresh[i]);
                Numbers share;
                if (level < last) {
                    Numbers beyond;
                    if (pushed)
                        beyond += room_.next[v];
                    else
                        for (const Vertex w : network_.out(v)) beyond += room_.front[w];
                    share = paths * beyond;
                    Row& sum = reinterpret_cast<Row&>(sums[v].lane[first_slot]);
                    (Numbers(sum) + weights_ * share).store(sum);
                }
                quotient(Numbers(ends_[v]) + share * copies_[v], paths).store(room_.next[v]);
            }
            if (level < last) clear(room_.front, level + 1);
            std::swap(room_.front, room_.next);
        }
        if (last > 0) clear(room_.front, 1);
    }

    /// If the level beyond has fewer arcs: adds its numbers up in `next`, each vertex giving to
    /// those of its tails that are of this level. The order of the sums is the same.
    ACTORMAP_INLINE bool push_back(std::size_t level) {
        const auto visits = [&](std::size_t l) {
            return std::span(room_.visits)
                .subspan(room_.levels[l], room_.levels[l + 1] - room_.levels[l]);
        };
        std::size_t arcs = 0;
        for (const Vertex v : visits(level)) arcs += network_.out(v).size();
        for (const Vertex w : visits(level + 1)) arcs -= std::min(arcs, 2 * network_.in(w).size());
        if (arcs == 0) return false;
        for (const Vertex v : visits(level)) room_.mark[v] = Room<lanes>::touched;
        for (const Vertex w : visits(level + 1)) {
            const Numbers numbers(room_.front[w]);
            for (const Vertex v : network_.in(w)) {
                if (room_.mark[v] == Room<lanes>::touched)
                    (numbers + Numbers(room_.next[v])).store(room_.next[v]);
            }
        }
        for (const Vertex v : visits(level)) room_.mark[v] = Room<lanes>::untouched;
        return true;
    }

    ACTORMAP_INLINE void clear(std::vector<Row>& rows, std::size_t level) {
        for (std::size_t i = room_.levels[level]; i < room_.levels[level + 1]; ++i)
            rows[room_.visits[i]] = Row();
    }

    /// Before the last level; that has a visit a vertex at most.
    [[nodiscard]] std::size_t most_visits() const { return 4 * network_.size() + 4096; }

    void make_room(std::size_t more) {
        if (room_.visits.size() >= visits_ + more) return;
        const std::size_t doubled = std::min(2 * room_.visits.size(), most_visits());
        const std::size_t size = std::max(doubled, visits_ + more);
        room_.visits.resize(size);
        room_.fresh.resize(size);
    }

    /// The arcs of the components that the sources are in.
    [[nodiscard]] std::size_t arcs_of_parts() const {
        std::size_t arcs = 0;
        for_each_part([&](Vertex first, Vertex last) {
            arcs += network_.first_arc_in(last - 1) + network_.in(last - 1).size() -
                    network_.first_arc_in(first);
        });
        return arcs;
    }
    void list_open() {
        room_.open.clear();
        for_each_part([&](Vertex first, Vertex last) {
            for (Vertex v = first; v < last; ++v)
                if (room_.mark[v] != Room<lanes>::complete) room_.open.push_back(v);
        });
    }
    /// The candidates are the sources, ascending.
    template <class Each>
    void for_each_part(const Each& each) const {
        for (std::size_t i = 0; i < room_.levels[1]; ++i) {
            const Vertex v = room_.visits[i];
            const Vertex first = room_.order.part_first[v];
            if (i == 0 || room_.order.part_first[room_.visits[i - 1]] != first)
                each(first, room_.order.part_last[v]);
        }
    }

    Room<lanes>& room_;
    const Network& network_;
    const double* copies_;
    const double* ends_;
    Numbers idle_;
    Numbers weights_;
    std::size_t visits_ = 0;
    std::size_t open_arcs_ = 0;
    bool pulled_ = false;
};

template <std::size_t lanes>
bool sweep_plain(Room<lanes>& room, std::span<const Vertex> sources, std::size_t first_slot,
                 std::vector<PathLanes::Slots>& sums) {
    return Sweep<16, lanes>(room).run(sources, first_slot, sums);
}
#if defined(__x86_64__)
template <std::size_t lanes>
[[gnu::target("avx2")]] bool sweep_avx2(Room<lanes>& room, std::span<const Vertex> sources,
                                        std::size_t first_slot,
                                        std::vector<PathLanes::Slots>& sums) {
    return Sweep<32, lanes>(room).run(sources, first_slot, sums);
}
template <std::size_t lanes>
[[gnu::target("avx512f")]] bool sweep_avx512(Room<lanes>& room, std::span<const Vertex> sources,
                                             std::size_t first_slot,
                                             std::vector<PathLanes::Slots>& sums) {
    return Sweep<64, lanes>(room).run(sources, first_slot, sums);
}
#endif

template <std::size_t lanes>
auto sweep_of(Cpu level) {
#if defined(__x86_64__)
    if (level == Cpu::avx512) return &sweep_avx512<lanes>;
    if (level == Cpu::avx2) return &sweep_avx2<lanes>;
#endif
    return &sweep_plain<lanes>;
}

template <std::size_t lanes>
struct LaneState : PathLanes::State {
    LaneState(const PathOrder& order, Cpu level) : room(order), sweep(sweep_of<lanes>(level)) {}

    bool add(std::span<const Vertex> sources, std::size_t first_slot,
             std::vector<PathLanes::Slots>& sums) override {
        return sweep(room, sources, first_slot, sums);
    }

    Room<lanes> room;
    bool (*sweep)(Room<lanes>&, std::span<const Vertex>, std::size_t,
                  std::vector<PathLanes::Slots>&);
};

}  // namespace

PathLanes::PathLanes(const PathOrder& order, std::size_t lanes, Cpu level) {
    if (lanes == 16)
        state_ = std::make_unique<LaneState<16>>(order, level);
    else if (lanes == 8)
        state_ = std::make_unique<LaneState<8>>(order, level);
    else
        state_ = std::make_unique<LaneState<4>>(order, level);
}
PathLanes::~PathLanes() = default;

std::size_t PathLanes::suited(std::size_t vertices) {
    if (vertices <= 1 << 16) return 16;
    return vertices <= 1 << 18 ? 8 : 4;
}

bool PathLanes::add(std::span<const Vertex> sources, std::size_t first_slot,
                    std::vector<Slots>& sums) {
    return state_->add(sources, first_slot, sums);
}

}  // namespace actormap
