#include <actormap/base/text.hpp>
#include <actormap/read/graphml_walk.hpp>
#include <actormap/read/xml_record.hpp>

#include <utility>

namespace actormap {
namespace {

using Part = GraphmlWalk::Part;

bool is_value(Part part) {
    return part == Part::data || part == Part::standard || part == Part::note;
}

bool is_within_value(Part part) {
    return is_value(part) || part == Part::label || part == Part::within;
}

}  // namespace

GraphmlWalk::Part GraphmlWalk::part_of(const XmlElement& element) const {
    const std::string_view name = element.name;
    const Part inside = open_.back();
    if (inside == Part::document) {
        if (name == "graphml") return Part::graphml;
        throw InputError("graphml-root", position(element.spot),
                         "the first element is " + quote(name) + "; GraphML begins with <graphml>");
    }
    if (is_within_value(inside))
        return name == "NodeLabel" || name == "EdgeLabel" ? Part::label : Part::within;
    const bool record = inside == Part::vertex || inside == Part::edge;
    const bool root = inside == Part::graphml, graph = inside == Part::graph;
    if (name == "data" && (root || graph || record)) return Part::data;
    if (name == "desc" && (root || graph || record)) return Part::note;
    if (name == "node" && graph) return Part::vertex;
    if (name == "edge" && graph) return Part::edge;
    if (name == "graph" && (root || record)) return Part::graph;
    if (name == "key" && (root || graph)) return Part::key;
    if (name == "default" && inside == Part::key) return Part::standard;
    const bool described = name == "desc" && inside == Part::key;
    if (described || inside == Part::other || inside == Part::unknown || inside == Part::inner)
        return Part::inner;
    const bool port = name == "port" && inside == Part::vertex;
    return port || (name == "hyperedge" && graph) ? Part::other : Part::unknown;
}

void GraphmlWalk::begin(const XmlElement& element) {
    const Part part = part_of(element);
    open_.push_back(part);
    if (is_value(part)) {
        value_ = {.spot = element.spot,
                  .key = std::string(element.find("key").value_or("")),
                  .text = {},
                  .label = {}};
    } else if (part == Part::label) {
        label_.clear();
        value_.elements = true;
    } else if (part == Part::within) {
        value_.elements = true;
    } else {
        opened(part, element);
    }
}

void GraphmlWalk::text(std::string_view piece) {
    if (is_value(open_.back())) value_.text += piece;
    if (open_.back() == Part::label) label_ += piece;
}

void GraphmlWalk::end() {
    const Part part = open_.back();
    open_.pop_back();
    if (is_value(part)) return valued(part, open_.back(), std::move(value_));
    if (part == Part::label && value_.label.empty()) value_.label = trimmed(label_);
    if (part != Part::label && part != Part::within) closed(part, open_.back());
}

}  // namespace actormap
