#pragma once

#include <actormap/model/builder.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/misp_meta.hpp>
#include <actormap/read/misp_pending.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// A MISP galaxy cluster: a file.
struct MispCluster {
    enum class Kind : std::uint8_t { actor, country, target, region, sector, producer, other };

    ReadContext context;
    std::string type;
    std::string entity_type;  ///< what its values are
    std::string source;       ///< its id as a source
    Kind kind = Kind::other;
};

/// What a cluster's type makes of its values: "mitre-intrusion-set" is an "intrusion-set".
[[nodiscard]] std::string misp_entity_type(std::string_view type);
[[nodiscard]] MispCluster::Kind misp_kind(std::string_view type);

/// Members of an object that are kept as they are, as one JSON object.
class MispLeftovers {
  public:
    void add(std::string_view name, std::string_view json);
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] std::string json() const { return '{' + text_ + '}'; }

  private:
    std::string text_;
};

/// One value of a cluster while it becomes an entity.
struct MispRecord {
    MispCluster& cluster;
    GraphBuilder& builder;
    MispPending& pending;
    MispMeta meta;
    std::string value;  ///< how the cluster calls it
    std::string id;     ///< of the entity
    Place place;
    MispEntity* entity = nullptr;

    /// That the cluster says it there.
    [[nodiscard]] ClaimDraft claim(const Place& at, std::string_view locator) const;
    /// A relation from this entity that a member of `meta` states. The words that it is stated
    /// with are kept where the name of the other end is not the same.
    [[nodiscard]] RelationDraft relation(std::string_view type, const std::string& to,
                                         std::string_view member, const MispText& text,
                                         std::string_view name = {}) const;
    void add_name(std::string_view name, std::string_view locator, const Place& at,
                  std::string producer = {}, std::string vendor = {});
    void unresolved_country(std::string_view member, const MispText& text);
};

/// Hands a value, which must be an object, to the builder and to what waits.
void read_misp_value(MispCluster& cluster, GraphBuilder& builder, MispPending& pending,
                     const JsonValue& item);

/// The members of `meta` that name entities: synonyms, name-attribution, origin:NAME.
void read_misp_names(MispRecord& record);

/// Those that say whom somebody hits and for whom, in whichever cluster they stand; in one of
/// actors also where it comes from.
void read_misp_actor(MispRecord& record);

/// The member `related`. Returns the entries that it could not interpret as a JSON list, or
/// nothing.
[[nodiscard]] std::string read_misp_related(MispRecord& record, const JsonValue& related);

/// A producer of intelligence: where it is, and the speaker that it is.
void read_misp_producer(MispRecord& record);

}  // namespace actormap
