#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/stix_sayings.hpp>

#include <set>
#include <string>
#include <vector>

namespace actormap {

/// Which records of a graph a STIX object says by itself: those that a reader of STIX makes again,
/// without an exception, of the object that the record's id, type, properties, … spell. They need
/// no extension. (A file that speaks for what has no creator counts as any other such file.)
///
/// entity     its id is a STIX id of its type, it has what an object of that type cannot be
///            without a look at the clock (`created`), and its names are its creator's aliases
/// relation   the same; each of its claims follows from its creator, day, confidence and
///            references, or from a report or an opinion in the graph that refers to it
/// derived    a relation that a reader makes of a sighting's references
/// speaker    an identity entity that says no more, and speaks in what is told here; the host of
///            a web address; a file
/// source     a reference or report of what is told here that says no more
class StixTold {
  public:
    explicit StixTold(const ActorGraph& graph);

    [[nodiscard]] bool tells(EntityId id) const { return told_.entities[index(id)]; }
    [[nodiscard]] bool tells(RelationId id) const { return told_.relations[index(id)]; }
    [[nodiscard]] bool derived(RelationId id) const { return told_.derived[index(id)]; }
    [[nodiscard]] bool tells(SpeakerId id) const { return told_.speakers[index(id)]; }
    [[nodiscard]] bool tells(SourceId id) const { return told_.sources[index(id)]; }
    /// The highest level of TLP among the marking definitions that an object refers to.
    [[nodiscard]] Tlp marking(const Properties& properties) const;
    /// How many files speak for records that have no creator: their names are not told.
    [[nodiscard]] std::size_t nameless_files() const { return nameless_files_; }

  private:
    /// What one round finds.
    struct Round {
        std::vector<bool> entities, relations, derived, speakers, sources;
        std::set<SpeakerId> speaking;    // whom told objects speak for
        std::set<SourceId> cited;        // in told objects
        std::set<std::string> creators;  // of told objects that may claim or name, by id
        bool files_speak = false;        // for such objects
    };

    void find_told();
    void bar();
    [[nodiscard]] std::size_t count_barred() const;
    void index_references();
    void find_namers();
    void bar_referrers();
    [[nodiscard]] bool is_whole(EntityId sighting) const;
    [[nodiscard]] bool check(const Entity& entity) const;
    [[nodiscard]] bool check_label(const Entity& entity) const;
    [[nodiscard]] bool check_words(const Entity& entity) const;
    [[nodiscard]] bool check_names(const Entity& entity) const;
    [[nodiscard]] bool check(const Relation& relation);
    [[nodiscard]] bool check_derived(const Relation& relation);
    [[nodiscard]] bool check(const Source& source) const;
    [[nodiscard]] bool check(const Speaker& speaker) const;

    [[nodiscard]] bool take(ClaimRange range, const std::set<StixSaid>& made);
    void use(const Claim& claim);

    const ActorGraph& graph_;
    StixSayings sayings_;
    Round told_;
    std::set<std::string> barred_;              // entities, by id
    std::set<std::string> barred_definitions_;  // of markings, that are read as native ones
    std::set<SpeakerId> barred_speakers_;
    std::set<SourceId> barred_sources_;
    std::size_t nameless_files_ = 0;
};

}  // namespace actormap
