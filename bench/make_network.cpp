// Writes a synthetic network as an edge list, "a b" a line: the same bytes on every machine.
//
//     make_network actors VERTICES EDGES [SEED]
//     make_network rmat SCALE directed|undirected [SEED]

#include "synthetic.hpp"

#include <charconv>
#include <cstdio>
#include <exception>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace actormap;

namespace {

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || value > 0xFFFFFFFFU)
        throw std::invalid_argument("'" + std::string(text) + "' is no whole number below 2^32");
    return value;
}

bench::Edges make(const std::vector<std::string_view>& words) {
    const bool four = words.size() == 4;
    const std::uint64_t seed = four ? number(words[3]) : 1;
    if ((words.size() == 3 || four) && words[0] == "actors")
        return bench::actor_edges(number(words[1]), number(words[2]), seed);
    if ((words.size() == 3 || four) && words[0] == "rmat" &&
        (words[2] == "directed" || words[2] == "undirected"))
        return bench::rmat_edges(
            static_cast<unsigned>(number(words[1])),
            words[2] == "directed" ? Direction::directed : Direction::undirected, seed);
    throw std::invalid_argument(
        "use: make_network actors VERTICES EDGES [SEED], or rmat SCALE directed|undirected [SEED]");
}

bool write(const bench::Edges& edges) {
    std::string text;
    const auto add = [&text](Vertex v, char after) {
        char digits[10];
        text.append(digits, std::to_chars(std::begin(digits), std::end(digits), v).ptr) += after;
    };
    for (const auto& [a, b] : edges) {
        add(a, ' ');
        add(b, '\n');
    }
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
           std::fflush(stdout) == 0;
}

}  // namespace

int main(int count, char** words) {
    try {
        if (write(make({words + 1, words + count}))) return 0;
        std::fputs("make_network: writing failed\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "make_network: %s\n", error.what());
    }
    return 2;
}
