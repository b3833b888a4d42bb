#include "fuzz/round_trip.hpp"

#include <actormap/read/sheet.hpp>

using namespace actormap;

namespace {

/// The mapping of graphs/mappings, with a few columns of each use.
constexpr std::string_view mapping_text = R"({"actormap-sheets": 1,
  "before": [{"relation": "originates-from", "type": "location", "countries": true}],
  "group": {"type": "intrusion-set", "columns": ["Common Name", "CrowdStrike"]},
  "blank": ["?", "???"],
  "speakers": [{"id": "crowdstrike", "name": "CrowdStrike", "kind": "vendor", "country": "US"}],
  "names": [{"columns": ["CrowdStrike"], "by": "crowdstrike"}, {"columns": ["Other Names"], "list": true}],
  "relations": [
    {"columns": ["Operation 1"], "relation": "attributed-to", "type": "campaign", "incoming": true},
    {"columns": ["Toolset / Malware"], "relation": "uses", "type": "malware"},
    {"columns": ["Targets"], "relation": "targets", "type": "identity", "countries": true},
    {"columns": ["Overlaps to"], "relation": "related-to", "type": "intrusion-set"}],
  "properties": [{"columns": ["Comment"], "property": "comment"},
    {"columns": ["Link 1", "Link 2"], "property": "links"}]})";

/// Reads the bytes by a mapping; whatever they are, the graph is whole and every message is text.
void read_by(const InputNames& names, const std::string& content) {
    Diagnostics diagnostics;
    const ActorGraph graph = read({{"fuzz", content}}, {}, diagnostics, names).graph;
    for (const Diagnostic& d : diagnostics.all()) (void)to_string(d);
    const std::string text = write_native(graph);
    Diagnostics again;
    const ActorGraph reread = read({{"again", text}}, InputFormat::native, again).graph;
    test::demand(again.errors() == 0);
    test::demand(reread == graph);
}

}  // namespace

/// A sheet; or, where the bytes begin as JSON does, a mapping up to the first empty line and then a
/// sheet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string content(data, data + size);
    InputNames names;
    Diagnostics diagnostics;
    if (content.starts_with('{')) {
        const std::size_t end = std::min(content.find("\n\n"), content.size());
        names.sheets = parse_sheet_mapping(content.substr(0, end), "mapping", diagnostics);
        content.erase(0, end);
        for (const Diagnostic& d : diagnostics.all()) (void)to_string(d);
    } else {
        names.sheets = parse_sheet_mapping(mapping_text, "mapping", diagnostics);
        test::demand(names.sheets.has_value());
    }
    if (names.sheets) read_by(names, content);
    return 0;
}
