#pragma once

#include <actormap/read/stix_session.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What can be told only when all objects of all bundles are known: reports and opinions claim
/// relations that may stand before or after them.
class StixLate {
  public:
    explicit StixLate(StixSession& session) : session_(session) {}

    /// Remembers a report or an opinion that refers to relations. A later version of the same
    /// object takes the earlier one's place.
    void add(StixObject& object, std::string_view id, std::string_view type);
    void forget(std::string_view id);

    /// Hands the claims to the builder.
    void finish();

  private:
    struct Pending {
        std::string id;
        std::string relations;  // ids, each with a line end behind it
        ClaimDraft claim;
        SourceDraft source;  // of a report
        bool report = false;
        bool agrees = false;  // of an opinion
    };

    void finish(Pending& pending);
    [[nodiscard]] bool finish(Pending& pending, std::string_view relation);

    StixSession& session_;
    std::vector<Pending> pending_;
};

}  // namespace actormap
