#pragma once

#include <actormap/read/xml_record.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actormap {

/// What GEXF declares, and says of the graph as a whole. Either may stand behind the vertices.
struct GexfHead {
    using Keys = std::unordered_map<std::string, XmlKey>;  ///< by their ids

    Keys vertex_keys, edge_keys;
    std::vector<const XmlKey*> of_vertices, of_edges;  ///< those with a default
    JsonValue graph;
    bool own = false;      ///< this program wrote the file, and says so in its description
    bool directed = true;  ///< unless an edge says otherwise
};

/// Reads it.
/// Throws  InputError of read_xml; gexf-root, xml-growth
/// Reports gexf-attribute, xml-size
[[nodiscard]] GexfHead read_gexf_head(std::string_view content, XmlAllowance& allowance,
                                      const XmlReport& report);

}  // namespace actormap
