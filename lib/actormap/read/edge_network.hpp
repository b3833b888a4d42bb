#pragma once

#include <actormap/base/error.hpp>
#include <actormap/network/network.hpp>
#include <actormap/read/name_list.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace actormap {

/// A network whose vertices have names, and what was left out of it to make it simple.
struct EdgeNetwork {
    Network network;
    NameList names;            ///< of the vertices, which are in the order of first appearance
    std::size_t loops = 0;     ///< edges from a vertex to itself, dropped
    std::size_t parallel = 0;  ///< edges beyond the first of their pair, united with it
};

/// Reads a whitespace edge list straight into a network, for lists of millions of lines; `read`
/// makes a graph of the same text, in which each edge is a relation with its place.
///
/// Accepts     what `read_edge_list` accepts: two vertices a line and a weight if there is a third
///             word, lines that are blank or begin with # or % aside. A weight is checked, and no
///             part of the result
/// Errors      as `read_edge_list` reports them, at the same places in the same words. That line is
///             left out; a good vertex beside a bad one stays, without the edge
/// Names       as they stand: 1 to 500 bytes of UTF-8 without control characters
/// Cost        O(bytes) time, O(bytes log n) for names that are made to collide; 64 bytes a
///             vertex and 12 an edge beside the text and the result
/// Reports     edge-words, edge-weight, id-invalid
/// Throws      InputError file-empty, file-encoding, file-size
[[nodiscard]] EdgeNetwork read_edge_network(std::string_view content, const std::string& file,
                                            Direction direction, Diagnostics& diagnostics);

/// The same of a file; "-" is standard input.
/// Throws      InputError file-missing, file-directory, file-unreadable as well
[[nodiscard]] EdgeNetwork read_edge_network_file(const std::string& path, Direction direction,
                                                 Diagnostics& diagnostics);

}  // namespace actormap
