#pragma once

#include <actormap/base/date.hpp>
#include <actormap/base/error.hpp>
#include <actormap/model/confidence.hpp>
#include <actormap/model/ids.hpp>
#include <actormap/model/marking.hpp>
#include <actormap/model/properties.hpp>
#include <actormap/model/stance.hpp>
#include <actormap/model/verdict.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Where a record was read: a file of `ActorGraph::files`, and a line and column in it, from 1, in
/// eight bytes. 0 means unknown, and what is too large to be held is unknown. Where something
/// stands is no part of what it says, so any two places compare equal.
class Place {
  public:
    static constexpr std::uint32_t no_file = (1U << 12) - 1;  ///< of a place in no known file

    constexpr Place() = default;
    constexpr Place(std::uint32_t file, std::uint32_t line, std::uint32_t column)
        : bits_(std::uint64_t{file < no_file ? file : no_file} << 52 |
                std::uint64_t{line < limit ? line : 0} << 26 |
                std::uint64_t{line < limit && column < limit ? column : 0}) {}

    [[nodiscard]] std::uint32_t file() const { return static_cast<std::uint32_t>(bits_ >> 52); }
    [[nodiscard]] std::uint32_t line() const {
        return static_cast<std::uint32_t>(bits_ >> 26) & (limit - 1);
    }
    [[nodiscard]] std::uint32_t column() const {
        return static_cast<std::uint32_t>(bits_) & (limit - 1);
    }

    bool operator==(const Place&) const { return true; }

  private:
    static constexpr std::uint32_t limit = 1U << 26;

    std::uint64_t bits_ = 0;  // 12 of the file, 26 of the line, 26 of the column
};

/// Further places of one record. Like a place they are no part of what it says: any two compare
/// equal.
struct Places {
    std::vector<Place> list;

    bool operator==(const Places&) const { return true; }
};

/// Who makes claims.
struct Speaker {
    std::string id;
    std::string name;
    SpeakerKind kind = SpeakerKind::organisation;
    std::string country;             ///< ISO 3166-1 alpha-2, or empty
    std::optional<EntityId> entity;  ///< the entity that it is, if it is one
    Properties properties;
    Place place;

    bool operator==(const Speaker&) const = default;
};

/// A publication that carries claims.
struct Source {
    std::string id;
    SpeakerId publisher{};
    PartialDate date;
    std::string title;
    std::string url;
    std::string archive_url;
    std::optional<char> reliability;  ///< 'A' to 'F' on the Admiralty scale
    Tlp marking = Tlp::clear;
    Properties properties;
    Place place;

    bool operator==(const Source&) const = default;
};

/// One speaker's statement about one relation or one name.
struct Claim {
    Text id;  ///< empty unless another claim cites this one
    SpeakerId by{};
    OptionalId<SourceId> source;
    PartialDate date;           ///< when it was said; of the source, if not stated
    OptionalId<ClaimId> cites;  ///< the claim that this one repeats
    OptionalConfidence confidence;
    Text locator;
    Text excerpt;
    Text note;
    Properties properties;
    Place place;
    Stance stance = Stance::asserts;
    Tlp marking = Tlp::clear;

    bool operator==(const Claim&) const = default;
};

/// A run of `ActorGraph::claims`.
struct ClaimRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    bool operator==(const ClaimRange&) const = default;
};

/// Another label of an entity.
struct Name {
    std::string name;
    std::optional<SpeakerId> by;  ///< who uses it
    PartialDate since;
    PartialDate until;
    Tlp marking = Tlp::clear;
    ClaimRange claims;
    Properties properties;
    Place place;

    bool operator==(const Name&) const = default;
};

/// A node: an actor, a sponsor, a victim, a country, a campaign, a piece of tooling, …
struct Entity {
    std::string id;
    std::string type;  ///< a STIX 2.1 object type, or any other word
    std::string name;
    std::vector<Name> names;
    std::string description;
    std::vector<std::string> roles;  ///< ascending, each once
    std::string country;             ///< of a location: ISO 3166-1 alpha-2; else empty
    bool undefined = false;          ///< something refers to it, and no file defines it
    Tlp marking = Tlp::clear;
    Properties properties;
    Place place;
    Places also;  ///< where other files define it

    [[nodiscard]] bool has_role(std::string_view role) const;
    bool operator==(const Entity&) const = default;
};

