#pragma once

#include <actormap/base/shared_text.hpp>

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// A custom property: its name and its value as compact JSON text.
struct Property {
    std::string_view name;
    std::string_view json;

    auto operator<=>(const Property&) const = default;
};

/// Custom properties, ascending by name, each name once. All of them lie in one block of memory,
/// which copies share; what iteration gives is valid as long as the block is.
class Properties {
  public:
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Property;
        using difference_type = std::ptrdiff_t;
        using pointer = const Property*;
        using reference = Property;

        Iterator() = default;
        explicit Iterator(std::string_view rest) : rest_(rest) { read(); }
        Property operator*() const { return property_; }
        const Property* operator->() const { return &property_; }
        Iterator& operator++() {
            rest_.remove_prefix(size_);
            read();
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return rest_.size() == other.rest_.size(); }

      private:
        void read();

        std::string_view rest_;  // of the block, this property first
        std::size_t size_ = 0;   // of this property in the block
        Property property_;
    };

    Properties() = default;
    /// In any order; of several with one name the first is kept.
    Properties(std::initializer_list<Property> properties);
    explicit Properties(std::vector<Property> properties);

    [[nodiscard]] Iterator begin() const { return Iterator(block_.view()); }
    [[nodiscard]] Iterator end() const { return {}; }
    [[nodiscard]] bool empty() const { return block_.empty(); }
    [[nodiscard]] std::size_t size() const;  ///< O(size)
    /// The value of that name; O(size).
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

    bool operator==(const Properties&) const = default;
    auto operator<=>(const Properties&) const = default;

  private:
    Text block_;  // of each: the lengths of name and value as varints, name, value
};

/// Gathers properties whose values are made on the way.
class PropertyCollector {
  public:
    void add(std::string_view name, std::string json) {
        texts_.emplace_back(name, std::move(json));
    }
    /// All that were added; of several with one name the first.
    [[nodiscard]] Properties take();

  private:
    std::vector<std::pair<std::string, std::string>> texts_;
};

/// Sets a property, or replaces that of the same name; O(bytes of all).
void set_property(Properties& properties, Property property);

}  // namespace actormap
