#include <actormap/lens/restrict.hpp>
#include <actormap/study/difference_side.hpp>

#include <algorithm>
#include <tuple>

namespace actormap {
namespace {

constexpr char separator = '\x1f';  // can't stand in an id

class Looker {
  public:
    explicit Looker(const Side& side)
        : graph_(side.graph),
          lens_(side.lens),
          everything_(!narrows(side.lens)),
          view_(apply(graph_, lens_)) {
        in_view_.assign(graph_.relations().size(), false);
        for (const ViewEdge& edge : view_.edges) {
            for (const RelationId r : edge.relations) in_view_[index(r)] = true;
        }
    }

    SideContent look() {
        SideContent content;
        for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            if (!shows(id)) continue;
            content.entities.emplace(graph_[id].id, &graph_[id]);
            for (const Name& name : graph_[id].names) look_at(graph_[id], name, content);
        }
        for (std::size_t r = 0; r < graph_.relations().size(); ++r)
            look_at(static_cast<RelationId>(r), content);
        return content;
    }

  private:
    /// Without a lens everything counts that a file defines.
    [[nodiscard]] bool shows(EntityId id) const {
        return everything_ ? !graph_[id].undefined : view_.vertex(id).has_value();
    }

    void look_at(const Entity& entity, const Name& name, SideContent& content) const {
        if (name.marking > lens_.tlp) return;
        SaidSubject subject{&entity, nullptr, &name, false, claims(name.claims)};
        subject.holds = in_use(graph_, lens_, view_.selection, name);
        if (!subject.holds && subject.claims.empty()) return;
        std::string key = entity.id;
        for (const std::string& part :
             {std::string(std::string_view(name.name)),
              name.by ? std::string(std::string_view(graph_[*name.by].id)) : std::string(),
              to_string(name.since), to_string(name.until)})
            (key += separator) += part;
        const auto [at, fresh] = content.names.try_emplace(std::move(key), subject);
        if (fresh) return;
        // Records of one name may differ in their marking alone.
        at->second.holds = at->second.holds || subject.holds;
        auto& all = at->second.claims;
        all.insert(all.end(), subject.claims.begin(), subject.claims.end());
        sort(all);
    }

    void look_at(RelationId id, SideContent& content) const {
        const Relation& relation = graph_[id];
        const RelationState state = view_.selection[id];
        const bool wanted = lens_.relations.empty() ||
                            std::find(lens_.relations.begin(), lens_.relations.end(),
                                      std::string_view(relation.type)) != lens_.relations.end();
        const bool ends = everything_ || (shows(relation.from) && shows(relation.to));
        // A loop is no edge of a view, and one that is only opposed neither.
        const bool edge = in_view_[index(id)] || everything_ || relation.from == relation.to;
        if (state == RelationState::hidden || !ends || !wanted) return;
        if (exists(state) && !edge) return;
        content.relations.push_back(
            {&graph_[relation.from], &relation, nullptr, exists(state), claims(relation.claims)});
    }

    [[nodiscard]] std::vector<SaidClaim> claims(const ClaimRange& range) const {
        std::vector<SaidClaim> result;
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
            const auto id = static_cast<ClaimId>(c);
            if (view_.selection[id] != ClaimState::hidden) result.push_back(said(graph_[id]));
        }
        sort(result);
        return result;
    }

    [[nodiscard]] SaidClaim said(const Claim& claim) const {
        SaidClaim result;
        result.by = graph_[claim.by].id;
        if (claim.source) result.source = graph_[*claim.source].id;
        result.date = claim.date;
        result.stance = claim.stance;
        if (claim.confidence) result.confidence = to_string(*claim.confidence);
        result.claim = &claim;
        const auto add = [&](std::string_view text) { (result.rest += separator) += text; };
        add(result.confidence);
        add(claim.locator);
        add(claim.excerpt);
        add(claim.note);
        add(claim.id);
        if (claim.cites) add(graph_[*claim.cites].id);
        add(to_string(claim.marking));
        for (const Property& property : claim.properties) {
            add(property.name);
            add(property.json);
        }
        return result;
    }

    static void sort(std::vector<SaidClaim>& claims) {
        std::sort(claims.begin(), claims.end(), [](const SaidClaim& a, const SaidClaim& b) {
            return std::tie(a.date, a.by, a.source, a.stance, a.rest) <
                   std::tie(b.date, b.by, b.source, b.stance, b.rest);
        });
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    bool everything_;
    View view_;
    std::vector<bool> in_view_;
};

}  // namespace

bool SaidClaim::same_occasion(const SaidClaim& other) const {
    return by == other.by && source == other.source && date == other.date && stance == other.stance;
}

bool SaidClaim::same(const SaidClaim& other) const {
    return same_occasion(other) && rest == other.rest;
}

SideContent content_of(const Side& side) {
    if (!side.lens.roll_up.empty())
        throw Error("lens-roll-up",
                    "rolled-up edges are no relations, so they can't be compared; leave out "
                    "--roll-up");
    return Looker(side).look();
}

}  // namespace actormap
