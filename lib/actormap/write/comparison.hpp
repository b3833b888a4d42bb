#pragma once

#include <actormap/study/comparison.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

struct ComparisonDetail {
    std::optional<std::size_t> top = {};  ///< at most so many under each heading
    bool all = false;                     ///< list what only one of the two has as well
};

/// For a person to read: a table of headings, then what is shared under each, with the relations,
/// claims and sources on either side.
[[nodiscard]] std::string comparison_text(const ActorGraph& graph, const Selection& selection,
                                          const Comparison& comparison,
                                          const ComparisonDetail& detail = {});

/// One row for each claim that links one of the two with what they share, or with the other.
[[nodiscard]] Table comparison_table(const ActorGraph& graph, const Selection& selection,
                                     const Comparison& comparison,
                                     const ComparisonDetail& detail = {});

/// `{"first": {…}, "second": {…}, "rarity": …, "jaccard": …, "headings": [{"heading": …,
/// "shared": […], "only_first": […], "only_second": […]}], "between": […], "names": […],
/// "sources": […]}`. Everything, whatever the detail for people.
[[nodiscard]] std::string comparison_json(const ActorGraph& graph, const Selection& selection,
                                          const Comparison& comparison);

}  // namespace actormap
