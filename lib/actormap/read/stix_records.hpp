#pragma once

#include <actormap/read/stix_late.hpp>
#include <actormap/read/stix_session.hpp>

#include <string_view>

namespace actormap {

/// Makes the records of the model of STIX objects (docs/formats.md, "STIX bundles"), and hands
/// them to the builder.
class StixRecords {
  public:
    StixRecords(StixSession& session, StixLate& late) : session_(session), late_(late) {}

    /// `object` has the id and the type that are given.
    void read(StixObject& object, std::string_view id, std::string_view type);

  private:
    enum class Version { only, newer, older };

    void read_relation(StixObject& object, std::string_view id);
    void read_entity(StixObject& object, std::string_view id, std::string_view type);
    void read_names(StixObject& object, EntityDraft& draft);
    void read_roles(StixObject& object, Entity& entity);
    void read_country(StixObject& object, Entity& entity);
    void read_label(StixObject& object, Entity& entity);
    void read_sighting(StixObject& object, std::string_view id);
    void relate(const std::string& from, const char* type, std::string_view to,
                const RelationDraft& like);
    void take_common(StixObject& object);
    void check_properties(const StixObject& object, std::string_view type);
    [[nodiscard]] Version version(StixObject& object, std::string_view id, bool relation);
    [[nodiscard]] std::string_view required(StixObject& object, StixMember member,
                                            const char* name);

    StixSession& session_;
    StixLate& late_;
};

}  // namespace actormap
