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
class StixClaims {
  public:
    explicit StixClaims(const ActorGraph& graph);

    [[nodiscard]] bool tells(EntityId id) const { return entities_[index(id)]; }
    [[nodiscard]] bool tells(RelationId id) const { return relations_[index(id)]; }
    [[nodiscard]] bool derived(RelationId id) const { return derived_[index(id)]; }
    [[nodiscard]] bool tells(SpeakerId id) const { return speakers_[index(id)]; }
    [[nodiscard]] bool tells(SourceId id) const { return sources_[index(id)]; }
    /// The highest level of TLP among the marking definitions that an object refers to.
    [[nodiscard]] Tlp marking(const Properties& properties) const;
    /// How many files speak for records that have no creator: their names are not told.
    [[nodiscard]] std::size_t nameless_files() const { return nameless_files_; }

  private:
    struct Said {
        std::string by;  // a speaker's id, or "file:" for any file
        std::string source;
        PartialDate date;
        Stance stance = Stance::asserts;
        std::optional<Confidence> confidence;
        std::string excerpt;

        [[nodiscard]] auto key() const {
            return std::tie(by, source, date, stance, confidence, excerpt);
        }
        bool operator<(const Said& other) const { return key() < other.key(); }
        bool operator==(const Said& other) const { return key() == other.key(); }
    };
    /// A source as references and reports describe it.
    struct Described {
        std::string publisher;
        PartialDate date;
        std::string url;
        std::string archive_url;
        std::set<std::string> titles = {};
        Tlp marking = Tlp::clear;
    };

    void find_told();
    void bar();
    [[nodiscard]] std::size_t count_barred() const;
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

    [[nodiscard]] std::set<Said> expected(std::string_view id, const Relation* relation,
                                          const Properties& properties);
    void expect_references(const Properties& properties, const Said& said, std::set<Said>& claims);
    [[nodiscard]] std::optional<Said> by_report(const Entity& report);
    [[nodiscard]] std::optional<Said> by_opinion(const Entity& opinion, const Relation& relation);
    [[nodiscard]] bool says_all(const std::set<Said>& claims, ClaimRange range) const;
    [[nodiscard]] std::optional<Said> said(const Claim& claim) const;
    [[nodiscard]] std::string creator(const Properties& properties) const;
    [[nodiscard]] std::string key(const Source& source) const;
    [[nodiscard]] bool is_file(const Speaker& speaker) const;
    void index_references();
    void use_claims(ClaimRange range);

    const ActorGraph& graph_;
    std::vector<bool> entities_, relations_, derived_, speakers_, sources_;
    std::map<std::string, std::vector<EntityId>> referrers_;  // of a relationship's id
    std::map<std::string, Described> described_;              // by a source's id
    std::set<std::string> hosts_;                             // of web addresses
    std::set<std::string> creators_;                          // of reports and opinions
    bool files_speak_ = false;                                // for such
    std::set<SpeakerId> speaking_;                            // in what is told
    std::set<SourceId> cited_;
    std::set<std::string> barred_;  // entities, by id: they would make again what differs
    std::set<std::string> barred_definitions_;  // of markings, that are read as native ones
    std::set<SpeakerId> barred_speakers_;
    std::set<SourceId> barred_sources_;
    std::size_t nameless_files_ = 0;
};

}  // namespace actormap
