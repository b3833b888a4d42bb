#include <actormap/base/error.hpp>
#include <actormap/base/text.hpp>
#include <actormap/graphviz/child.hpp>
#include <actormap/graphviz/parse.hpp>
#include <actormap/graphviz/session.hpp>

#include <cgraph.h>
#include <cstdio>
#include <memory>
#include <vector>

namespace actormap {
namespace {

std::string said;

int collect(char* text) {
    if (said.size() < 2000) said += text;
    return 0;
}

/// "Error: <stdin>: syntax error in line 3 near 'x'" as "line 3: syntax error near 'x'".
[[noreturn]] void fail() {
    std::string message = said.empty() ? "this is no graph" : said;
    for (char& c : message) c = c == '\n' ? ' ' : c;
    while (message.ends_with(' ')) message.pop_back();
    std::string line;
    constexpr std::string_view mark = " in line ";
    if (const std::size_t at = message.find(mark); at != std::string::npos) {
        const std::size_t digits = at + mark.size();
        const std::size_t end = message.find_first_not_of("0123456789", digits);
        line = "line " + message.substr(digits, end - digits) + ": ";
        message.erase(at, (end == std::string::npos ? message.size() : end) - at);
    }
    if (const std::size_t start = message.find("syntax error"); start != std::string::npos)
        message.erase(0, start);
    throw Error("dot-syntax", line + message);
}

/// The graphs of a text.
class Graphs {
  public:
    explicit Graphs(std::string_view dot) {
        said.clear();
        agseterr(AGWARN);
        agseterrf(collect);
        std::FILE* file = ::fmemopen(const_cast<char*>(dot.data()), dot.size(), "r");
        if (file == nullptr) fail();
        while (Agraph_t* graph = agread(file, nullptr)) list_.push_back(graph);
        std::fclose(file);
        if (list_.empty() || said.find("syntax error") != std::string::npos) fail();
    }

    [[nodiscard]] std::string json() const {
        std::string nodes, links, about;
        bool directed = false;
        for (std::size_t i = 0; i < list_.size(); ++i) {
            Agraph_t* graph = list_[i];
            const std::string in = ", \"graph\": " + std::to_string(i) + ", \"attributes\": {";
            directed |= agisdirected(graph) != 0;
            about += (about.empty() ? "{\"name\": " : ", {\"name\": ") + text(agnameof(graph)) +
                     ", \"attributes\": {" + attributes(graph, AGRAPH, graph) + "}}";
            for (Agnode_t* node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
                nodes += (nodes.empty() ? "{\"id\": " : ",\n{\"id\": ") + text(agnameof(node)) +
                         in + attributes(graph, AGNODE, node) + "}}";
                for (Agedge_t* edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
                    links += (links.empty() ? "{" : ",\n{") + ends(edge) + in +
                             attributes(graph, AGEDGE, edge) + "}}";
            }
        }
        return std::string("{\"directed\": ") + (directed ? "true" : "false") + ", \"graphs\": [" +
               about + "],\n\"nodes\": [" + nodes + "],\n\"links\": [" + links + "]}";
    }

  private:
    static std::string text(const char* content) { return json_string(content ? content : ""); }

    static std::string ends(Agedge_t* edge) {
        return "\"source\": " + text(agnameof(agtail(edge))) +
               ", \"target\": " + text(agnameof(aghead(edge)));
    }

    static std::string attributes(Agraph_t* graph, int kind, void* object) {
        std::string members;
        for (Agsym_t* symbol = agnxtattr(graph, kind, nullptr); symbol;
             symbol = agnxtattr(graph, kind, symbol)) {
            const char* value = agxget(object, symbol);
            if (!value || *value == '\0') continue;
            members += (members.empty() ? "" : ", ") + text(symbol->name) + ": " + text(value);
        }
        return members;
    }

    std::vector<Agraph_t*> list_;  // the child ends with them
};

}  // namespace

std::string dot_as_json(std::string_view dot, const RenderLimits& limits, const Run& run) {
    return run_in_child([&] { return Graphs(dot).json(); }, limits, run);
}

}  // namespace actormap
