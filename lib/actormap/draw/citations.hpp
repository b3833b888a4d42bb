#pragma once

#include <actormap/lens/view.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace actormap {

/// A line of the list as the graph has it: its text is not clean. Of a claim that stands in no
/// source, `publisher` is its speaker, and there is nothing else but perhaps a date.
struct CitedWork {
    std::string publisher = {};
    PartialDate date = {};
    std::string title = {};
    std::string url = {};
    std::string archive_url = {};
};

/// The sources behind a view, numbered from 1 by date, publisher and title. A claim that stands
/// in no source is cited by its speaker.
struct Citations {
    std::vector<std::vector<std::size_t>> edges;  ///< the numbers behind each edge, ascending
    std::vector<std::string> list;  ///< clean text: "Supo, 2021-03-18: Title (ap.org)"
    std::vector<std::string> ids;   ///< beside `list`: of the source, or of the speaker
    std::vector<CitedWork> works;   ///< beside `list`
    std::size_t claims = 0;         ///< visible claims about the view's relations
    PartialDate latest;             ///< of those claims; empty if none has a date
};
[[nodiscard]] Citations cite(const ActorGraph& graph, const View& view);

/// Numbers as "[1, 3-5]"; beyond `most` runs the last is "…".
[[nodiscard]] std::string citation_text(const std::vector<std::size_t>& numbers,
                                        std::size_t most = 4);

/// The numbers behind several edges of the view, ascending, each once.
[[nodiscard]] std::vector<std::size_t> numbers_of(const Citations& citations,
                                                  const std::vector<std::size_t>& edges);

/// The host of a web address, without "www."; empty if it has none.
[[nodiscard]] std::string host_of(std::string_view url);

/// Calls visit(claim) for every visible claim about a relation.
template <typename Visit>
void for_each_visible_claim(const ActorGraph& graph, const Selection& selection,
                            RelationId relation, Visit visit) {
    const ClaimRange range = graph[relation].claims;
    for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
        const ClaimId id{i};
        if (selection[id] == ClaimState::visible) visit(graph[id]);
    }
}

}  // namespace actormap
