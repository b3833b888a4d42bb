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

/// A column with a value for each vertex of the view, nothing for entities that are none.
template <typename ValueOf>
EntityColumn column(const ActorGraph& graph, const View& view, std::string_view name, CellKind kind,
                    const ValueOf& value_of) {
    EntityColumn result{{std::string(name), kind}, GraphCells(graph.entities().size())};
    for (Vertex v = 0; v < view.network.size(); ++v)
        result.values[index(view.entities[v])] = value_of(v);
    return result;
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

std::vector<EntityColumn> WithOptions::columns(const ActorGraph& graph) const {
    std::vector<EntityColumn> result;
    const Direction direction = directed ? Direction::directed : Direction::undirected;
    std::optional<View> view;
    for (const std::string& word : words) {
        const auto measure = parse_measure(word);
        if (!measure && word != community) continue;
        if (!view) view = apply(graph, {}, direction);
        if (measure) {
            const std::vector<double> values = compute(view->network, {}, *measure);
            const auto value_of = [&](Vertex v) {
                return std::isnan(values[v]) ? std::nullopt : std::optional(exact(values[v]));
            };
            result.push_back(column(graph, *view, word, CellKind::real, value_of));
        } else {
            const std::vector<std::uint32_t> of = leiden(view->network).of;
            const auto value_of = [&](Vertex v) { return std::optional(std::to_string(of[v])); };
            result.push_back(column(graph, *view, word, CellKind::integer, value_of));
        }
    }
    return result;
}

std::vector<EntityLook> WithOptions::looks(const ActorGraph& graph) const {
    if (!has(position) && !has(color)) return {};
    std::vector<EntityLook> looks(graph.entities().size());
    if (has(color)) {
        for (std::size_t e = 0; e < looks.size(); ++e)
            looks[e].color = style_of(kind_of(graph.entities()[e]), Theme::light).border;
    }
    if (has(position)) {
        const View view = apply(graph, {});
        const std::vector<GvPoint> points = spring_positions(view.network);
        for (Vertex v = 0; v < points.size(); ++v) {
            EntityLook& look = looks[index(view.entities[v])];
            look.x = points[v].x;
            look.y = points[v].y;
        }
    }
    return looks;
}

}  // namespace actormap::tool
