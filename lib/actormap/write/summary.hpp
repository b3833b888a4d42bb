#pragma once

#include <actormap/lens/merge.hpp>
#include <actormap/model/findings.hpp>
#include <actormap/study/summary.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// What reading met that a graph does not hold; of ReadingReport, which writers do not see.
struct ReadingCounts {
    std::size_t dangling = 0;    ///< in native files; of others see `findings`
    std::size_t duplicates = 0;  ///< the same, and claims that were there already
    std::size_t conflicts = 0;   ///< the same
    std::size_t unclaimed = 0;
    std::size_t unreadable = 0;
    Summary::Counts unknown_types;
    Summary::Counts objects;  ///< of formats that have objects: met in the files, by type
    Findings findings;

    /// Of a kind of Findings, whatever the files' format.
    [[nodiscard]] std::size_t total(const std::string& kind) const;
};

/// Counts as rows of (what, count), indented by group. With `merged` also how many entities were
/// united and why, and how many unions were refused. With `lens` also what that shows.
[[nodiscard]] Table summary_table(const Summary& summary, const ReadingCounts& reading,
                                  const Merged* merged = nullptr,
                                  const LensSummary* lens = nullptr);

/// `{"entities": {"total": …, "by_type": {…}}, "relations": …, "claims": …, "reading": {…}}`; with
/// `merged` also `"merge": {"unions": […], "refusals": […]}`, all of them. With `lens` also
/// `"lens":
/// {"settings": {…}, "vertices": …, "edges": …, "entities": …, "marking": …}`.
[[nodiscard]] std::string summary_json(const Summary& summary, const ReadingCounts& reading,
                                       const Merged* merged = nullptr,
                                       const LensSummary* lens = nullptr);

}  // namespace actormap
