#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/bundle_object.hpp>
#include <actormap/write/stix_ids.hpp>
#include <actormap/write/stix_told.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace actormap {

/// Makes STIX objects of a graph's records: what the model and the properties of those that came
/// from STIX spell, and for the others what STIX has a place for. Native records are not in them.
class StixRenderer {
  public:
    StixRenderer(const ActorGraph& graph, const StixTold& told, const StixIds& ids);

    [[nodiscard]] BundleObject object(EntityId id) const;
    [[nodiscard]] BundleObject object(RelationId id) const;
    /// An identity, under an id.
    [[nodiscard]] BundleObject object(SpeakerId id, const std::string& object_id) const;
    [[nodiscard]] BundleObject object(SourceId id) const;  ///< a report
    /// An opinion for each claim that disputes, denies or supports.
    [[nodiscard]] std::vector<BundleObject> opinions(RelationId id) const;

  private:
    /// As it stood in STIX.
    [[nodiscard]] BundleObject spelt(EntityId id) const;
    [[nodiscard]] BundleObject spelt(RelationId id) const;
    /// Of what came from elsewhere.
    [[nodiscard]] BundleObject made(EntityId id) const;
    [[nodiscard]] BundleObject made(RelationId id) const;
    /// The highest level of what a record holds, its names and claims included.
    [[nodiscard]] Tlp level(const Entity& entity) const;
    [[nodiscard]] Tlp level(const Relation& relation) const;
    [[nodiscard]] std::string end(EntityId id, bool spelt) const;
    [[nodiscard]] std::vector<std::string> others(EntityId id) const;
    [[nodiscard]] std::vector<std::string> aliases(const Entity& entity) const;
    void date(BundleObject& object, const PartialDate& date) const;
    void date_entity(BundleObject& object, EntityId id) const;
    void date_first(BundleObject& object, const std::vector<ClaimRange>& ranges) const;
    void attribute(BundleObject& object, ClaimRange range) const;
    [[nodiscard]] std::string reference(SourceId id) const;
    void index_claims();
    void index(ClaimRange range, const std::string& about);

    const ActorGraph& graph_;
    const StixTold& told_;
    const StixIds& ids_;
    std::map<SpeakerId, PartialDate> spoken_;          // the earliest claim
    std::map<SourceId, PartialDate> cited_;            // the earliest claim
    std::map<SourceId, std::set<std::string>> about_;  // the objects that its claims are about
};

}  // namespace actormap
