#pragma once

#include <actormap/base/date.hpp>
#include <actormap/model/actor_graph.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/read/json_cutter.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The members of STIX objects that mean something to the model.
enum class StixMember : std::uint8_t {
    other,  // first: what no table names
    aliases,
    confidence,
    country,
    created,
    created_by_ref,
    definition,
    definition_type,
    description,
    explanation,
    extensions,
    external_references,
    first_seen,
    id,
    last_seen,
    modified,
    name,
    object_marking_refs,
    object_refs,
    opinion,
    published,
    relationship_type,
    roles,
    sighting_of_ref,
    source_ref,
    spec_version,
    start_time,
    stop_time,
    target_ref,
    type,
    where_sighted_refs,
    x_mitre_aliases,
    count  // last
};

/// One STIX object as it is written. Values are valid JSON.
class StixObject {
  public:
    struct Field {
        std::string_view name;
        std::string_view json;
        std::uint32_t at = 0;  ///< where the value stands in the slice
        StixMember member = StixMember::other;
        bool plain = false;  ///< the value is compact as it stands
        bool taken = false;  ///< the model holds it: it is no custom property
    };

    /// Takes over a slice. `exact` tells whether places in it are places in the file. Everything
    /// it gives out is valid until the next one.
    void assign(const JsonSlice& slice, bool exact);

    [[nodiscard]] std::vector<Field>& fields() { return fields_; }
    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
    [[nodiscard]] Field* find(StixMember member);
    [[nodiscard]] Field* find(std::string_view name);
    /// The content of a member that is a text, not an empty one; null data if there is none.
    [[nodiscard]] std::string_view text(StixMember member);
    /// The content of any value that is a text.
    [[nodiscard]] std::string_view content(std::string_view json);
    /// Marks a member as held by the model.
    void take(StixMember member);

    [[nodiscard]] JsonSpot spot() const { return slice_.spot; }
    [[nodiscard]] JsonSpot spot(const Field& field) const {
        return exact_ ? slice_.spot_of(field.at) : slice_.spot;
    }
    [[nodiscard]] std::string_view json() const { return slice_.text; }

    /// What was not taken.
    [[nodiscard]] Properties properties(StixRecord record);

  private:
    JsonSlice slice_;
    bool exact_ = true;
    std::vector<Field> fields_;
    std::array<std::uint16_t, static_cast<std::size_t>(StixMember::count)> at_{};  // 0: none
    std::deque<std::string> kept_;  // contents that differ from how they are written
};

/// The day of a STIX timestamp, of any precision; nothing if the text is none.
[[nodiscard]] std::optional<PartialDate> stix_day(std::string_view timestamp);

/// Whether one timestamp is later than another, whatever their precision.
[[nodiscard]] bool stix_later(std::string_view a, std::string_view b);

/// A whole number from 0 to 100.
[[nodiscard]] std::optional<std::uint8_t> stix_confidence(std::string_view json);

}  // namespace actormap
