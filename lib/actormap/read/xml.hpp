#pragma once

#include <actormap/read/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

struct XmlAttribute {
    std::string_view name;  ///< as it is written
    std::string_view value;
};

/// A start tag. What it refers to is valid until XmlHandler::begin returns.
struct XmlElement {
    std::string_view name;  ///< without the prefix of a namespace
    std::vector<XmlAttribute> attributes;
    JsonSpot spot;  ///< where its tag begins

    /// The value of the attribute of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view attribute) const;
};

/// What an XML text holds, in the order in which it stands there.
class XmlHandler {
  public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;

    virtual void begin(const XmlElement& element) = 0;
    /// A piece of the text that stands in the element that was begun last and has not ended.
    virtual void text(std::string_view piece) = 0;
    virtual void end() = 0;
};

/// What a file may hold. More is refused before it costs memory.
struct XmlLimits {
    std::size_t depth = 64;                     ///< of nested elements
    std::size_t token = std::size_t{16} << 20;  ///< bytes of one tag, comment or instruction
    std::size_t text = std::size_t{64} << 20;   ///< bytes of the text of one element
};

/// Parses one XML 1.0 text, which is in UTF-8 whatever it declares. Entities cannot be defined,
/// because a DOCTYPE is refused where it begins. What the handler throws comes out of here.
///
/// Cost    O(size) time; memory for one token
/// Throws  InputError xml-syntax, xml-doctype, xml-depth, xml-size
void read_xml(std::string_view content, const std::string& file, XmlHandler& handler,
              const XmlLimits& limits = {});

}  // namespace actormap
