#include "convert_with.hpp"

#include <actormap/analysis/communities.hpp>
#include <actormap/base/number.hpp>
#include <actormap/draw/positions.hpp>
#include <actormap/draw/style.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/study/measures.hpp>

#include <algorithm>
#include <cmath>

namespace actormap::tool {
namespace {

constexpr std::string_view community = "community", position = "position", color = "color";

std::vector<std::string_view> with_words() {
    std::vector<std::string_view> words = measure_words();
    words.insert(words.end(), {community, position, color});
    return words;
}

/// The entity of a graph that a vertex of a view of another is, if it is there.
std::optional<std::size_t> row_of(const ActorGraph& written, const ActorGraph& graph,
                                  const View& view, Vertex v) {
    const auto entity = written.find_entity(graph[view.entities[v]].id);
    return entity ? std::optional(index(*entity)) : std::nullopt;
}

}  // namespace

void WithOptions::set_up(CLI::App& app) {
    add_list(app, "--with", words,
             "what goes along with the entities: measures as rank has them, community, position, "
             "color")
        ->type_name("WORD,...");
    app.add_flag("--directed", directed, "of --with: keep the directions of relations");
}

bool WithOptions::has(std::string_view word) const {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void WithOptions::check() const {
    const std::vector<std::string_view> known = with_words();
    for (const std::string& word : words) {
        if (std::find(known.begin(), known.end(), word) == known.end())
            bad_word("--with", word, known);
    }
}

std::vector<EntityColumn> WithOptions::columns(const ActorGraph& graph, const Lens& lens,
                                               const ActorGraph& written) const {
    std::vector<EntityColumn> result;
    std::optional<View> view;
    for (std::size_t w = 0; w < words.size(); ++w) {
        const std::string& word = words[w];
        const auto measure = parse_measure(word);
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(w);
        if ((!measure && word != community) || std::find(words.begin(), end, word) != end) continue;
        if (!view)
            view = apply(graph, lens, directed ? Direction::directed : Direction::undirected);
        std::vector<double> values;
        if (measure) {
            values = compute(view->network, {}, *measure);
        } else {
            const std::vector<std::uint32_t> of = leiden(view->network).of;
            values.assign(of.begin(), of.end());
        }
        EntityColumn column{{word, measure ? CellKind::real : CellKind::integer},
                            GraphCells(written.entities().size())};
        for (Vertex v = 0; v < values.size(); ++v) {
            const auto row = row_of(written, graph, *view, v);
            if (row && !std::isnan(values[v])) column.values[*row] = exact(values[v]);
        }
        result.push_back(std::move(column));
    }
    return result;
}

std::vector<EntityLook> WithOptions::looks(const ActorGraph& graph, const Lens& lens,
                                           const ActorGraph& written) const {
    if (!has(position) && !has(color)) return {};
    std::vector<EntityLook> looks(written.entities().size());
    if (has(color)) {
        for (std::size_t e = 0; e < looks.size(); ++e)
            looks[e].color = style_of(kind_of(written.entities()[e]), Theme::light).border;
    }
    if (has(position)) {
        const View view = apply(graph, lens);
        const std::vector<GvPoint> points = spring_positions(view.network);
        for (Vertex v = 0; v < points.size(); ++v) {
            const auto row = row_of(written, graph, view, v);
            if (!row) continue;
            looks[*row].x = points[v].x;
            looks[*row].y = points[v].y;
        }
    }
    return looks;
}

}  // namespace actormap::tool
