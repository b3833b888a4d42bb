#pragma once

#include <actormap/model/builder.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/read.hpp>
#include <actormap/write/native.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap::test {

using GraphReader = void (*)(std::string_view, const std::string&, const ColumnMap&, GraphBuilder&,
                             Diagnostics&);

struct XmlReading {
    ActorGraph graph;
    std::vector<std::string> said;   // every diagnostic and what was thrown, as a user sees it
    std::vector<std::string> found;  // "line:column what" of the uninterpreted
};

/// Reads a file that is called "x".
inline XmlReading read_graph(GraphReader reader, std::string_view content,
                             const ColumnMap& columns = {}) {
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    try {
        reader(content, "x", columns, builder, diagnostics);
    } catch (const InputError& error) {
        diagnostics.error(error.id(), error.where(), error.what());
    }
    XmlReading reading{builder.build(), {}, {}};
    for (const Diagnostic& diagnostic : diagnostics.all())
        reading.said.push_back(to_string(diagnostic));
    for (const auto& [kind, entry] : builder.findings().entries()) {
        if (kind != "uninterpreted-value") continue;
        for (const Findings::Finding& finding : entry.first)
            reading.found.push_back(std::to_string(finding.where.line) + ':' +
                                    std::to_string(finding.where.column) + ' ' + finding.what);
    }
    return reading;
}

inline std::string in_short(const Properties& properties) {
    std::string text;
    for (const Property& property : properties)
        text += ' ' + std::string(property.name) + '=' + std::string(property.json);
    return text;
}

/// The graph in a few lines: "ID TYPE 'NAME' PROPERTIES", "FROM TYPE TO START..STOP PROPERTIES".
inline std::vector<std::string> in_short(const ActorGraph& graph) {
    std::vector<std::string> lines;
    for (const Entity& entity : graph.entities())
        lines.push_back(entity.id + ' ' + entity.type + (entity.undefined ? " undefined" : "") +
                        " '" + entity.name + "'" +
                        (entity.description.empty() ? "" : " (" + entity.description + ")") +
                        in_short(entity.properties));
    for (const Relation& relation : graph.relations()) {
        std::string line = graph[relation.from].id + ' ' + std::string(relation.type.view()) + ' ' +
                           graph[relation.to].id;
        const std::string start = to_string(relation.when.start);
        const std::string stop = to_string(relation.when.stop);
        if (!start.empty() || !stop.empty()) line += ' ' + start + ".." + stop;
        lines.push_back(line + in_short(relation.properties));
    }
    return lines;
}

/// Whether what was read can be written in the native format and read again without an error and
/// without a difference.
inline bool is_whole(const ActorGraph& graph) {
    Diagnostics diagnostics;
    const ActorGraph again =
        read({{"again", write_native(graph)}}, InputFormat::native, diagnostics).graph;
    return diagnostics.errors() == 0 && again == graph;
}

}  // namespace actormap::test
