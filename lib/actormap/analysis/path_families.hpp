#pragma once

#include <actormap/analysis/shortest_paths.hpp>
#include <actormap/base/error.hpp>
#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// Yen's method in Lawler's form. All paths that are not told yet are split into families: those
// that begin with a given prefix and do not go on to one of the banned vertices. Each family is
// known by its best path. Telling the best of all splits its family into smaller ones, one for
// each vertex at which a path may leave it; so no path comes twice.

namespace actormap {

struct PathFamily {
    std::vector<Vertex> best = {};
    std::size_t prefix = 0;           // how many hops of `best` are fixed
    std::vector<Vertex> banned = {};  // vertices that must not follow the prefix
    double length = 0;                // of `best`; 0 where hops are all that counts

    [[nodiscard]] bool bans(Vertex v) const {
        return std::find(banned.begin(), banned.end(), v) != banned.end();
    }
    /// Families have no path in common, so the best path tells them apart.
    friend bool operator<(const PathFamily& a, const PathFamily& b) {
        const auto key = [](const PathFamily& f) { return std::tuple(f.length, f.best.size()); };
        if (key(a) != key(b)) return key(a) < key(b);
        return a.best < b.best;
    }
};

inline void check_path_ends(const Network& network, Vertex from, Vertex to) {
    for (const Vertex v : {from, to}) {
        if (v >= network.size()) {
            throw Error("network-vertex", "vertex " + std::to_string(v) +
                                              " is out of range; there are " +
                                              std::to_string(network.size()) + " vertices");
        }
    }
}

/// The first paths, where search.complete(family) extends `family.best`, which is its prefix, by
/// the best way to `to`, and says how long the whole is; it is false if there is no way.
template <class Search>
std::vector<std::vector<Vertex>> tell_paths(const Network& network, Vertex from, Vertex to,
                                            const ShortestPathsOptions& options, const Run& run,
                                            Search search) {
    check_path_ends(network, from, to);
    if (options.count == 0) throw Error("option-range", "count must be at least 1");
    const auto poll = [&] {
        if (run.stop.stop_requested()) throw Cancelled();
    };
    const auto report = [&](std::size_t done) {
        if (run.progress) run.progress(done, options.count);
    };
    report(0);
    poll();

    std::vector<std::vector<Vertex>> paths;
    std::set<PathFamily> families;
    const auto add = [&](PathFamily family) {
        if (!search.complete(family)) return;
        const std::size_t length = family.best.size() - 1;
        if (options.max_length && length > *options.max_length) return;
        families.insert(std::move(family));
        if (families.size() > options.count - paths.size())
            families.erase(std::prev(families.end()));
    };

    if (from == to) {
        paths.push_back({from});
    } else {
        add({.best = {from}});
    }
    while (paths.size() < options.count && !families.empty()) {
        PathFamily told = std::move(families.extract(families.begin()).value());
        const std::vector<Vertex>& path = told.best;
        paths.push_back(path);
        report(paths.size());
        if (paths.size() == options.count) break;
        for (std::size_t i = told.prefix; i + 1 < path.size(); ++i) {
            poll();
            PathFamily family;
            family.best.assign(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            family.prefix = i;
            if (i == told.prefix) family.banned = told.banned;
            family.banned.push_back(path[i + 1]);
            add(std::move(family));
        }
    }
    report(options.count);
    return paths;
}

}  // namespace actormap
