#include <actormap/lens/combine.hpp>
#include <actormap/study/profile.hpp>
#include <actormap/write/claim_text.hpp>
#include <actormap/write/table.hpp>

namespace actormap {
namespace {

std::string source_text(const ActorGraph& graph, const Claim& claim) {
    if (!claim.source) return "no source";
    const Source& source = graph[*claim.source];
    std::string text = graph[source.publisher].name;
    if (!source.title.empty()) text += ", " + source.title;
    if (!source.date.empty()) text += ", " + to_string(source.date);
    if (!source.url.empty()) text += ", " + source.url;
    return text;
}

std::string interval_text(const Interval& when) {
    if (when.empty()) return {};
    const std::string start = to_string(when.start), stop = to_string(when.stop);
    if (start == stop) return "  " + start;
    return "  " + (start.empty() ? "…" : start) + " to " + (stop.empty() ? "…" : stop);
}

}  // namespace

std::string speaker_text(const Speaker& speaker) {
    std::string text = speaker.name + " (" + std::string(to_string(speaker.kind));
    return text + (speaker.country.empty() ? "" : ", " + speaker.country) + ')';
}

std::string stance_text(const ActorGraph& graph, const Selection& selection, ClaimId id) {
    std::string stance(to_string(graph[id].stance));
    return selection[id] == ClaimState::withdrawn ? stance + " (since withdrawn)" : stance;
}

std::string claim_line(const ActorGraph& graph, ClaimId id) {
    const Claim& claim = graph[id];
    std::string line = (claim.date.empty() ? "undated" : to_string(claim.date)) + "  " +
                       graph[claim.by].name + ' ' + std::string(to_string(claim.stance));
    if (claim.source) {
        const Source& source = graph[*claim.source];
        line += ", in " + graph[source.publisher].name;
        if (!source.url.empty()) line += ", " + source.url;
    }
    return printable(line);
}

std::string claim_text(const ActorGraph& graph, const Selection& selection, ClaimId id,
                       std::size_t indent) {
    const std::string space(indent, ' ');
    const Claim& claim = graph[id];
    const std::string date = claim.date.empty() ? "undated" : to_string(claim.date);
    std::string text =
        date + "  " + speaker_text(graph[claim.by]) + ' ' + stance_text(graph, selection, id);
    if (claim.confidence) text += ", " + to_string(*claim.confidence);
    if (!claim.excerpt.empty()) text += ": \"" + claim.excerpt + '"';
    text = space + printable(text) + '\n';
    text += space + "  in " + printable(source_text(graph, claim)) + '\n';
    if (!claim.note.empty()) text += space + "  note: " + printable(claim.note) + '\n';
    return text;
}

std::string relation_text(const ActorGraph& graph, const Selection& selection, RelationId id,
                          std::size_t indent) {
    const Relation& relation = graph[id];
    const auto label = [&](EntityId end) { return graph[end].name + " [" + graph[end].id + ']'; };
    std::string text = label(relation.from) + ' ' + relation.type + ' ' + label(relation.to) +
                       interval_text(relation.when);
    if (const auto sure = confidence(graph, selection, id))
        text += "  confidence " + std::to_string(sure->value);
    if (selection[id] == RelationState::disputed) text += "  disputed";
    if (selection[id] == RelationState::unclaimed) text += "  nobody asserts it here";
    text = std::string(indent, ' ') + printable(text) + '\n';
    for (const ClaimId c : shown_claims(selection, relation.claims))
        text += claim_text(graph, selection, c, indent + 4);
    return text;
}

}  // namespace actormap
