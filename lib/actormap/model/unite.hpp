#pragma once

#include <actormap/model/builder.hpp>

namespace actormap {

/// Unites a record of a second file with the first one of the same id: empty values are filled in,
/// a value that contradicts is kept as an entry of the property `x_conflicts`.
class Uniter {
  public:
    /// `again` is where the second record stands; warnings name it.
    Uniter(Diagnostics& diagnostics, BuildCounts& counts, Position again)
        : diagnostics_(diagnostics), counts_(counts), again_(std::move(again)) {}

    void unite(SpeakerDraft& kept, SpeakerDraft&& other);
    void unite(SourceDraft& kept, SourceDraft&& other);
    void unite(EntityDraft& kept, EntityDraft&& other);
    void unite(RelationDraft& kept, RelationDraft&& other);

  private:
    /// Remembers the files that define the entity.
    static void places(Entity& kept, const Entity& other);
    void text(Properties& properties, std::string_view field, std::string& kept,
              const std::string& other);
    /// A label that is the id was not given.
    void label(Properties& properties, const std::string& id, std::string& kept,
               const std::string& other);
    void properties(Properties& kept, Properties&& other);
    void conflict(Properties& properties, std::string_view field, const std::string& kept,
                  const std::string& other);

    Diagnostics& diagnostics_;
    BuildCounts& counts_;
    Position again_;
    std::string what_;  // the record, for messages: "entity 'apt31'"
};

/// Sets a property, keeping the list in order; replaces one of the same name.
void set_property(Properties& properties, Property property);

}  // namespace actormap