/// A directed, typed link between two entities. It holds because of its claims.
struct Relation {
    Text id;  ///< empty unless the file gave one
    EntityId from{};
    EntityId to{};
    Text type;  ///< a STIX relationship type, or any other word
    Interval when;
    Text description;
    ClaimRange claims;
    Properties properties;
    Place place;
    Tlp marking = Tlp::clear;

    bool operator==(const Relation&) const = default;
};

/// What somebody recorded about whether two entities are one. The entities are named by id, since
/// it may be read without the files that define them; it has no effect then.
struct Judgement {
    std::string first;  ///< the lesser id
    std::string second;
    Verdict verdict = Verdict::same;
    std::optional<SpeakerId> by;
    std::optional<SourceId> source;
    PartialDate date;
    std::string note;
    Properties properties;
    Place place;

    bool operator==(const Judgement&) const = default;
};

/// A file that went into a graph.
struct InputFile {
    std::string name;
    std::string format;
    bool strict = true;  ///< an id given twice in it is an error, not a count
};

/// Entities, relations, claims, names, speakers and sources together: what readers produce and
/// everything else consumes. Made by `GraphBuilder` alone and never changed afterwards, so every
/// id in it is valid; safe to read from several threads.
///
/// Order is canonical, whatever the order of the input: speakers, sources and entities ascend by
/// id; relations by (from's id, type, to's id, start, stop, id); the claims of one relation or
/// name by (date, speaker, source, stance, …); judgements by (first, second, verdict, …). Equality
/// compares everything but places and files.
class ActorGraph {
  public:
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const PartialDate& as_of() const { return as_of_; }
    [[nodiscard]] const Properties& properties() const { return properties_; }
    [[nodiscard]] std::span<const InputFile> files() const { return files_; }

    [[nodiscard]] std::span<const Speaker> speakers() const { return speakers_; }
    [[nodiscard]] std::span<const Source> sources() const { return sources_; }
    [[nodiscard]] std::span<const Entity> entities() const { return entities_; }
    [[nodiscard]] std::span<const Relation> relations() const { return relations_; }
    [[nodiscard]] std::span<const Claim> claims() const { return claims_; }
    [[nodiscard]] std::span<const Judgement> judgements() const { return judgements_; }

    [[nodiscard]] const Speaker& operator[](SpeakerId id) const { return speakers_[index(id)]; }
    [[nodiscard]] const Source& operator[](SourceId id) const { return sources_[index(id)]; }
    [[nodiscard]] const Entity& operator[](EntityId id) const { return entities_[index(id)]; }
    [[nodiscard]] const Relation& operator[](RelationId id) const { return relations_[index(id)]; }
    [[nodiscard]] const Claim& operator[](ClaimId id) const { return claims_[index(id)]; }

    [[nodiscard]] std::span<const Claim> claims(ClaimRange range) const {
        return std::span(claims_).subspan(range.first, range.count);
    }

    /// The relations that begin or end at an entity, ascending.
    [[nodiscard]] std::span<const RelationId> relations_of(EntityId id) const {
        const std::size_t first = first_relation_of_[index(id)];
        return std::span(relation_of_).subspan(first, first_relation_of_[index(id) + 1] - first);
    }

    /// By exact id; O(log n).
    [[nodiscard]] std::optional<EntityId> find_entity(std::string_view id) const;
    [[nodiscard]] std::optional<SpeakerId> find_speaker(std::string_view id) const;
    [[nodiscard]] std::optional<SourceId> find_source(std::string_view id) const;

    /// The claim that a claim goes back to: where it repeats one, and that another, the last of
    /// them. In a ring of claims that repeat each other, the least. O(1).
    [[nodiscard]] ClaimId root(ClaimId id) const { return roots_.empty() ? id : roots_[index(id)]; }

    /// The place as a message names it.
    [[nodiscard]] Position where(const Place& place) const;

    /// The level that a claim is under: the higher of its own and its source's.
    [[nodiscard]] Tlp marking(const Claim& claim) const;

    bool operator==(const ActorGraph& other) const;

  private:
    friend class GraphBuilder;

    std::string title_;
    PartialDate as_of_;
    Properties properties_;
    std::vector<InputFile> files_;
    std::vector<Speaker> speakers_;
    std::vector<Source> sources_;
    std::vector<Entity> entities_;
    std::vector<Relation> relations_;
    std::vector<Claim> claims_;
    std::vector<Judgement> judgements_;
    std::vector<std::size_t> first_relation_of_;  // per entity and one more, into relation_of_
    std::vector<RelationId> relation_of_;
    std::vector<ClaimId> roots_;  // empty if no claim cites another
};

}  // namespace actormap
