#include <actormap/base/error.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/write/claims.hpp>
#include <actormap/write/edges.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/native.hpp>
#include <actormap/write/stix.hpp>
#include <actormap/write/write.hpp>

#include <algorithm>

namespace actormap {
namespace {

constexpr Vocabulary<OutputFormat, 11> formats{{"native", "stix", "claims", "csv", "graphml",
                                                "gexf", "node-link", "cytoscape", "dot", "tables",
                                                "neo4j"}};

void count_without_place(const WriteExtras& extras, bool columns, bool looks, Losses& losses) {
    if (!columns) losses.add("computed columns", extras.columns.size());
    if (looks || extras.looks.empty()) return;
    losses.add("positions and colours of entities", extras.looks.size());
}

GraphTable table_of(const ActorGraph& graph, OutputFormat format, const WriteExtras& extras) {
    using Custom = GraphTable::Custom;
    const Custom custom = format == OutputFormat::dot      ? Custom::json
                          : format == OutputFormat::tables ? Custom::words
                                                           : Custom::columns;
    return GraphTable(graph, extras.columns, custom);
}

}  // namespace

const std::vector<std::string_view>& output_format_words() {
    static const std::vector<std::string_view> words(formats.words.begin(), formats.words.end());
    return words;
}

bool is_folder(OutputFormat format) {
    return format == OutputFormat::tables || format == OutputFormat::neo4j;
}

std::optional<OutputFormat> parse_output_format(std::string_view text) {
    if (text == "json") return OutputFormat::native;
    if (text == "cyjs") return OutputFormat::cytoscape;
    return text == "gv" ? OutputFormat::dot : formats.parse(text);
}

std::string_view to_string(OutputFormat format) {
    return formats[format];
}

std::string write(const ActorGraph& graph, OutputFormat format, Losses& losses,
                  const WriteExtras& extras) {
    const bool columns = format >= OutputFormat::graphml;
    const bool looks = format == OutputFormat::gexf || format == OutputFormat::cytoscape;
    count_without_place(extras, columns, looks, losses);
    switch (format) {
        case OutputFormat::native:
            return write_native(graph);
        case OutputFormat::stix:
            return write_stix(graph, losses);
        case OutputFormat::claims:
            return write_claims(graph, losses);
        case OutputFormat::csv:
            return write_edges(graph, losses);
        case OutputFormat::graphml:
            return write_graphml(table_of(graph, format, extras), losses);
        case OutputFormat::gexf:
            return write_gexf(table_of(graph, format, extras), extras.looks, losses);
        case OutputFormat::node_link:
            return write_node_link(table_of(graph, format, extras), losses);
        case OutputFormat::cytoscape:
            return write_cytoscape(table_of(graph, format, extras), extras.looks, losses);
        case OutputFormat::dot:
            return write_dot(table_of(graph, format, extras), losses);
        case OutputFormat::tables:
        case OutputFormat::neo4j:
            break;
    }
    throw Error("format-folder", std::string(to_string(format)) +
                                     " is several files; give a folder to write them to");
}

std::vector<WrittenFile> write_folder(const ActorGraph& graph, OutputFormat format, Losses& losses,
                                      const WriteExtras& extras) {
    count_without_place(extras, true, false, losses);
    const GraphTable table = table_of(graph, format, extras);
    if (format == OutputFormat::neo4j)
        return {{"nodes.csv", write_neo4j_nodes(table, losses)},
                {"relationships.csv", write_neo4j_relationships(table, losses)}};
    return {{"nodes.csv", write_node_table(table, losses)},
            {"edges.csv", write_edge_table(table, losses)},
            {"sources.json", write_sources_file(table, losses)}};
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
