#include <actormap/base/text.hpp>
#include <actormap/read/graph_records.hpp>
#include <actormap/read/json_number.hpp>
#include <actormap/read/xml_record.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace actormap {
namespace {

constexpr std::size_t looked_at = 16;  ///< members; with more than that a set is faster
constexpr std::size_t member_cost = 32;

constexpr std::array<std::string_view, 12> number_types{
    "int",   "integer", "long",       "float",      "double",      "byte",
    "short", "decimal", "bigdecimal", "biginteger", "unsignedint", "unsignedlong"};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = ascii_lower(c);
    return result;
}

std::size_t cost_of(const std::string& name, const JsonValue& value) {
    return name.size() + value.text.size() + member_cost;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

XmlType xml_type(std::string_view word) {
    const std::string name = lower(word);
    if (name == "boolean") return XmlType::boolean;
    const bool number =
        std::find(number_types.begin(), number_types.end(), name) != number_types.end();
    return number ? XmlType::number : XmlType::text;
}

std::optional<JsonValue> typed_value(XmlType type, std::string text, JsonSpot spot) {
    if (type == XmlType::text) return text_value(std::move(text), spot);
    std::string word(trimmed(text));
    if (word.empty()) return std::nullopt;
    JsonValue::Kind kind = JsonValue::Kind::text;
    if (type == XmlType::boolean) {
        std::string truth = lower(word);
        if (truth == "1") truth = "true";
        if (truth == "0") truth = "false";
        if (truth == "true" || truth == "false") {
            word = std::move(truth);
            kind = JsonValue::Kind::boolean;
        }
    } else if (is_json_number(word)) {
        if (word == "-0") word = "0";  // JSON's whole numbers have no sign of zero
        kind = JsonValue::Kind::number;
    }
    JsonValue value = text_value(std::move(word), spot);
    value.kind = kind;
    return value;
}

void XmlAllowance::take(std::size_t bytes, const Position& where) {
    if (bytes > left_)
        throw InputError("xml-growth", where,
                         "the graph would be far larger than the file, by the names and defaults "
                         "of its attributes; shorten them, or leave the defaults out");
    left_ -= bytes;
}

XmlRecord::XmlRecord(JsonSpot spot, const std::string& file, XmlAllowance& allowance)
    : file_(&file), allowance_(&allowance) {
    object_.kind = JsonValue::Kind::object;
    object_.line = spot.line;
    object_.column = spot.column;
}

bool XmlRecord::has(std::string_view name) const {
    if (object_.members.size() <= looked_at) return object_.find(name) != nullptr;
    return names_.contains(std::string(name));
}

JsonValue XmlRecord::remove(const std::string& name) {
    const auto at = std::find_if(object_.members.begin(), object_.members.end(),
                                 [&](const JsonMember& member) { return member.name == name; });
    if (at == object_.members.end()) return {};
    JsonValue value = std::move(at->value);
    object_.members.erase(at);
    names_.erase(name);
    return value;
}

bool XmlRecord::add(const std::string& name, JsonValue value) {
    if (!has(name)) {
        append(name, std::move(value));
        return true;
    }
    if (object_.members.size() <= looked_at && object_.find(name)->text == value.text) return true;
    const std::string other = "x_" + name;
    if (has(other)) return false;
    append(other, std::move(value));
    return true;
}

void XmlRecord::add_missing(const std::string& name, const JsonValue& value) {
    if (!has(name)) append(name, value);
}

void XmlRecord::add_missing(const std::vector<const XmlKey*>& keys) {
    for (const XmlKey* key : keys) add_missing(key->name, *key->standard);
}

void XmlRecord::append(const std::string& name, JsonValue value) {
    allowance_->take(cost_of(name, value), {*file_, value.line, value.column});
    object_.members.push_back({name, std::move(value)});
    const std::size_t count = object_.members.size();
    if (count == looked_at + 1) {
        for (const JsonMember& member : object_.members) names_.insert(member.name);
    } else if (count > looked_at) {
        names_.insert(name);
    }
}

void add_xml_value(const std::string& name, JsonValue value, bool own, XmlRecord& record,
                   const XmlReport& report) {
    const JsonSpot spot{value.line, value.column};
    const bool embedded = own && name.ends_with("_json");
    if (!embedded && !is_short(name, value.text, spot, report)) return;
    if (!record.add(name, std::move(value)))
        report.count(spot, "a third value of " + quote(name) + " in one record");
}

void count_attributes(const XmlElement& element, std::span<const std::string_view> known,
                      const XmlReport& report) {
    for (const auto& [name, value] : element.attributes) {
        if (name.starts_with("xmlns") || name.find(':') != std::string_view::npos) continue;
        if (std::find(known.begin(), known.end(), name) == known.end())
            report.count(element.spot,
                         "the attribute " + quote(name) + " of an element " + quote(element.name));
    }
}

bool is_short(const std::string& name, std::string_view text, JsonSpot spot,
              const XmlReport& report) {
    constexpr std::size_t longest = JsonLimits{}.text;
    if (text.size() <= longest) return true;
    report.error("xml-size", spot,
                 "the value of " + quote(name) + " is longer than " + std::to_string(longest) +
                     " bytes; shorten it");
    return false;
}

std::vector<const XmlKey*> with_defaults(const std::vector<const XmlKey*>& keys) {
    std::vector<const XmlKey*> chosen;
    std::unordered_set<std::string_view> names;
    for (const XmlKey* key : keys) {
        if (key->standard && names.insert(key->name).second) chosen.push_back(key);
    }
    return chosen;
}

}  // namespace actormap
