#pragma once

#include <actormap/base/error.hpp>
#include <actormap/read/xml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Walks through GraphML and tells what the elements are that have a meaning in it, with the text
/// in them. Prefixes of namespaces do not matter.
/// Throws  InputError graphml-root
class GraphmlWalk : public XmlHandler {
  public:
    enum class Part {
        document,
        graphml,
        key,
        standard,  ///< a key's default
        graph,
        vertex,
        edge,
        data,
        note,     ///< the text that describes a graph, a vertex or an edge (`desc`)
        label,    ///< what yEd shows on a vertex or an edge; within data
        within,   ///< another element within data
        other,    ///< ports and hyperedges
        unknown,  ///< in no GraphML; and what says that the content lies elsewhere (`locator`)
        inner,    ///< what is in those, in ports and in hyperedges; what describes a key
    };

    /// The text of a value, the first label within it, and whether there are elements in it.
    struct Value {
        JsonSpot spot;
        std::string key;   ///< of data: which it is of
        std::string text;  ///< without that of elements within it
        std::string label;
        bool elements = false;
    };

    explicit GraphmlWalk(std::string file) : file_(std::move(file)) {}
    void begin(const XmlElement& element) final;
    void text(std::string_view piece) final;
    void end() final;

  protected:
    virtual void opened(Part part, const XmlElement& element) = 0;
    /// `inside` is what it stands in.
    virtual void closed(Part part, Part inside) = 0;
    /// Data, a default or a note, with all that is in it.
    virtual void valued(Part part, Part inside, Value value) = 0;

    [[nodiscard]] Position position(JsonSpot spot) const { return {file_, spot.line, spot.column}; }
    [[nodiscard]] const std::string& file() const { return file_; }

  private:
    [[nodiscard]] Part part_of(const XmlElement& element) const;

    std::string file_;
    std::vector<Part> open_{Part::document};
    Value value_;
    std::string label_;
};

}  // namespace actormap
