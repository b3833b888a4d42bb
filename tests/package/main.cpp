#include <actormap/lens/view.hpp>
#include <actormap/read/read.hpp>
#include <actormap/study/ranking.hpp>

#include <iostream>

int main(int argc, char** argv) {
    actormap::Diagnostics diagnostics;
    const auto [graph, report] = actormap::read_files({argv + 1, argv + argc}, {}, diagnostics);
    const auto view = actormap::apply(graph, {.without = {"press"}});
    for (const auto& row :
         actormap::rank(graph, view, {.measures = {actormap::Measure::betweenness}, .top = 5}).rows)
        std::cout << row.rank << ' ' << graph[row.entity].name << ' ' << row.values[0] << '\n';
    for (const auto& diagnostic : diagnostics.all()) std::cerr << to_string(diagnostic) << '\n';
    return diagnostics.errors() == 0 ? 0 : 1;
}
