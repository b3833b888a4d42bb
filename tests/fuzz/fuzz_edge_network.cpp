#include "fuzz/round_trip.hpp"

#include <actormap/read/edge_network.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// Whatever the bytes are: every message can be printed, the graph of the same bytes has the same
/// vertices and gets the same messages, and the names and edges written down again are the same
/// network.
void check(const std::string& content, Direction direction) {
    Diagnostics diagnostics;
    EdgeNetwork network;
    try {
        network = read_edge_network(content, "fuzz", direction, diagnostics);
    } catch (const InputError& error) {
        diagnostics.error(error.id(), error.where(), error.what());
    }
    Diagnostics of_graph;
    const ActorGraph graph = read({{"fuzz", content}}, InputFormat::edges, of_graph).graph;
    demand(diagnostics.errors() == of_graph.errors());
    for (std::size_t i = 0; i < diagnostics.all().size(); ++i)
        demand(to_string(diagnostics.all()[i]) == to_string(of_graph.all()[i]));
    demand(network.names.size() == graph.entities().size());
    for (std::size_t v = 0; v < network.names.size(); ++v)
        demand(graph.find_entity(network.names[v]).has_value());
    if (network.names.empty()) return;  // perhaps it was no text at all

    std::string text = "# a name may begin with a byte order mark, the file does not\n";
    for (Vertex v = 0; v < network.network.size(); ++v) {
        const std::string name(network.names[v]);
        if (name[0] == '#' || name[0] == '%') return;  // a comment if it comes first
        text += name + ' ' + name + '\n';              // in their order
    }
    for (Vertex v = 0; v < network.network.size(); ++v) {
        for (const Vertex w : network.network.out(v))
            text += std::string(network.names[v]) + '\t' + std::string(network.names[w]) + '\n';
    }
    Diagnostics none;
    const EdgeNetwork again = read_edge_network(text, "again", direction, none);
    demand(none.errors() == 0);
    demand(again.network == network.network);
    demand(again.names == network.names);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string content(data, data + size);
    check(content, Direction::undirected);
    check(content, Direction::directed);
    return 0;
}
