// Graphviz's headers define macros of common names: only this file and ids.cpp include them.

#include <actormap/base/error.hpp>
#include <actormap/graphviz/ids.hpp>
#include <actormap/graphviz/session.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <gvc.h>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap::graphviz {

namespace {

// No name here lets a value read a file, name an address, or add markup; of the drawing operations
// of `_background`, see `check_allowed`.
// clang-format off
constexpr auto allowed = std::to_array<std::string_view>({
    "K", "_background", "arrowhead", "arrowsize", "arrowtail", "bb", "bgcolor", "charset",
    "color", "constraint", "dir", "dpi", "fillcolor", "fixedsize", "fontcolor", "fontname",
    "fontsize", "group", "height", "id", "label", "labeljust", "labelloc", "layout",
    "linelength", "lp", "margin", "maxiter", "mclimit", "minlen", "newrank", "nodesep",
    "nslimit", "nslimit1", "ordering", "outputorder", "overlap", "overlap_scaling",
    "overlap_shrink", "pack", "packmode", "pad", "penwidth", "peripheries", "pos", "quadtree",
    "rankdir", "ranksep", "remincross", "repulsiveforce", "root", "searchsize", "sep", "shape",
    "splines", "start", "style", "weight", "width"
});
// clang-format on

std::string complaints;

int collect(char* text) {
    if (complaints.size() < 2000) complaints += text;
    return 0;
}

[[noreturn]] void fail() {
    while (complaints.ends_with('\n')) complaints.pop_back();
    std::replace(complaints.begin(), complaints.end(), '\n', ' ');
    throw Error("graphviz-failed",
                complaints.empty() ? "Graphviz failed without a word" : complaints);
}

/// Graphviz takes `char*` for what it does not change.
char* borrowed(const std::string& text) {
    return const_cast<char*>(text.c_str());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

void check_allowed(const std::string& name, std::string_view value) {
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
        throw Error("graphviz-failed", "the attribute '" + name + "' is not on the list");
    }
    // Lines and polygons are drawn by it, never an image (I) or a text (T); no colour has these.
    if (name == "_background" && value.find_first_of("IT") != std::string_view::npos) {
        throw Error("graphviz-failed", "a background holds more than lines and polygons");
    }
}

void set_all(void* object, const GvAttributes& attributes) {
    static const std::string nothing, space = " ";
    for (const auto& [name, value] : attributes) {
        check_allowed(name, value);
        // Without a label a node would show its name.
        const std::string& shown = name == "label" && value.empty() ? space : value;
        agsafeset(object, borrowed(name), borrowed(shown), borrowed(nothing));
    }
}

void set_defaults(Agraph_t* graph, int kind, const GvAttributes& attributes) {
    for (const auto& [name, value] : attributes) {
        check_allowed(name, value);
        agattr(graph, kind, borrowed(name), borrowed(value));
    }
}

std::string numbered(const char* stem, std::size_t number) {
    return stem + std::to_string(number);
}

/// The description as Graphviz's objects, by position.
struct Built {
    Agraph_t* graph = nullptr;
    std::vector<Agraph_t*> clusters;
    std::vector<Agnode_t*> nodes;
    std::vector<Agedge_t*> edges;
};

Built build(const GvGraph& description) {
    complaints.clear();
    agseterr(AGERR);
    agseterrf(collect);
    Built built;
    built.graph = agopen(borrowed("actormap"), Agdirected, counting_ids());
    set_defaults(built.graph, AGRAPH, description.graph);
    set_defaults(built.graph, AGNODE, description.node);
    set_defaults(built.graph, AGEDGE, description.edge);
    for (std::size_t i = 0; i < description.clusters.size(); ++i) {
        built.clusters.push_back(agsubg(built.graph, borrowed(numbered("cluster", i)), 1));
        set_all(built.clusters.back(), description.clusters[i].attributes);
    }
    for (std::size_t i = 0; i < description.nodes.size(); ++i) {
        built.nodes.push_back(agnode(built.graph, borrowed(numbered("n", i)), 1));
        set_all(built.nodes.back(), description.nodes[i].attributes);
        const auto& cluster = description.nodes[i].cluster;
        if (cluster) agsubnode(built.clusters.at(*cluster), built.nodes.back(), 1);
    }
    for (std::size_t i = 0; i < description.ranks.size(); ++i) {
        Agraph_t* rank = agsubg(built.graph, borrowed(numbered("rank", i)), 1);
        agsafeset(rank, borrowed("rank"), borrowed("same"), borrowed(""));
        for (const std::size_t node : description.ranks[i])
            agsubnode(rank, built.nodes.at(node), 1);
    }
    for (std::size_t i = 0; i < description.edges.size(); ++i) {
        const GvEdge& edge = description.edges[i];
        built.edges.push_back(agedge(built.graph, built.nodes.at(edge.from),
                                     built.nodes.at(edge.to), borrowed(numbered("e", i)), 1));
        set_all(built.edges.back(), edge.attributes);
    }
    return built;
}

const char* name_of(Engine engine) {
    switch (engine) {
        case Engine::dot:
            return "dot";
        case Engine::neato:
            return "neato";
        case Engine::sfdp:
            return "sfdp";
        case Engine::twopi:
            return "twopi";
        case Engine::nudged:
            return "nop";
        case Engine::placed:
            return "nop2";
    }
    return "dot";
}

const char* name_of(ImageFormat format) {
    switch (format) {
        case ImageFormat::svg:
            return "svg";
        case ImageFormat::png:
            return "png";
        case ImageFormat::pdf:
            return "pdf";
    }
    return "svg";
}

/// One for all that is drawn in this process: it costs as much as a small picture.
GVC_t* shared_context() {
    static GVC_t* const context = gvContext();
    return context;
}

/// The context comes before the graph: made after it, some labels would come out blank.
struct Session {
    GVC_t* context = shared_context();
    Built built;

