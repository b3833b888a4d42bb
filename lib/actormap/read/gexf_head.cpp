#include <actormap/base/text.hpp>
#include <actormap/read/gexf_head.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/xml.hpp>

#include <array>
#include <utility>

namespace actormap {
namespace {

/// What this program says of a graph, which it puts into the description; null if it is not that.
JsonValue own_description(const std::string& text, JsonSpot spot, const std::string& file) {
    if (!text.starts_with('{')) return {};
    try {
        Diagnostics unheard;
        JsonValue value = parse_json(text, file, unheard, {}, spot);
        const JsonValue* version = value.find("actormap");
        if (version && version->text == "1") return value;
    } catch (const InputError&) {  // a description that begins like that
    }
    return {};
}

class HeadWalk : public XmlHandler {
  public:
    HeadWalk(XmlAllowance& allowance, const XmlReport& report)
        : report_(report), graph_({1, 1}, report.file, allowance) {}

    void begin(const XmlElement& element) override {
        const std::string_view name = element.name;
        const std::string_view inside = open_.empty() ? "" : std::string_view(open_.back());
        if (open_.empty() && name != "gexf")
            throw InputError("gexf-root", report_.position(element.spot),
                             "the first element is " + quote(name) + "; GEXF begins with <gexf>");
        text_.clear();
        spot_ = element.spot;
        listens_ = (inside == "meta" &&
                    (name == "description" || name == "creator" || name == "keywords")) ||
                   (inside == "attribute" && name == "default");
        if (name == "meta" && inside == "gexf") give(element, "lastmodifieddate");
        if (name == "graph" && inside == "gexf") {
            head_.directed = element.find("defaultedgetype") == "directed";
            give(element, "name");
            give(element, "start");
            give(element, "end", "stop");
        }
        if (name == "attributes") class_ = element.find("class").value_or("");
        if (name == "attribute" && inside == "attributes") declare(element);
        open_.emplace_back(name);
    }

    void text(std::string_view piece) override {
        if (listens_) text_ += piece;
    }

    void end() override {
        const std::string name = std::move(open_.back());
        open_.pop_back();
        const bool listened = std::exchange(listens_, false);
        if (name == "default" && listened && key_) {
            if (is_short(key_->name, text_, spot_, report_))
                key_->standard = typed_value(key_->type, text_, spot_);
        } else if (listened) {
            if (name == "description" && own_.members.empty())
                own_ = own_description(text_, spot_, report_.file);
            if (own_.members.empty()) add(name, text_);
        }
        if (name == "attribute") key_ = nullptr;
    }

    GexfHead finish() {
        head_.own = !own_.members.empty();
        head_.graph = head_.own ? std::move(own_) : graph_.take();
        head_.of_vertices = with_defaults(vertex_keys_);
        head_.of_edges = with_defaults(edge_keys_);
        return std::move(head_);
    }

  private:
    void give(const XmlElement& element, const char* attribute, const char* name = nullptr) {
        if (const auto value = element.find(attribute))
            add(name ? name : attribute, std::string(*value));
    }
    void add(const std::string& name, std::string text) {
        if (text.empty()) return;
        add_xml_value(name, text_value(std::move(text), spot_), false, graph_, report_);
    }

    void declare(const XmlElement& element) {
        key_ = nullptr;
        if (class_ != "node" && class_ != "edge") return;
        const bool vertex = class_ == "node";
        const auto id = element.find("id");
        const std::string name(element.find("title").value_or(id.value_or("")));
        std::string fault;
        if (!id)
            fault = "an attribute has no id; give it one";
        else if (name.empty() || name.size() > longest_xml_name)
            fault = "the title of the attribute " + quote(*id) + " has " +
                    std::to_string(name.size()) + " bytes; give 1 to " +
                    std::to_string(longest_xml_name);
        if (fault.empty()) {
            const XmlType type = xml_type(element.find("type").value_or(""));
            auto& keys = vertex ? head_.vertex_keys : head_.edge_keys;
            const auto [at, added] = keys.try_emplace(std::string(*id), XmlKey{name, type});
            key_ = added ? &at->second : nullptr;
            if (!added)
                fault = "the attribute " + quote(*id) + " is declared twice; rename one of them";
        }
        if (!fault.empty()) return report_.error("gexf-attribute", element.spot, fault);
        (vertex ? vertex_keys_ : edge_keys_).push_back(key_);
    }

    const XmlReport& report_;
    GexfHead head_;
    XmlRecord graph_;
    JsonValue own_;
    std::vector<std::string> open_;
    std::string class_;      // what the attributes belong to that are declared now
    XmlKey* key_ = nullptr;  // the attribute that is open, if it is good
    std::vector<const XmlKey*> vertex_keys_, edge_keys_;
    std::string text_;
    JsonSpot spot_;
    bool listens_ = false;
};

}  // namespace

GexfHead read_gexf_head(std::string_view content, XmlAllowance& allowance,
                        const XmlReport& report) {
    HeadWalk walk(allowance, report);
    read_xml(content, report.file, walk);
    return walk.finish();
}

}  // namespace actormap
