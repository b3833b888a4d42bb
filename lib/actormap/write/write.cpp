#include <actormap/model/vocabulary.hpp>
#include <actormap/write/claims.hpp>
#include <actormap/write/edges.hpp>
#include <actormap/write/native.hpp>
#include <actormap/write/stix.hpp>
#include <actormap/write/write.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr Vocabulary<OutputFormat, 4> formats{{"native", "stix", "claims", "csv"}};

}  // namespace

std::optional<OutputFormat> parse_output_format(std::string_view text) {
    return text == "json" ? OutputFormat::native : formats.parse(text);
}

std::string_view to_string(OutputFormat format) {
    return formats[format];
}

std::string write(const ActorGraph& graph, OutputFormat format, Losses& losses) {
    switch (format) {
        case OutputFormat::native:
            return write_native(graph);
        case OutputFormat::stix:
            return write_stix(graph, losses);
        case OutputFormat::claims:
            return write_claims(graph, losses);
        case OutputFormat::csv:
            return write_edges(graph, losses);
    }
    return {};
}

Tlp highest_marking(const ActorGraph& graph) {
    Tlp highest = Tlp::clear;
    for (const Entity& entity : graph.entities()) {
        highest = std::max(highest, entity.marking);
        for (const Name& name : entity.names) highest = std::max(highest, name.marking);
    }
    for (const Relation& relation : graph.relations())
        highest = std::max(highest, relation.marking);
    for (const Source& source : graph.sources()) highest = std::max(highest, source.marking);
    for (const Claim& claim : graph.claims()) highest = std::max(highest, graph.marking(claim));
    return highest;
}

}  // namespace actormap
