#pragma once

#include <actormap/model/builder.hpp>
#include <actormap/model/countries.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace actormap {

/// That a cluster calls an entity by a name, and whom it says to have given the name.
struct MispName {
    std::string name;
    std::string locator;
    std::string source;    ///< the cluster's
    std::string producer;  ///< the id of a speaker, or empty
    std::string vendor;    ///< what a producer is called, or empty
    Place place;
};

/// An entity and its names.
struct MispEntity {
    EntityDraft draft;
    std::vector<MispName> names;
};

/// What the clusters of one call have in common, and what has to wait until all of them are read:
/// the entities that several values speak of, relations to UUIDs, sectors and vendors by name.
class MispPending {
  public:
    explicit MispPending(GraphBuilder& builder) : builder_(builder) {}

    // Entities that no value defines, or several. Each returns the id; asked for again it is the
    // same entity. The least spelling becomes the name, so that the order of files does not matter.
    MispEntity& country(const Country& country, const Place& place);
    [[nodiscard]] std::string state(const Country& country, const Place& place);
    [[nodiscard]] std::string sponsor(std::string_view name, const Place& place);
    [[nodiscard]] std::string victim(std::string_view name, const Place& place);
    [[nodiscard]] std::string origin(std::string_view name, const Place& place);

    /// That a state is in its country; once for each source.
    void locate(const std::string& state, const std::string& country, ClaimDraft claim);

    void add(MispEntity entity) { entities_.push_back(std::move(entity)); }
    /// Makes a value known to references.
    void know_uuid(const std::string& uuid, const std::string& type, const std::string& id,
                   const Position& where);
    void know_producer(std::string_view name, const std::string& id);
    void know_sector(std::string_view name, const std::string& id);

    /// `to` is a UUID; `type` is that of the cluster that says so.
    void relate_uuid(RelationDraft draft, const std::string& type, const Position& where);
    /// `to` is the name of a sector.
    void relate_sector(RelationDraft draft);

    /// Hands all of it to the builder.
    void link();

  private:
    struct Known {
        std::string type;  // of the cluster
        std::string id;
    };
    struct Related {
        RelationDraft draft;
        std::string type;
        Position where;
    };
    using Ids = std::map<std::string, std::set<std::string>, std::less<>>;  // by folded name

    MispEntity& common(const std::string& id, const char* type, std::string_view name,
                       const Place& place);
    void know_given_entities();
    [[nodiscard]] std::string entity_of(const Related& related) const;
    [[nodiscard]] std::string vendor(const std::string& name, const Place& place);
    void name_entity(MispEntity& entity);
    void link_sectors();
    void link_related();

    GraphBuilder& builder_;
    std::map<std::string, MispEntity> common_;  // by id
    std::vector<MispEntity> entities_;
    std::unordered_map<std::string, std::vector<Known>> by_uuid_;
    Ids producers_;
    Ids sectors_;
    std::vector<Related> related_;
    std::vector<RelationDraft> to_sectors_;
    std::set<std::pair<std::string, std::string>> located_;  // states, by source
    std::set<std::string> vendors_;                          // speakers that no producer is
};

/// The id of the speaker who says what MISP galaxy says.
inline constexpr std::string_view misp_speaker = "misp-galaxy";

}  // namespace actormap
