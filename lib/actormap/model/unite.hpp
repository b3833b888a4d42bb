#pragma once

#include <actormap/model/builder.hpp>

#include <functional>

namespace actormap {

/// Reports a value that contradicts an earlier one of the same record.
using ConflictReport = std::function<void(const std::string& message)>;

/// Unites a record with the first one of the same id: empty values are filled in, a value that
/// contradicts is kept as an entry of the property `x_conflicts`.
class Uniter {
  public:
    Uniter(Additions& additions, ConflictReport report)
        : additions_(additions), report_(std::move(report)) {}

    void unite(SpeakerDraft& kept, SpeakerDraft&& other);
    void unite(SourceDraft& kept, SourceDraft&& other);
    void unite(EntityDraft& kept, EntityDraft&& other);
    /// `ends` and `other_ends` are the ids of from and to. The claims are not its matter.
    void unite(Relation& kept, Relation&& other,
               const std::pair<std::string_view, std::string_view>& ends,
               const std::pair<std::string_view, std::string_view>& other_ends);

  private:
    /// Remembers the files that define the entity.
    static void places(Entity& kept, const Entity& other);
    template <typename String>
    void text(std::string_view field, String& kept, const String& other);
    /// A label that is the id was not given.
    template <typename String>
    void label(const String& id, String& kept, const String& other);
    void conflict(std::string_view field, std::string_view kept, std::string_view other);

    Additions& additions_;
    ConflictReport report_;
    std::string what_;  // the record, for messages: "entity 'apt31'"
};

/// The properties together with those that later records brought, and the conflicts among all of
/// them in `x_conflicts`. `report` gets the place and the message of each new conflict.
[[nodiscard]] Properties with_additions(
    const Properties& properties, const std::string& what, Additions additions,
    const std::function<void(const Place&, const std::string&)>& report);

}  // namespace actormap
