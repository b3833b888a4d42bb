#include <actormap/model/properties.hpp>

#include <algorithm>

namespace actormap {
namespace {

// Lengths are written seven bits at a time, the lowest first; the high bit says that more follow.

void append_length(std::string& block, std::size_t length) {
    for (; length >= 0x80; length >>= 7) block += static_cast<char>(0x80 | (length & 0x7f));
    block += static_cast<char>(length);
}

std::size_t take_length(std::string_view block, std::size_t& at) {
    std::size_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(block[at++]);
        length |= std::size_t{byte & 0x7fU} << shift;
        if (byte < 0x80) return length;
    }
}

void append(std::string& block, const Property& property) {
    append_length(block, property.name.size());
    append_length(block, property.json.size());
    block.append(property.name).append(property.json);
}

bool by_name(const Property& a, const Property& b) {
    return a.name < b.name;
}

}  // namespace

void Properties::Iterator::read() {
    if (rest_.empty()) return;
    std::size_t at = 0;
    const std::size_t name = take_length(rest_, at);
    const std::size_t json = take_length(rest_, at);
    property_ = {rest_.substr(at, name), rest_.substr(at + name, json)};
    size_ = at + name + json;
}

Properties::Properties(std::initializer_list<Property> properties)
    : Properties(std::vector<Property>(properties)) {}

Properties::Properties(std::vector<Property> properties) {
    if (!std::is_sorted(properties.begin(), properties.end(), by_name))
        std::stable_sort(properties.begin(), properties.end(), by_name);
    std::string block;
    const Property* before = nullptr;
    for (const Property& property : properties) {
        if (!before || before->name != property.name) append(block, property);
        before = &property;
    }
    block_ = block;
}

std::size_t Properties::size() const {
    return static_cast<std::size_t>(std::distance(begin(), end()));
}

std::optional<std::string_view> Properties::find(std::string_view name) const {
    for (const Property& property : *this) {
        if (property.name == name) return property.json;
        if (property.name > name) break;
    }
    return std::nullopt;
}

Properties PropertyCollector::take() {
    std::vector<Property> all(texts_.size());
    std::transform(texts_.begin(), texts_.end(), all.begin(), [](const auto& text) {
        return Property{text.first, text.second};
    });
    Properties properties(std::move(all));
    texts_.clear();
    return properties;
}

void set_property(Properties& properties, Property property) {
    std::vector<Property> all{property};  // first, so that it wins
    all.insert(all.end(), properties.begin(), properties.end());
    properties = Properties(std::move(all));
}

}  // namespace actormap
