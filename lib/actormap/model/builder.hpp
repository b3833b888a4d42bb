#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/model/findings.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actormap {

// What readers hand to a GraphBuilder: the model's records with references still by name. The
// id fields of the embedded records (`by`, `source`, `from`, …) are filled in by the builder.

/// The id of another record, and where it was named. An empty id means there is none.
struct Reference {
    std::string id;
    Place place;
};

struct SpeakerDraft {
    Speaker speaker;
    Reference entity;
    bool kind_assumed = false;  ///< the input did not say it; one that does wins
};

struct SourceDraft {
    Source source;
    Reference publisher;
};

struct ClaimDraft {
    Claim claim;
    Reference by;
    Reference source;
    Reference cites;
};

struct NameDraft {
    Name name;
    Reference by;
    std::vector<ClaimDraft> claims;
};

struct EntityDraft {
    Entity entity;
    std::vector<NameDraft> names;
    bool type_assumed = false;  ///< the input did not say it; one that does wins
};

struct RelationDraft {
    Relation relation;
    Reference from;
    Reference to;
    std::vector<ClaimDraft> claims;
};

struct JudgementDraft {
    Judgement judgement;
    Reference by;
    Reference source;
};

/// The id of the speaker that stands for a file itself: "file:" and the file's base name, or
/// "file:stdin".
[[nodiscard]] std::string file_speaker(const std::string& path);

/// What the builder met beside what the graph holds.
struct BuildCounts {
    std::size_t duplicates = 0;  ///< claims that were there already, and ids given again
    std::size_t dangling = 0;    ///< references to records that no file of the call holds
    std::size_t conflicts = 0;   ///< contradicting values of one entity, speaker or source
    std::size_t unclaimed = 0;   ///< relations that got a claim by their file
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
/// is wrong and leaves that record out, so that the graph is whole in any case:
///
/// duplicate-id          an id twice in one strict file
/// conflict              (warning) contradicting values in different files, or in one that is not
///                       strict: the first wins, the other is kept in the property `x_conflicts`
/// dangling-reference    a reference that leads nowhere
/// claim-speaker         a claim with neither a speaker nor a source
/// interval-backwards    an interval that ends before it begins
class GraphBuilder {
  public:
    explicit GraphBuilder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// Begins a file. Returns the value for `Place::file` of the records in it.
    std::uint32_t begin(InputFile file);
    void set_title(const std::string& title);
    void set_as_of(const PartialDate& as_of);
    void add(Property property);
    void add(SpeakerDraft draft);
    void add(SourceDraft draft);
    void add(EntityDraft draft);
    void add(RelationDraft draft);
    void add(JudgementDraft draft);

    /// The entity, else the relation, of that id, if one was added.
    [[nodiscard]] std::optional<KnownRecord> find(std::string_view id) const;
    /// One more claim about the relation of that id. Returns whether there is one.
    bool add_claim(std::string_view relation_id, ClaimDraft draft);
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
    using Index = std::unordered_map<std::string, std::size_t>;  // key -> place in the list

    template <typename Draft>
    struct List {
        std::vector<Draft> drafts;
        Index index;
    };

    [[nodiscard]] Position where(const Place& place) const;
    [[nodiscard]] std::optional<std::size_t> entity_at(std::string_view id) const;
    [[nodiscard]] std::optional<std::size_t> relation_at(std::string_view id) const;
    /// Adds the draft, or returns the one that already has the key.
    template <typename Draft>
    [[nodiscard]] Draft* add_or_find(List<Draft>& list, const std::string& key, Draft& draft);
    /// Whether two records of the same id may be united; reports it if not.
    [[nodiscard]] bool may_unite(const char* what, const std::string& id, const Place& first,
                                 const Place& again);

    Diagnostics& diagnostics_;
    BuildCounts counts_;
    Findings findings_;
    std::vector<InputFile> files_;
    std::vector<std::string> titles_;
    PartialDate as_of_;
    Properties properties_;
    List<SpeakerDraft> speakers_;
    List<SourceDraft> sources_;
    List<EntityDraft> entities_;
    List<RelationDraft> relations_;
    std::vector<JudgementDraft> judgements_;
};

}  // namespace actormap
