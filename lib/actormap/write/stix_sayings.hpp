#pragma once

#include <actormap/model/actor_graph.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace actormap {

/// The creator of what has none: whatever file it was read from.
inline constexpr std::string_view any_file = "file:";

/// A claim in the form that STIX objects give it.
struct StixSaid {
    std::string by;      // a speaker's id, or `any_file`
    std::string source;  // its key, see StixSayings
    PartialDate date;
    Stance stance = Stance::asserts;
    std::optional<Confidence> confidence;
    std::string excerpt;

    [[nodiscard]] auto key() const {
        return std::tie(by, source, date, stance, confidence, excerpt);
    }
    bool operator<(const StixSaid& other) const { return key() < other.key(); }
    bool operator==(const StixSaid& other) const { return key() == other.key(); }
};

/// Which claims a reader makes of STIX objects, and which sources: of their creators, days,
/// confidences and references, and of the reports and opinions that refer to relationships. A
/// source's key is its id, except that `any_file` stands in it for the file that published it.
class StixSayings {
  public:
    explicit StixSayings(const ActorGraph& graph) : graph_(graph) {}

    void forget();
    /// Notes that a report or opinion refers to the relationship of that id.
    void refer(EntityId referrer, const std::string& relationship);
    [[nodiscard]] const std::vector<EntityId>& referrers(const Relation& relation) const;

    /// What an object claims by itself: one claim for each source that it refers to, or one
    /// without.
    [[nodiscard]] std::set<StixSaid> of(const Properties& object);
    /// What a relationship claims, and those who refer to it.
    [[nodiscard]] std::set<StixSaid> of(const Relation& relation);
    /// What a report or opinion claims about a relation; nothing if the opinion is neutral.
    [[nodiscard]] std::optional<StixSaid> by(const Entity& referrer, const Relation& relation);

    /// A claim of the graph in that form; nothing if it says more than objects can.
    [[nodiscard]] std::optional<StixSaid> said(const Claim& claim) const;
    /// Whether one of the objects asked for refers to the source, or is it, and describes it alike.
    [[nodiscard]] bool describes(const Source& source) const;
    /// Whether a speaker is a file, and no more is known of it.
    [[nodiscard]] static bool is_file(const Speaker& speaker);
    /// The id of an object's creator, or `any_file`.
    [[nodiscard]] static std::string creator(const Properties& object);

  private:
    /// A source as references and reports describe it.
    struct Described {
        std::string publisher;
        PartialDate date;
        std::string url;
        std::string archive_url;
        std::set<std::string> titles = {};
        Tlp marking = Tlp::clear;
    };

    [[nodiscard]] StixSaid by_report(const Entity& report);
    [[nodiscard]] std::optional<StixSaid> by_opinion(const Entity& opinion,
                                                     const Relation& relation) const;
    [[nodiscard]] static std::string key(const Speaker& speaker);
    [[nodiscard]] std::string key(const Source& source) const;

    const ActorGraph& graph_;
    std::map<std::string, std::vector<EntityId>> referrers_;  // by a relationship's id
    std::map<std::string, Described> described_;              // by a source's key
};

}  // namespace actormap
