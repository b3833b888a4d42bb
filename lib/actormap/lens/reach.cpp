#include <actormap/base/text.hpp>
#include <actormap/lens/reach.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <set>
#include <span>
#include <string>

namespace actormap {
namespace {

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The other ends of the links at each entity.
class Neighbours {
  public:
    Neighbours(const std::vector<std::pair<EntityId, EntityId>>& links, std::size_t entities)
        : first_(entities + 1, 0) {
        for (const auto& [from, to] : links) ++first_[index(from) + 1], ++first_[index(to) + 1];
        for (std::size_t e = 0; e < entities; ++e) first_[e + 1] += first_[e];
        others_.resize(first_.back());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (const auto& [from, to] : links) {
            others_[next[index(from)]++] = to;
            others_[next[index(to)]++] = from;
        }
    }

    [[nodiscard]] std::span<const EntityId> operator[](EntityId id) const {
        const std::size_t first = first_[index(id)];
        return std::span(others_).subspan(first, first_[index(id) + 1] - first);
    }

  private:
    std::vector<std::size_t> first_;
    std::vector<EntityId> others_;
};

}  // namespace

bool wants_entities(const Lens& lens, std::string_view type) {
    return (lens.types.empty() || contains(lens.types, type)) && !contains(lens.not_types, type);
}

bool wants_relations(const Lens& lens, std::string_view type) {
    return lens.relations.empty() || contains(lens.relations, type);
}

std::vector<std::uint8_t> inside_countries(const ActorGraph& graph, const Lens& lens,
                                           const Selection& selection) {
    std::set<std::string_view> codes;
    for (const std::string& word : lens.countries) {
        const Country* country = find_country(word);
        if (!country)
            throw Error("unknown-country",
                        quote(word) + " is no country of ISO 3166-1; give its two-letter code");
        codes.insert(country->alpha2);
    }
    std::vector<std::uint8_t> inside(graph.entities().size(), 0);
    for (std::size_t e = 0; e < inside.size(); ++e) {
        const auto of = countries_of(graph, static_cast<EntityId>(e),
                                     [&](RelationId r) { return exists(selection[r]); });
        const bool any = std::any_of(of.begin(), of.end(),
                                     [&](std::string_view code) { return codes.contains(code); });
        inside[e] = any ? 1 : 0;
    }
    return inside;
}

std::vector<unsigned> hops_from(const std::vector<EntityId>& centres, unsigned hops,
                                std::size_t entities,
                                const std::vector<std::pair<EntityId, EntityId>>& links) {
    const Neighbours neighbours(links, entities);
    std::vector<unsigned> distances(entities, out_of_reach);
    std::vector<EntityId> reached;
    const auto reach = [&](EntityId id, unsigned distance) {
        if (distances[index(id)] != out_of_reach) return;
        distances[index(id)] = distance;
        reached.push_back(id);
    };
    for (const EntityId centre : centres) reach(centre, 0);
    for (std::size_t next = 0; next < reached.size(); ++next) {
        const unsigned distance = distances[index(reached[next])];
        if (distance >= hops) break;  // and so are all that were reached later
        for (const EntityId id : neighbours[reached[next]]) reach(id, distance + 1);
    }
    return distances;
}

}  // namespace actormap