    Session(const GvGraph& description, Engine engine) : built(build(description)) {
        std::srand(1);  // sfdp draws its first positions from these
        ::srand48(1);
        const int failed = gvLayout(context, built.graph, name_of(engine));
        if (failed != 0 || !complaints.empty()) fail();
    }
};

// The length is an unsigned until Graphviz 12 and a size_t afterwards.
template <typename Length>
std::string rendered(int (*render_data)(GVC_t*, graph_t*, const char*, char**, Length*),
                     const Session& session, const char* format) {
    char* bytes = nullptr;
    Length length = 0;
    const int failed = render_data(session.context, session.built.graph, format, &bytes, &length);
    if (failed != 0 || !complaints.empty() || bytes == nullptr) fail();
    return {bytes, static_cast<std::size_t>(length)};
}

void add(std::string& line, double value) {
    line += gv_number(value) + ' ';
}

void add(std::string& line, const boxf& box) {
    for (const double value : {box.LL.x, box.LL.y, box.UR.x, box.UR.y}) add(line, value);
}

void add(std::string& line, const textlabel_t* label) {
    if (label == nullptr || label->set == 0) return;
    add(line, label->pos.x);
    add(line, label->pos.y);
}

std::string splines_text(const splines* splines) {
    std::string text;
    const auto point = [&](const char* prefix, const pointf& at) {
        if (!text.empty() && text.back() != ';') text += ' ';
        text += prefix + gv_point({at.x, at.y});
    };
    for (int i = 0; splines != nullptr && i < splines->size; ++i) {
        const bezier& curve = splines->list[i];
        if (!text.empty()) text += ';';
        if (curve.sflag != 0) point("s,", curve.sp);
        if (curve.eflag != 0) point("e,", curve.ep);
        for (int j = 0; j < curve.size; ++j) point("", curve.list[j]);
    }
    return text;
}

}  // namespace

std::string layout_text(const GvGraph& description, Engine engine) {
    const Session session(description, engine);
    std::string text;
    add(text, GD_bb(session.built.graph));
    for (Agnode_t* node : session.built.nodes) {
        text += "\n";
        for (const double value :
             {ND_coord(node).x, ND_coord(node).y, ND_lw(node) + ND_rw(node), ND_ht(node)}) {
            add(text, value);
        }
    }
    for (Agedge_t* edge : session.built.edges) {
        text += '\n' + splines_text(ED_spl(edge)) + '|';
        add(text, ED_label(edge));
    }
    for (Agraph_t* cluster : session.built.clusters) {
        text += '\n';
        add(text, GD_bb(cluster));
        add(text, GD_label(cluster));
    }
    return text;
}

std::string image_bytes(const GvGraph& description, Engine engine, ImageFormat format) {
    const Session session(description, engine);
    return rendered(gvRenderData, session, name_of(format));
}

std::string dot_text(const GvGraph& description) {
    const Built built = build(description);
    char* bytes = nullptr;
    std::size_t size = 0;
    std::FILE* file = ::open_memstream(&bytes, &size);
    if (file == nullptr || agwrite(built.graph, file) != 0 || std::fclose(file) != 0 ||
        !complaints.empty()) {
        fail();
    }
    return {bytes, size};
}

}  // namespace actormap::graphviz
