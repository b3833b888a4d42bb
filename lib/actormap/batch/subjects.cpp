#include <actormap/analysis/communities.hpp>
#include <actormap/batch/subjects.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace actormap {
namespace {

bool is_actor(const Entity& entity) {
    return (entity.type == "intrusion-set" || entity.type == "threat-actor") &&
           !entity.has_role("sponsor");
}

bool is_sponsor(const Entity& entity) {
    return entity.has_role("sponsor");
}

bool is_sector(const Entity& entity) {
    return entity.type == "identity" && entity.properties.find("identity_class") == "\"class\"";
}

bool is_victim_of(const Relation& relation) {
    const std::string_view type = relation.type;
    return type == "targets" || type == "compromises";
}

/// The relations that the view shows.
std::vector<RelationId> relations_of(const View& view) {
    std::vector<RelationId> relations;
    for (const ViewEdge& edge : view.edges)
        relations.insert(relations.end(), edge.relations.begin(), edge.relations.end());
    return relations;
}

/// The one of two bounds that lets less through; an empty one lets all.
PartialDate later(const PartialDate& a, const PartialDate& b) {
    return a.empty() || a.first_day() < b.first_day() ? b : a;
}
PartialDate earlier(const PartialDate& a, const PartialDate& b) {
    return a.empty() || b.last_day() < a.last_day() ? b : a;
}

class Subjects {
  public:
    Subjects(const ActorGraph& graph, const Lens& lens) : graph_(graph), lens_(lens) {}

    std::vector<Subject> find(ForEach for_each) {
        if (for_each == ForEach::once) return {{{}, lens_}};
        const View view = apply(graph_, lens_);
        switch (for_each) {
            case ForEach::actor:
                add_entities(view, is_actor);
                break;
            case ForEach::sponsor:
                add_entities(view, is_sponsor);
                break;
            case ForEach::sector:
                add_entities(view, is_sector);
                break;
            case ForEach::country:
                add_countries(view);
                break;
            case ForEach::year:
                add_years(happened_in(view), [](Lens& lens, const PartialDate& year) {
                    lens.since = later(lens.since, year);
                    lens.until = earlier(lens.until, year);
                });
                break;
            case ForEach::as_of_year:
                add_years(said_in(view), [](Lens& lens, const PartialDate& year) {
                    lens.as_of = earlier(lens.as_of, year);
                });
                break;
            case ForEach::community:
                add_communities(view);
                break;
            case ForEach::once:
                break;
        }
        return std::move(found_);
    }

  private:
    Lens& add(std::string id, std::string name, std::string type) {
        found_.push_back(
            {{std::move(id), std::move(name), std::move(type), found_.size() + 1}, lens_});
        return found_.back().lens;
    }

    void add_entities(const View& view, bool (*wanted)(const Entity&)) {
        for (const EntityId id : view.entities) {
            const Entity& entity = graph_[id];
            if (wanted(entity)) add(entity.id, entity.name, entity.type).around = {entity.id};
        }
    }

    void add_countries(const View& view) {
        const auto holds = [&](RelationId id) { return exists(view.selection[id]); };
        std::set<std::string_view> codes;
        for (const RelationId id : relations_of(view)) {
            if (!is_victim_of(graph_[id])) continue;
            for (const std::string_view code : countries_of(graph_, graph_[id].to, holds))
                codes.insert(code);
        }
        for (const std::string_view code : codes)
            add(std::string(code), std::string(code), "country").countries = {std::string(code)};
    }

    using Years = std::set<int>;

    [[nodiscard]] Years happened_in(const View& view) const {
        Years years;
        for (const RelationId id : relations_of(view)) {
            const Interval& when = graph_[id].when;
            const auto first = year_of(when.start), last = year_of(when.stop);
            for (int year = first.value_or(last.value_or(1));
                 year <= last.value_or(first.value_or(0)); ++year)
                years.insert(year);
        }
        return years;
    }

    [[nodiscard]] Years said_in(const View& view) const {
        Years years;
        for (const RelationId id : relations_of(view)) {
            const ClaimRange claims = graph_[id].claims;
            for (std::uint32_t i = 0; i < claims.count; ++i) {
                const auto claim = static_cast<ClaimId>(claims.first + i);
                if (view.selection[claim] == ClaimState::hidden) continue;
                if (const auto year = year_of(graph_[claim].date)) years.insert(*year);
            }
        }
        return years;
    }

    static std::optional<int> year_of(const PartialDate& date) {
        const std::string text = to_string(date);
        if (text.size() < 4) return std::nullopt;
        return std::stoi(text.substr(0, 4));
    }

    void add_years(const Years& years,
                   const std::function<void(Lens&, const PartialDate&)>& narrow) {
        for (const int year : years) {
            const std::string digits = std::to_string(year);
            const std::string text =
                std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
            narrow(add(text, text, "year"), *PartialDate::parse(text));
        }
    }

    void add_communities(const View& view) {
        if (view.network.edges() == 0) return;
        const Communities communities = leiden(view.network);
        std::vector<std::vector<Vertex>> members(communities.count);
        for (Vertex v = 0; v < view.network.size(); ++v) members[communities.of[v]].push_back(v);
        std::erase_if(members, [](const auto& some) { return some.size() < 2; });
        std::stable_sort(members.begin(), members.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        for (const std::vector<Vertex>& some : members) {
            const Vertex centre =
                *std::max_element(some.begin(), some.end(), [&](Vertex a, Vertex b) {
                    return view.network.out(a).size() < view.network.out(b).size();
                });
            const Entity& entity = graph_[view.entities[centre]];
            Lens& lens = add(entity.id, entity.name, "community");
            lens.around.clear();
            for (const Vertex v : some) lens.around.push_back(graph_[view.entities[v]].id);
            lens.hops = 0;
        }
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    std::vector<Subject> found_;
};

}  // namespace

std::vector<Subject> subjects(const ActorGraph& graph, const Lens& lens, ForEach for_each) {
    return Subjects(graph, lens).find(for_each);
}

}  // namespace actormap
