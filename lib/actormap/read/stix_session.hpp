#pragma once

#include <actormap/model/builder.hpp>
#include <actormap/model/marking.hpp>
#include <actormap/read/stix_object.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace actormap {

/// What the bundles of one call have in common, and the file that is being read.
class StixSession {
  public:
    StixSession(GraphBuilder& to, Diagnostics& said) : builder(to), diagnostics(said) {}

    void begin(const std::string& path);
    [[nodiscard]] Place place(JsonSpot spot) const { return {file_index, spot.line, spot.column}; }
    [[nodiscard]] Position position(JsonSpot spot) const { return {file, spot.line, spot.column}; }
    void error(const char* id, JsonSpot spot, std::string message) {
        diagnostics.error(id, position(spot), std::move(message));
    }
    /// Counts a finding; `what` makes its text, which is asked for while places are kept.
    template <typename What>
    void note(const char* kind, JsonSpot spot, const What& what) {
        if (builder.findings().count(kind) < Findings::kept_places)
            builder.findings().add(kind, position(spot), what());
        else
            builder.findings().add(kind, 1);
    }
    /// The finding that a member's value has no meaning where it stands.
    void uninterpreted(const StixObject& object, const StixObject::Field& field);

    /// Who makes the claims of an object: its creator, else the file.
    [[nodiscard]] std::string speaker(StixObject& object);
    /// The creator alone; empty if the object names none.
    [[nodiscard]] std::string creator(StixObject& object);
    /// A claim for each source among the object's external references, or one without.
    [[nodiscard]] std::vector<ClaimDraft> claims(StixObject& object, const ClaimDraft& like);
    /// Says who made an object, when and how surely: a claim without a source.
    [[nodiscard]] ClaimDraft claim(StixObject& object);
    /// The day of a member that is a timestamp.
    [[nodiscard]] PartialDate day(StixObject& object, StixMember member);
    /// The interval that two members tell; nothing if it ends before it begins.
    [[nodiscard]] Interval interval(StixObject& object, StixMember start, StixMember stop);
    /// The first web address among the external references.
    [[nodiscard]] std::string first_url(StixObject& object);
    /// The level that an object is under, as far as its marking definitions are known by now.
    [[nodiscard]] Tlp marking(StixObject& object, std::string_view id);
    void define_marking(StixObject& object, std::string_view id);
    /// Counts what the object's embedded references lead to.
    void follow_references(StixObject& object);

    /// After the last file: speakers' names, late markings, references that lead nowhere.
    void finish();

    GraphBuilder& builder;
    Diagnostics& diagnostics;
    std::string file;
    std::uint32_t file_index = 0;

  private:
    /// Lets texts be looked up without a copy.
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    struct Referred {
        std::size_t count = 0;
        Place first;
    };

    [[nodiscard]] std::string source_of(StixObject& object, std::string_view reference);
    void refer(std::string_view id, const StixObject& object, const StixObject::Field& field);
    void add_speakers();

    std::string file_speaker_;  // once it is needed
    std::map<std::string, Place, std::less<>> creators_;
    std::unordered_set<std::string> sources_;
    std::unordered_set<std::string> hosts_;
    std::map<std::string, std::optional<Tlp>, std::less<>> markings_;
    std::vector<std::pair<std::string, std::string>> late_markings_;  // object, definition
    std::unordered_map<std::string, Referred, Hash, std::equal_to<>> referred_;
    std::vector<std::string> files_;  // by place
};

}  // namespace actormap
