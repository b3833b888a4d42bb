#include <actormap/base/error.hpp>
#include <actormap/graphviz/graphviz.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/write/claims.hpp>
#include <actormap/write/edges.hpp>
#include <actormap/write/generic_formats.hpp>
#include <actormap/write/native.hpp>
#include <actormap/write/stix.hpp>
#include <actormap/write/write.hpp>

#include <algorithm>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<OutputFormat, 11> formats{{"native", "stix", "claims", "csv", "graphml",
                                                "gexf", "node-link", "cytoscape", "dot", "tables",
                                                "neo4j"}};

/// Formats that know claims or next to nothing have no place for what was computed.
void count_without_place(const WriteExtras& extras, Losses& losses) {
    losses.add("computed columns", extras.columns.size());
    losses.add("positions and colours of entities", extras.looks.size());
}

/// Places and colours as columns: `pos` is what Graphviz understands, `x` and `y` anybody.
std::vector<EntityColumn> look_columns(const std::vector<EntityLook>& looks, OutputFormat format) {
    EntityColumn pos{{"pos", CellKind::text}, {}}, x{{"x", CellKind::real}, {}},
        y{{"y", CellKind::real}, {}}, color{{"color", CellKind::text}, {}};
    for (const EntityLook& look : looks) {
        const bool placed = look.x && look.y;
        const auto number = [&](double value) { return placed ? gv_number(value) : std::string(); };
        const auto cell = [](std::string text) {
            return text.empty() ? std::nullopt : std::optional(std::move(text));
        };
        x.values.push_back(cell(number(look.x.value_or(0))));
        y.values.push_back(cell(number(look.y.value_or(0))));
        pos.values.push_back(placed ? cell(gv_point({*look.x, *look.y})) : std::nullopt);
        color.values.push_back(cell(look.color));
    }
    if (looks.empty()) return {};
    if (format == OutputFormat::dot) return {pos, color};
    return {x, y, color};
}

GraphTable table_of(const ActorGraph& graph, OutputFormat format, const WriteExtras& extras) {
    using Custom = GraphTable::Custom;
    const Custom custom = format == OutputFormat::dot      ? Custom::json
                          : format == OutputFormat::tables ? Custom::words
                                                           : Custom::columns;
    std::vector<EntityColumn> columns = extras.columns;
    if (format != OutputFormat::gexf && format != OutputFormat::cytoscape) {
        for (EntityColumn& column : look_columns(extras.looks, format))
            columns.push_back(std::move(column));
    }
    return GraphTable(graph, std::move(columns), custom);
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
    if (format < OutputFormat::graphml) count_without_place(extras, losses);
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
