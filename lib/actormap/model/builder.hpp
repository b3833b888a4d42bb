#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/model/drafts.hpp>
#include <actormap/model/findings.hpp>
#include <actormap/model/record_table.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actormap {

/// The id of the speaker that stands for a file itself: "file:" and the file's base name, or
/// "file:stdin".
[[nodiscard]] std::string file_speaker(const std::string& path);

/// What the builder met in strict files beside what the graph holds; of others see `findings()`.
struct BuildCounts {
    std::size_t duplicates =
        0;                      ///< ids given again, and in any file claims that were there already
    std::size_t dangling = 0;   ///< references to records that no file of the call holds
    std::size_t conflicts = 0;  ///< contradicting values of one entity, speaker or source
    std::size_t unclaimed = 0;  ///< relations that got a claim by their file
};

/// What was added of an entity or a relation. Valid until the builder is changed.
struct KnownRecord {
    Place place;
    bool relation = false;
    std::string_view name;      ///< of an entity
    std::string_view from, to;  ///< of a relation
    const Properties* properties = nullptr;
};

/// Unites the records of one or several files into an ActorGraph. Reports to `diagnostics` what
/// is wrong in a strict file and leaves that record out, so that the graph is whole in any case:
///
/// duplicate-id          an id twice in one strict file
/// conflict              (warning) contradicting values in different files: the first wins, the
///                       other is kept in the property `x_conflicts`
/// dangling-reference    a reference that leads nowhere
/// claim-speaker         a claim with neither a speaker nor a source
/// interval-backwards    an interval that ends before it begins
///
/// In a file that is not strict all of these but conflicts are no diagnostics but `findings()`: a
/// missing entity is made up with `undefined` set, a missing speaker with its id as its name; a
/// missing source and an impossible interval are left out of the record.
class GraphBuilder {
  public:
    explicit GraphBuilder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Begins a file. Returns the value for `Place::file` of the records in it.
    std::uint32_t begin(InputFile file);
    void set_title(const std::string& title);
    void set_as_of(const PartialDate& as_of);
    /// Properties of the graph; of several with one name the first is kept.
    void add(const Properties& properties);
    void add(SpeakerDraft draft);
    void add(SourceDraft draft);
    void add(EntityDraft draft);
    /// Adds what a file knows by a word alone: an identity of that id and name. Does nothing where
    /// the file gave it before.
    void add_vertex(const std::string& id, const Place& place);
    void add(RelationDraft draft);
    void add(JudgementDraft draft);
    /// Makes room for about so many relations, if none has been added yet. Changes only the time.
    void expect_relations(std::size_t count);
    /// Adds a claim to a relation that was given before. False if no relation has that id.
    bool add_claim(std::string_view relation_id, ClaimDraft draft);

    /// The ids of the entities that were given so far.
    [[nodiscard]] std::vector<std::string_view> entity_ids() const;

    /// The entity, else the relation, of that id, if one was added.
    [[nodiscard]] std::optional<KnownRecord> find(std::string_view id) const;
    /// Puts the entity or relation of that id, if there is one, under a level if that is higher.
    void raise_marking(std::string_view id, Tlp level);
    /// Puts a newer version in the place of the record of the same id, which must be there.
    void replace(EntityDraft draft);
    void replace(RelationDraft draft);

    /// The graph of all that was added. The builder is empty afterwards.
    [[nodiscard]] ActorGraph build();
    [[nodiscard]] const BuildCounts& counts() const { return counts_; }
    /// What readers and the builder met and kept.
    [[nodiscard]] Findings& findings() { return findings_; }
    [[nodiscard]] const Findings& findings() const { return findings_; }

  private:
    class Linker;

    static constexpr SpeakerId no_speaker{0xffffffff};

    [[nodiscard]] Position where(const Place& place) const;
    [[nodiscard]] bool is_strict(const Place& place) const;
    /// Whether the interval can stay: one that runs backwards is an error in a strict file, and is
    /// counted and emptied in others.
    [[nodiscard]] bool check_interval(Interval& when, const Place& place);
    template <typename Draft>
    void add_to(RecordTable<Draft>& table, const char* what, Draft&& draft);
    /// Whether two records of the same id may be united; reports it if not.
    [[nodiscard]] bool may_unite(const char* what, std::string_view id, const Place& first,
                                 const Place& again);
    void report_conflict(const Place& again, const std::string& message);
    /// Unites a relation with the one at `position`. False if it may not be.
    bool unite(std::uint32_t position, Relation&& other);
    /// Turns the ids of a relation's ends into rows of their table.
    [[nodiscard]] Relation&& refer(RelationDraft& draft);
    void add_claim(std::uint32_t relation, ClaimDraft&& draft);
    /// Turns the ids of a claim's speaker and source into rows of their tables.
    void refer(ClaimDraft& draft);
    [[nodiscard]] std::optional<std::uint32_t> find_relation(std::string_view id) const;
    /// Whether the claim went with an older version of its relation.
    [[nodiscard]] bool was_replaced(std::size_t claim) const;
    /// The same text in the one block that all relations of the type share.
    [[nodiscard]] Text shared(const Text& type);

    Diagnostics& diagnostics_;
    BuildCounts counts_;
    Findings findings_;
    std::vector<InputFile> files_;
    std::vector<std::string> titles_;
    PartialDate as_of_;
    Properties properties_;
    RecordTable<SpeakerDraft> speakers_;
    RecordTable<SourceDraft> sources_;
    RecordTable<EntityDraft> entities_;
    // Until the end the ids in relations and claims are rows of these tables.
    std::vector<Relation> relations_;
    PositionIndex relation_index_;
    std::unordered_map<std::uint32_t, Additions> relation_additions_;
    std::vector<Claim> claims_;                // of relations
    std::vector<std::uint32_t> claim_owners_;  // the relation of each
    /// Of relations that were replaced: how many claims there were then. Theirs among those went.
    std::unordered_map<std::uint32_t, std::size_t> replaced_;
    std::unordered_map<std::uint32_t, Reference> citations_;  // of those that cite another
    std::unordered_map<std::string, Text> relation_types_;
    Text last_type_;  // of those
    std::vector<JudgementDraft> judgements_;
};

}  // namespace actormap
