#pragma once

#include "synthetic.hpp"

#include <charconv>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace actormap::bench {

struct EdgeFile {
    std::size_t vertices = 0;  ///< the largest number and one
    Edges edges = {};
};

inline std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw std::runtime_error("cannot read " + path);
    return text;
}

/// Lines "a b" of two vertices' numbers and nothing else: the quickest way to a network whose
/// kernels are timed, not one of the library's.
inline EdgeFile read_edges(const std::string& path) {
    const std::string text = read_text(path);
    EdgeFile result;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto number = [&](char after) {
        Vertex v = 0;
        const auto [stop, fault] = std::from_chars(at, end, v);
        if (fault != std::errc() || stop == end || *stop != after)
            throw std::runtime_error(path + ": a line is not two numbers");
        at = stop + 1;
        result.vertices = std::max<std::size_t>(result.vertices, v + std::size_t{1});
        return v;
    };
    while (at != end) {
        const Vertex from = number(' ');
        result.edges.emplace_back(from, number('\n'));
    }
    return result;
}

}  // namespace actormap::bench
