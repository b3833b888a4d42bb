#pragma once

#include <actormap/base/error.hpp>
#include <actormap/read/graphml_walk.hpp>
#include <actormap/read/xml_record.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actormap {

/// What GraphML declares, and says of the graph as a whole. Either may stand behind the vertices,
/// where the format does not want it but programs put it.
struct GraphmlHead {
    std::unordered_map<std::string, XmlKey> keys;      ///< by their ids
    std::vector<const XmlKey*> of_vertices, of_edges;  ///< those with a default
    JsonValue graph;
    bool own = false;  ///< this program wrote the file

    /// Adds what data says to a record.
    /// Throws  InputError xml-growth
    /// Reports graphml-key, xml-size
    void add_value(GraphmlWalk::Value value, XmlRecord& record, const XmlReport& report) const;
};

/// Reads it.
/// Throws  InputError of read_xml; graphml-root, xml-growth
/// Reports graphml-key, xml-size
[[nodiscard]] GraphmlHead read_graphml_head(std::string_view content, XmlAllowance& allowance,
                                            const XmlReport& report);

}  // namespace actormap
