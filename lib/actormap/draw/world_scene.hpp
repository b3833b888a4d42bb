#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/style.hpp>
#include <actormap/lens/view.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// A country with something in it. All texts are clean.
struct WorldCountry {
    std::string code;  ///< ISO 3166-1 alpha-2
    std::string name;
    std::size_t hits = 0;               ///< relations that target or compromise it or what is in it
    std::vector<std::string> sponsors;  ///< names, ascending
    std::vector<std::string> actors;    ///< and front companies
    std::vector<std::string> victims;   ///< those with the most hits first
    std::vector<std::string> others;    ///< neither hit nor actors, ascending
    bool source = false;                ///< an arc begins here

    [[nodiscard]] std::size_t origins() const { return sponsors.size() + actors.size(); }
    /// Whether there is anything to mark: it may be a mere place name among the entities.
    [[nodiscard]] bool marked() const {
        return hits > 0 || origins() > 0 || source || !others.empty();
    }
};

/// All that runs from one country to another.
struct WorldArc {
    std::size_t from = 0;  ///< into `WorldScene::countries`
    std::size_t to = 0;
    std::size_t relations = 0;
    std::size_t claims = 0;    ///< that carry these relations
    std::size_t disputed = 0;  ///< of the relations
    std::vector<std::size_t> citations = {};
};

/// What a map of the world shows of a view, and what it can't.
struct WorldScene {
    std::vector<WorldCountry> countries;  ///< ascending by code
    std::vector<WorldArc> arcs;           ///< those of the most claims first, then by codes
    std::vector<std::optional<std::size_t>> country;  ///< of each vertex
    Tlp marking = Tlp::clear;  ///< the highest of the view and of what placed things

    std::array<std::size_t, entity_kinds> without{};  ///< entities in no country, by kind
    std::size_t nowhere = 0;                          ///< hits on what is in no country
    std::size_t unattributed = 0;                     ///< hits by what comes from no country
    std::size_t within = 0;                           ///< hits within one country
    std::size_t others = 0;  ///< relations that hit nothing and place nothing
};

/// `directed` as for `make_scene`.
[[nodiscard]] WorldScene make_world_scene(const ActorGraph& graph, const View& view,
                                          const View& directed, const Citations& citations);

}  // namespace actormap
