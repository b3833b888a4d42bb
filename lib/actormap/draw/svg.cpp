#include <actormap/draw/links.hpp>
#include <actormap/draw/svg.hpp>
#include <actormap/graphviz/text.hpp>

#include <charconv>
#include <optional>
#include <set>

namespace actormap {

namespace {

std::string node_title(const SceneNode& node, Theme theme) {
    std::string text = node.name + ": ";
    text += node.type.empty() ? std::string(style_of(node.kind, theme).legend) : node.type;
    for (const std::string& place : node.places) text += ", " + place;
    if (!node.listed.empty()) text += ": " + node.listed;
    return text;
}

std::string edge_title(const SceneEdge& edge, const Citations& citations, Theme theme) {
    std::string text = edge.title;
    if (edge.edges.size() > 1) text += "; and " + std::to_string(edge.edges.size() - 1) + " more";
    text += " (alleged): ";
    text += style_of(edge.certainty, theme).legend;
    if (edge.hypothesis) text += ", a hypothesis";
    const std::string sources = citation_text(numbers_of(citations, edge.edges), 20);
    return sources.empty() ? text : text + ", sources " + sources;
}

/// What is added to a group: classes and a title, or a link around what it holds.
struct Addition {
    std::string classes;
    std::string title;
    std::string link;
};

/// The number in an id of the composed picture: 12 of "n12".
std::optional<std::size_t> number_in(std::string_view id) {
    if (id.size() < 2) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size()) return std::nullopt;
    return number;
}

/// The link for the id of a source, "s1"; nothing if it is none, or not to be linked.
Addition source_addition(std::string_view id, const Citations& citations, std::size_t linked) {
    const auto number = number_in(id);
    if (!number || id[0] != 's' || *number < 1 || *number > linked) return {};
    const std::string& url = citations.works[*number - 1].url;
    return {{}, {}, linkable(url) ? url : std::string()};
}

/// What is added to the nodes and edges of a scene.
class Additions {
  public:
    Additions(const ActorGraph& graph, const View& view, const Scene& scene,
              const Citations& citations)
        : graph_(graph), view_(view), scene_(scene), citations_(citations) {}

    /// For an id, "n12" or "e3"; nothing if it is no such id.
    [[nodiscard]] Addition of(std::string_view id) const {
        const auto number = number_in(id);
        if (number && id[0] == 'n' && *number < scene_.nodes.size()) {
            return of(scene_.nodes[*number]);
        }
        if (number && id[0] == 'e' && *number < scene_.edges.size()) {
            return of(scene_.edges[*number]);
        }
        return {};
    }

  private:
    /// A class for each entity that a node stands for.
    [[nodiscard]] std::string classes(const std::string& prefix, const SceneNode& node) const {
        const auto of = [&](Vertex v) { return prefix + token(graph_[view_.entities[v]].id); };
        if (node.bundled.empty()) return of(node.vertex);
        std::string all;
        for (const Vertex v : node.bundled) all += of(v);
        return all;
    }
    [[nodiscard]] Addition of(const SceneNode& node) const {
        return {classes(" entity-", node) + " kind-" + std::string(to_string(node.kind)),
                node_title(node, scene_.theme),
                {}};
    }
    [[nodiscard]] Addition of(const SceneEdge& edge) const {
        std::set<std::string> types;
        for (const std::size_t e : edge.edges) {
            for (const RelationId relation : view_.edges[e].relations) {
                types.insert(token(graph_[relation].type));
            }
        }
        std::string all;
        for (const std::string& type : types) all += " relation-" + type;
        all += classes(" from-", scene_.nodes[edge.from]);
        all += classes(" to-", scene_.nodes[edge.to]);
        return {std::move(all), edge_title(edge, citations_, scene_.theme), {}};
    }

    const ActorGraph& graph_;
    const View& view_;
    const Scene& scene_;
    const Citations& citations_;
};

/// Copies an SVG piece by piece, with what is put between. Text from data cannot look like the
/// marks it looks for: its "<" is an entity by now.
class Copy {
  public:
    explicit Copy(std::string_view svg) : rest_(svg) {}

    /// Copies up to and with the next `mark`; false, and nothing, if there is none.
    bool through(std::string_view mark) {
        const std::size_t at = rest_.find(mark);
        if (at == std::string_view::npos) return false;
        keep(at + mark.size());
        return true;
    }
    void before(std::string_view mark) { keep(std::min(rest_.find(mark), rest_.size())); }
    void put(std::string_view text) { text_ += text; }
    [[nodiscard]] std::string_view ahead(std::string_view mark) const {
        return rest_.substr(0, rest_.find(mark));
    }
    std::string finish() {
        keep(rest_.size());
        return std::move(text_);
    }

  private:
    void keep(std::size_t size) {
        text_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }

    std::string_view rest_;
    std::string text_;
};

void describe(Copy& copy, const SvgWords& words) {
    if (!copy.through("<svg ")) return;
    copy.put(R"(role="graphics-document document" aria-labelledby="actormap-title" )"
             R"(aria-describedby="actormap-description" )");
    copy.through(">\n");
    copy.put("<title id=\"actormap-title\">" + escape_xml(words.title) + "</title>\n");
    copy.put("<desc id=\"actormap-description\">" + escape_xml(words.description) + "</desc>\n");
}

/// Where a group's class has been copied up to its end.
void add_to_group(Copy& copy, const Addition& addition) {
    copy.put(addition.classes);
    if (!addition.title.empty()) copy.put("\" role=\"graphics-symbol img");
    copy.through(">\n");
    if (!addition.title.empty()) {
        copy.put("<title>" + escape_xml(addition.title) + "</title>\n");
    }
    if (addition.link.empty()) return;
    copy.put("<a xlink:href=\"" + escape_xml(addition.link) + "\" rel=\"noopener noreferrer\">\n");
    copy.before("</g>");
    copy.put("</a>\n");
}

template <typename AdditionOf>
std::string with_additions(const std::string& svg, const Citations& citations,
                           const SvgWords& words, const AdditionOf& addition_of) {
    Copy copy(svg);
    describe(copy, words);
    while (copy.through("<g id=\"")) {
        const std::string_view id = copy.ahead("\"");
        const Addition addition =
            id.starts_with('s') ? source_addition(id, citations, words.linked) : addition_of(id);
        if (!copy.through("class=\"")) break;
        copy.before("\"");
        add_to_group(copy, addition);
    }
    return copy.finish();
}

}  // namespace

std::string accessible(const std::string& svg, const ActorGraph& graph, const View& view,
                       const Scene& scene, const Citations& citations, const SvgWords& words) {
    const Additions additions(graph, view, scene, citations);
    return with_additions(svg, citations, words,
                          [&](std::string_view id) { return additions.of(id); });
}

std::string accessible(const std::string& svg, const Citations& citations, const SvgWords& words,
                       const std::function<std::string(std::string_view id)>& title_of) {
    return with_additions(svg, citations, words, [&](std::string_view id) {
        return Addition{{}, title_of(id), {}};
    });
}

}  // namespace actormap
