#pragma once

#include <actormap/model/actor_graph.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// "a -> b", with a dash for nothing.
[[nodiscard]] std::string from_to(std::string_view before, std::string_view after);

/// Collects which fields of a record changed: "type: tool -> malware; description; x_note".
class ChangedFields {
  public:
    void add(const char* field, std::string_view before, std::string_view after);
    /// Of long texts only that they changed.
    void add_text(const char* field, std::string_view before, std::string_view after);
    /// The names of the properties that differ.
    void add(const Properties& before, const Properties& after);
    [[nodiscard]] std::string text() const;

  private:
    std::vector<std::string> parts_;
};

/// In what two records of one entity differ; empty if in nothing. Names are compared elsewhere.
[[nodiscard]] std::string entity_changes(const Entity& before, const Entity& after);

}  // namespace actormap
