#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/findings.hpp>
#include <actormap/read/json.hpp>
#include <actormap/read/xml.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace actormap {

// What GraphML and GEXF have in common: attributes that are declared once, with a type and a
// default, and of which records give values.

/// What an attribute's values are.
enum class XmlType : std::uint8_t { text, number, boolean };

/// The type that a file calls so: `int`, `integer`, `double`, …; text unless it is one of numbers
/// or truth.
[[nodiscard]] XmlType xml_type(std::string_view word);

/// The value as JSON. A number stays as it is written, where JSON writes numbers so and a double
/// holds it; else it is a text ("INF", "007"). Nothing where a number or a truth is left empty.
[[nodiscard]] std::optional<JsonValue> typed_value(XmlType type, std::string text, JsonSpot spot);

/// An attribute that a file declares.
struct XmlKey {
    std::string name;
    XmlType type = XmlType::text;
    std::optional<JsonValue> standard = {};  ///< the default
};

/// The longest name of an attribute that is taken, in bytes.
inline constexpr std::size_t longest_xml_name = 500;
/// Keeps a small file from becoming a large graph: names and defaults stand in it once and go to
/// every record.
class XmlAllowance {
  public:
    explicit XmlAllowance(std::size_t content_bytes) : left_(fixed + factor * content_bytes) {}
    /// Throws  InputError xml-growth
    void take(std::size_t bytes, const Position& where);

  private:
    static constexpr std::size_t fixed = std::size_t{64} << 20;
    static constexpr std::size_t factor = 16;
    std::size_t left_;
};

/// A vertex, an edge or what is said of the graph, on its way from XML to GraphRecords.
class XmlRecord {
  public:
    /// Refers to `file` and `allowance`.
    XmlRecord(JsonSpot spot, const std::string& file, XmlAllowance& allowance);

    [[nodiscard]] JsonSpot spot() const { return {object_.line, object_.column}; }
    [[nodiscard]] bool has(std::string_view name) const;
    /// Takes a value away, and gives it; null if there is none of that name.
    [[nodiscard]] JsonValue remove(const std::string& name);
    /// Adds a value. If there is another one of that name, it gets the prefix x_, but once; false
    /// if that is taken too. The same value again is none more. Throws  InputError xml-growth
    [[nodiscard]] bool add(const std::string& name, JsonValue value);
    /// Adds the value only if there is none of that name.
    void add_missing(const std::string& name, const JsonValue& value);
    /// The defaults of what has no value.
    void add_missing(const std::vector<const XmlKey*>& keys);
    /// The record; nothing is left of it here.
    [[nodiscard]] JsonValue take() { return std::move(object_); }

  private:
    void append(const std::string& name, JsonValue value);

    const std::string* file_;
    XmlAllowance* allowance_;
    JsonValue object_;
    std::unordered_set<std::string> names_;  // of its members, once they are too many to look at
};

/// Where the parts of a reader report.
struct XmlReport {
    const std::string& file;
    Findings& findings;
    Diagnostics& diagnostics;

    [[nodiscard]] Position position(JsonSpot spot) const { return {file, spot.line, spot.column}; }
    void error(const char* id, JsonSpot spot, std::string message) const {
        diagnostics.error(id, position(spot), std::move(message));
    }
    /// Counts what has no meaning where it stands.
    void count(JsonSpot spot, std::string what) const {
        findings.add("uninterpreted-value", position(spot), std::move(what));
    }
};

/// Adds a value to a record, or counts it among the findings if there are two of that name already.
/// `own` is whether this program wrote the file: then a long text may be embedded JSON.
/// Throws  InputError xml-growth
/// Reports xml-size
void add_xml_value(const std::string& name, JsonValue value, bool own, XmlRecord& record,
                   const XmlReport& report);

/// Counts the attributes of an element that are none of `known`; namespaces and what has the prefix
/// of one are not looked at.
void count_attributes(const XmlElement& element, std::span<const std::string_view> known,
                      const XmlReport& report);

/// Whether a value is as short as the native format wants texts. Reports xml-size if it is not.
[[nodiscard]] bool is_short(const std::string& name, std::string_view text, JsonSpot spot,
                            const XmlReport& report);

/// The keys with a default, each name once.
[[nodiscard]] std::vector<const XmlKey*> with_defaults(const std::vector<const XmlKey*>& keys);

/// The text without blanks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace actormap
