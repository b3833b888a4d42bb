#include <actormap/base/text.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/graphml_head.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace actormap {
namespace {

class HeadWalk : public GraphmlWalk {
  public:
    explicit HeadWalk(const XmlReport& report) : GraphmlWalk(report.file), report_(report) {}

    GraphmlHead finish(XmlAllowance& allowance) {
        GraphmlHead head;
        std::vector<const XmlKey*> of_graph, of_vertices, of_edges;
        for (Declaration& declaration : declarations_) {
            const auto at = head.keys.try_emplace(declaration.id, std::move(declaration.key)).first;
            if (declaration.graph) of_graph.push_back(&at->second);
            if (declaration.vertex) of_vertices.push_back(&at->second);
            if (declaration.edge) of_edges.push_back(&at->second);
        }
        head.of_vertices = with_defaults(of_vertices);
        head.of_edges = with_defaults(of_edges);
        head.own = std::any_of(values_.begin(), values_.end(), [&](const Value& value) {
            const auto key = head.keys.find(value.key);
            return key != head.keys.end() && key->second.name == "actormap" && value.text == "1";
        });
        XmlRecord graph({1, 1}, report_.file, allowance);
        for (Value& value : values_) head.add_value(std::move(value), graph, report_);
        if (!head.own) {
            if (!note_.text.empty())
                graph.add_missing("description", text_value(note_.text, note_.spot));
            graph.add_missing(with_defaults(of_graph));
        }
        head.graph = graph.take();
        return head;
    }

  private:
    struct Declaration {
        std::string id;
        XmlKey key;
        bool graph = false, vertex = false, edge = false;  ///< what it is for
    };

    void opened(Part part, const XmlElement& element) override {
        if (part == Part::graph) ++graphs_;
        if (part != Part::key) return;
        const auto word = [&](const char* name) {
            return std::string(element.find(name).value_or(""));
        };
        key_ = {};
        key_spot_ = element.spot;
        key_.id = word("id");
        key_.key.name = element.find("attr.name") ? word("attr.name") : key_.id;
        key_.key.type = xml_type(word("attr.type"));
        const std::string domain = word("for");
        const bool all = domain.empty() || domain == "all";
        key_.graph = all || domain == "graph" || domain == "graphml";
        key_.vertex = all || domain == "node";
        key_.edge = all || domain == "edge";
    }

    void closed(Part part, Part) override {
        if (part == Part::graph) --graphs_;
        if (part != Part::key) return;
        const std::size_t length = key_.key.name.size();
        std::string fault;
        if (key_.id.empty())
            fault = "a key has no id; give it one";
        else if (length == 0 || length > longest_xml_name)
            fault = "the name of the key " + quote(key_.id) + " has " + std::to_string(length) +
                    " bytes; give 1 to " + std::to_string(longest_xml_name);
        else if (!ids_.insert(key_.id).second)
            fault = "the key " + quote(key_.id) + " is declared twice; rename one of them";
        if (fault.empty())
            declarations_.push_back(std::move(key_));
        else
            report_.error("graphml-key", key_spot_, fault);
    }

    void valued(Part part, Part inside, Value value) override {
        if (part == Part::standard) {
            if (is_short(key_.key.name, value.text, value.spot, report_))
                key_.key.standard = typed_value(key_.key.type, std::move(value.text), value.spot);
        }
        if (inside != Part::graph && inside != Part::graphml) return;
        if (graphs_ > 1)
            report_.count(value.spot, "data of a graph that is nested in another");
        else if (part == Part::data)
            values_.push_back(std::move(value));
        else if (note_.text.empty() && is_short("desc", value.text, value.spot, report_))
            note_ = std::move(value);
    }

    const XmlReport& report_;
    std::size_t graphs_ = 0;  // that are open
    Declaration key_;         // the one that is open
    JsonSpot key_spot_;
    std::vector<Declaration> declarations_;
    std::unordered_set<std::string> ids_;
    std::vector<Value> values_;
    Value note_;
};

}  // namespace

void GraphmlHead::add_value(GraphmlWalk::Value value, XmlRecord& record,
                            const XmlReport& report) const {
    const auto at = keys.find(value.key);
    if (at == keys.end()) {
        report.error(
            "graphml-key", value.spot,
            "data has the key " + quote(value.key) + ", which no <key> declares; declare it");
        return;
    }
    const XmlKey& key = at->second;
    if (value.elements) {
        report.count(value.spot, "elements in the data of the key " + quote(value.key));
        value.text = trimmed(value.text);
        if (value.text.empty()) return;
    }
    auto typed = typed_value(key.type, std::move(value.text), value.spot);
    if (typed) add_xml_value(key.name, *std::move(typed), own, record, report);
}

GraphmlHead read_graphml_head(std::string_view content, XmlAllowance& allowance,
                              const XmlReport& report) {
    HeadWalk walk(report);
    read_xml(content, report.file, walk);
    return walk.finish(allowance);
}

}  // namespace actormap
