#pragma once

#include <actormap/base/error.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace actormap {

/// What reading met and kept without a fault, by kind: how often, and the first places. Kinds:
///
/// dangling-reference   a reference to what no file of the call defines
/// duplicate            an id given again, or a claim that was there already
/// conflict             contradicting values of one record: the first is used, both are kept
/// self-reference       a relation from an entity to itself
/// unknown-type         an object of a type that STIX does not know; it is an entity of that type
/// unknown-property     a property that the format does not define; it is kept
/// unresolved-country   a text that stands where a country should and is none; kept as an entity
/// unnamed-row          a row of a sheet where something stands but no name; left out
/// uninterpreted-value  a value that has no meaning where it stands; kept as a property
class Findings {
  public:
    static constexpr std::size_t kept_places = 10;

    struct Finding {
        Position where;
        std::string what;  ///< what stands there, for a person
    };
    struct Entry {
        std::size_t count = 0;
        std::vector<Finding> first;  ///< at most `kept_places`
    };

    void add(const std::string& kind, Position where, std::string what) {
        Entry& entry = add(kind, 1);
        if (entry.first.size() < kept_places)
            entry.first.push_back({std::move(where), std::move(what)});
    }
    /// More of a kind, whose places are known already or do not matter.
    Entry& add(const std::string& kind, std::size_t count) {
        Entry& entry = entries_[kind];
        entry.count += count;
        return entry;
    }

    [[nodiscard]] const std::map<std::string, Entry>& entries() const { return entries_; }
    [[nodiscard]] std::size_t count(const std::string& kind) const {
        const auto at = entries_.find(kind);
        return at == entries_.end() ? 0 : at->second.count;
    }

  private:
    std::map<std::string, Entry> entries_;
};

}  // namespace actormap
