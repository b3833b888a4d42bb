// Times a kernel of actormap alone, for bench/compare: see runner.hpp and docs/benchmarks.md.

#include "edge_file.hpp"
#include "runner.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/closeness.hpp>
#include <actormap/analysis/communities.hpp>
#include <actormap/analysis/components.hpp>
#include <actormap/analysis/core_number.hpp>
#include <actormap/analysis/harmonic.hpp>
#include <actormap/analysis/pagerank.hpp>
#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstdlib>
#include <string>

// Where the library has none of these yet, bench/compare says so and leaves the row out.
#include <actormap/base/cpu.hpp>
#include <actormap/read/edge_network.hpp>

using namespace actormap;
using namespace actormap::bench;

namespace {

Network load(const Question& ask) {
    const EdgeFile file = read_edges(ask.file);
    return {ask.directed ? Direction::directed : Direction::undirected, file.vertices, file.edges};
}

/// Refuses to time one version of the kernels under the name of another.
void check_cpu() {
    const char* wanted = std::getenv("ACTORMAP_CPU");
    if (wanted == nullptr) return;
    const std::string names[] = {"plain", "avx2", "avx512"};
    if (names[static_cast<std::size_t>(cpu())] == wanted) return;
    throw Missing("this processor cannot run the version for " + std::string(wanted));
}

/// From the text of an edge list, file read included, to a network and its vertices' names.
Answer read(const Question& ask) {
    Answer answer;
    Memory memory;
    timed(answer.times, [&] {
        Diagnostics faults;
        EdgeNetwork result = read_edge_network_file(
            ask.file, ask.directed ? Direction::directed : Direction::undirected, faults);
        if (faults.errors() > 0) throw std::runtime_error(ask.file + " has faults");
        return result;
    });
    answer.peak_bytes = memory.peak();
    return answer;
}

Answer run_kernel(const Question& ask) {
    check_cpu();
    if (ask.task == "read") return read(ask);
    Answer answer;
    Memory memory;
    const Network network = load(ask);
    memory.loaded();
    const Run run{.threads = ask.threads};
    const auto keep = [&](const auto& work) {
        write_values(ask.values, timed(answer.times, work));
        answer.peak_bytes = memory.peak();
    };

    if (ask.task == "betweenness") {
        keep([&] { return betweenness(network, {.normalized = false}, run); });
    } else if (ask.task == "closeness") {
        keep([&] { return closeness(network, {}, run); });
    } else if (ask.task == "harmonic") {
        keep([&] { return harmonic(network, {}, run); });
    } else if (ask.task == "core") {
        keep([&] { return core_number(network, {}, run); });
    } else if (ask.task == "components") {
        keep([&] { return components(network, {}, run).of; });
    } else if (ask.task == "pagerank") {
        keep([&] {
            const PageRank result = pagerank(network, {.tolerance = ask.tolerance}, run);
            answer.more["iterations"] = static_cast<double>(result.iterations);
            return result.scores;
        });
    } else if (ask.task == "leiden") {
        keep([&] {
            const Communities result =
                leiden(network, {.seed = ask.seed, .iterations = ask.iterations}, run);
            answer.more["iterations"] = static_cast<double>(result.iterations);
            return result.of;
        });
    } else if (ask.task != "load") {
        throw Missing("actormap is not asked for " + ask.task);
    }
    answer.graph_bytes = memory.graph();
    return answer;
}

}  // namespace

int main(int count, char** words) {
    return answer_once(count, words, run_kernel);
}
