#pragma once

#include <actormap/model/actor_graph.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actormap {

/// What a claim is about: a relation, or a name of an entity.
struct Subject {
    const Relation* relation = nullptr;  ///< null: a name of `entity`
    EntityId entity{};                   ///< the relation's first end, or the name's entity
};

/// Answers whether a claim is one of those that a list of words names. A word is a speaker's id,
/// name, kind or country (two-letter code or name), a source's id, or a role that follows from what
/// the claim is about:
///
/// victim    the speaker is the relation's second end, and not accused
/// accused   the speaker is the relation's first end, one that this is attributed to, or a
///           government body of the country that one of these belongs to; only where the first
///           end is an actor, a campaign, tooling, infrastructure or a front company
class Perspective {
  public:
    /// Throws  Error unknown-speaker for a word that names nobody in the graph
    Perspective(const ActorGraph& graph, const std::vector<std::string>& words);

    [[nodiscard]] bool empty() const { return empty_; }
    [[nodiscard]] bool matches(const Claim& claim, const Subject& subject);
    /// Whether a word names the speaker whatever it says: roles and sources aside.
    [[nodiscard]] bool names(SpeakerId speaker) const { return speakers_[index(speaker)]; }

  private:
    using Entities = std::vector<EntityId>;  // ascending

    [[nodiscard]] bool add(const std::string& word);
    [[nodiscard]] bool is_accused(const Speaker& speaker, EntityId first_end);
    [[nodiscard]] const Entities& attributed_to(EntityId entity);
    [[nodiscard]] const Entities& attributed_to(const std::string& country);
    [[nodiscard]] Entities below(Entities seeds) const;

    const ActorGraph& graph_;
    bool empty_;
    std::vector<bool> speakers_;  // named by id, name, kind or country
    std::vector<bool> sources_;   // named by id
    bool victim_ = false;
    bool accused_ = false;
    // What goes back to an entity or a country, once asked for; the seeds of all countries.
    std::unordered_map<EntityId, Entities> of_entity_;
    std::unordered_map<std::string, Entities> of_country_;
    std::optional<std::unordered_map<std::string_view, Entities>> placed_;
};

}  // namespace actormap
