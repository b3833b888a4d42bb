#pragma once

#include "lens/oracle.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

// What the link between two entities rests on, from the sentences of docs/rests-on.md: every set of
// claims, smallest first, and a walk over relations. It sees the graph as a notebook holds it and
// what the lens's own oracle shows of it; it knows neither networks nor flows.

namespace actormap::test {

struct PlainStep {
    std::string from, to, claim;
};

class LinkChecker {
  public:
    using Ids = std::set<std::string>;

    LinkChecker(const PlainGraph& graph, const Lens& lens, bool directed) : directed_(directed) {
        const lens_oracle::Answer seen = lens_oracle::answer(graph, lens, directed);
        vertices = seen.vertices;
        for (const auto& [ends, edge] : seen.edges) {
            for (const std::string& id : edge.relations) {
                const PlainRelation& relation = graph.relations.at(id);
                Link link{relation.from, relation.to, {}};
                for (const PlainClaim& claim : relation.claims) {
                    const bool carries = claim.stance == "asserts" || claim.stance == "supports" ||
                                         claim.stance == "hypothesises";
                    if (carries && seen.visible.contains(claim.id)) link.claims.insert(claim.id);
                }
                claims.insert(link.claims.begin(), link.claims.end());
                links_.push_back(link);
            }
        }
    }

    Ids vertices;
    Ids claims;  ///< all that carry something in view

    /// What is reached from an entity over links that keep a claim.
    [[nodiscard]] Ids reached(const std::string& from, const Ids& withdrawn) const {
        Ids there{from};
        for (std::size_t before = 0; before != there.size();) {
            before = there.size();
            for (const Link& link : links_) {
                if (!keeps_one(link, withdrawn)) continue;
                if (there.contains(link.from)) there.insert(link.to);
                if (!directed_ && there.contains(link.to)) there.insert(link.from);
            }
        }
        return there;
    }

    /// All smallest sets whose withdrawal leaves no path.
    [[nodiscard]] std::vector<Ids> smallest(const std::string& from, const std::string& to) const {
        std::vector<Ids> found;
        for (std::size_t size = 0; found.empty(); ++size) choose(size, {}, "", from, to, found);
        return found;
    }

    /// Whether the steps lead from one to the other, each over a link that its claim carries.
    [[nodiscard]] bool is_path(const std::vector<PlainStep>& path, const std::string& from,
                               const std::string& to) const {
        std::string at = from;
        for (const PlainStep& step : path) {
            const bool there =
                step.from == at && std::any_of(links_.begin(), links_.end(), [&](const Link& link) {
                    const bool along = link.from == step.from && link.to == step.to;
                    const bool against = link.to == step.from && link.from == step.to;
                    return link.claims.contains(step.claim) && (along || (!directed_ && against));
                });
            if (!there) return false;
            at = step.to;
        }
        return at == to;
    }

  private:
    struct Link {
        std::string from, to;
        Ids claims;
    };

    static bool keeps_one(const Link& link, const Ids& withdrawn) {
        return !std::includes(withdrawn.begin(), withdrawn.end(), link.claims.begin(),
                              link.claims.end());
    }

    void choose(std::size_t more, const Ids& chosen, const std::string& after,
                const std::string& from, const std::string& to, std::vector<Ids>& found) const {
        if (more == 0) {
            if (!reached(from, chosen).contains(to)) found.push_back(chosen);
            return;
        }
        for (auto next = claims.upper_bound(after); next != claims.end(); ++next) {
            Ids with = chosen;
            with.insert(*next);
            choose(more - 1, with, *next, from, to, found);
        }
    }

    bool directed_;
    std::vector<Link> links_;
};

}  // namespace actormap::test
