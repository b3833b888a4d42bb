#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/study/profile.hpp>
#include <actormap/write/claim_text.hpp>
#include <actormap/write/comparison.hpp>
#include <actormap/write/similarity.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace actormap {
namespace {

constexpr int digits_for_people = 4;

/// A comparison as text.
class Telling {
  public:
    Telling(const ActorGraph& graph, const Selection& selection, const Comparison& comparison,
            const ComparisonDetail& detail)
        : graph_(graph), selection_(selection), comparison_(comparison), detail_(detail) {}

    [[nodiscard]] std::string text() const {
        std::string text = title(comparison_.first) + title(comparison_.second) + '\n' +
                           to_text(counts()) + "\nBetween the two\n";
        for (const RelationId r : comparison_.between)
            text += relation_text(graph_, selection_, r, 2);
        if (comparison_.between.empty()) text += "  no relation under this lens\n";
        text += names() + sources();
        for (const HeadingComparison& heading : comparison_.headings) text += told(heading);
        return text + "\nTLP: " + std::string(to_string(comparison_.marking)) + '\n';
    }

  private:
    [[nodiscard]] std::string title(EntityId id) const {
        const Entity& entity = graph_[id];
        return printable(entity.name + "  " + entity.type + "  [" + entity.id + ']') + '\n';
    }

    [[nodiscard]] Table counts() const {
        Table table{{{"heading"},
                     {"shared", true},
                     {"only " + graph_[comparison_.first].name, true},
                     {"only " + graph_[comparison_.second].name, true},
                     {"rarity", true},
                     {"jaccard", true}},
                    {}};
        std::size_t shared = 0, first = 0, second = 0;
        const auto add = [&](std::string_view name, std::size_t both, std::size_t one,
                             std::size_t other, double rarity, double jaccard) {
            table.rows.push_back({std::string(name), std::to_string(both), std::to_string(one),
                                  std::to_string(other), rounded(rarity, digits_for_people),
                                  rounded(jaccard, digits_for_people)});
        };
        for (const HeadingComparison& heading : comparison_.headings) {
            add(to_string(heading.heading), heading.shared.size(), heading.only_first.size(),
                heading.only_second.size(), heading.rarity, heading.jaccard);
            shared += heading.shared.size();
            first += heading.only_first.size();
            second += heading.only_second.size();
        }
        add("all", shared, first, second, comparison_.rarity, comparison_.jaccard);
        return table;
    }

    [[nodiscard]] std::string names() const {
        std::string text = comparison_.names.empty() ? "" : "\nNames in common\n";
        for (const CommonName& name : comparison_.names) {
            text += "  " + printable(name.name) + '\n';
            text += name_claims(comparison_.first, name.first);
            text += name_claims(comparison_.second, name.second);
        }
        return text;
    }

    [[nodiscard]] std::string name_claims(EntityId id, const Name* name) const {
        std::string of = "    of " + printable(graph_[id].name);
        if (!name) return of + ": its own name\n";
        if (name->by) of += ", used by " + printable(speaker_text(graph_[*name->by]));
        of += '\n';
        for (const ClaimId c : shown_claims(selection_, name->claims))
            of += claim_text(graph_, selection_, c, 8);
        return of;
    }

    [[nodiscard]] std::string sources() const {
        std::string text = comparison_.sources.empty() ? "" : "\nSources in common\n";
        for (const SourceId id : comparison_.sources) {
            const Source& source = graph_[id];
            std::string line = graph_[source.publisher].name;
            if (!source.title.empty()) line += ", " + source.title;
            if (!source.date.empty()) line += ", " + to_string(source.date);
            if (!source.url.empty()) line += ", " + source.url;
            text += "  " + printable(line) + '\n';
        }
        return text;
    }

    [[nodiscard]] std::string told(const HeadingComparison& heading) const {
        if (heading.shared.empty() && !detail_.all) return {};
        std::string name(to_string(heading.heading));
        name[0] = ascii_upper(name[0]);
        std::string text = '\n' + name + '\n';
        const std::size_t most =
            std::min(heading.shared.size(), detail_.top.value_or(heading.shared.size()));
        for (std::size_t i = 0; i < most; ++i) {
            const Reason& reason = heading.shared[i];
            text += fmt::format("  {}: {} of {} have it\n",
                                printable(label_of(graph_, reason.trait.other)), reason.having,
                                reason.known);
            for (const auto* side : {&reason.first, &reason.second}) {
                for (const RelationId r : *side) text += relation_text(graph_, selection_, r, 4);
            }
        }
        if (heading.shared.size() > most)
            text +=
                fmt::format("  and {} more in common, less rare\n", heading.shared.size() - most);
        if (!detail_.all) return text;
        return text + only(comparison_.first, heading.only_first) +
               only(comparison_.second, heading.only_second);
    }

    [[nodiscard]] std::string only(EntityId id, const std::vector<Trait>& traits) const {
        if (traits.empty()) return {};
        std::vector<std::string> labels;
        for (const Trait& trait : traits)
            labels.push_back(printable(label_of(graph_, trait.other)));
        return "  only " + printable(graph_[id].name) + ": " + join(labels, ", ") + '\n';
    }

    const ActorGraph& graph_;
    const Selection& selection_;
    const Comparison& comparison_;
    const ComparisonDetail& detail_;
};

/// A comparison as rows.
class Listing {
  public:
    Listing(const ActorGraph& graph, const Selection& selection, const Comparison& comparison,
            const ComparisonDetail& detail)
        : graph_(graph), selection_(selection), comparison_(comparison), detail_(detail) {}

    [[nodiscard]] Table table() {
        for (const RelationId r : comparison_.between)
            add("between", graph_[r].to, graph_[r].from, r);
        for (const CommonName& name : comparison_.names) {
            add(name.name, comparison_.first, name.first);
            add(name.name, comparison_.second, name.second);
        }
        for (const HeadingComparison& heading : comparison_.headings) add(heading);
        return std::move(table_);
    }

  private:
    void add(const HeadingComparison& heading) {
        const std::string name(to_string(heading.heading));
        const std::size_t most =
            std::min(heading.shared.size(), detail_.top.value_or(heading.shared.size()));
        for (std::size_t i = 0; i < most; ++i) {
            const Reason& reason = heading.shared[i];
            for (const RelationId r : reason.first)
                add(name, reason.trait.other, comparison_.first, r);
            for (const RelationId r : reason.second)
                add(name, reason.trait.other, comparison_.second, r);
        }
        if (!detail_.all) return;
        for (const Trait& trait : heading.only_first) alone(name, trait, comparison_.first);
        for (const Trait& trait : heading.only_second) alone(name, trait, comparison_.second);
    }

    void add(const std::string& heading, EntityId other, EntityId of, RelationId id) {
        const Relation& relation = graph_[id];
        for (const ClaimId c : shown_claims(selection_, relation.claims))
            row({heading, "yes", graph_[other].id, graph_[other].name, graph_[of].id,
                 graph_[relation.from].id, relation.type.str(), graph_[relation.to].id},
                c);
    }

    void add(const std::string& label, EntityId of, const Name* name) {
        const std::vector<std::string> head{"names", "yes", graph_[of].id, label, graph_[of].id, {},
                                            {},      {}};
        const auto claims = name ? shown_claims(selection_, name->claims) : std::vector<ClaimId>{};
        for (const ClaimId c : claims) row(head, c);
        if (claims.empty()) row(head, std::nullopt);
    }

    void alone(const std::string& heading, const Trait& trait, EntityId of) {
        row({heading,
             "no",
             graph_[trait.other].id,
             graph_[trait.other].name,
             graph_[of].id,
             {},
             {},
             {}},
            std::nullopt);
    }

    void row(std::vector<std::string> cells, std::optional<ClaimId> id) {
        if (!id) {
            cells.resize(table_.columns.size());
        } else {
            const Claim& claim = graph_[*id];
            const Source* source = claim.source ? &graph_[*claim.source] : nullptr;
            for (std::string cell :
                 {stance_text(graph_, selection_, *id), graph_[claim.by].name,
                  to_string(claim.date),
                  claim.confidence ? std::to_string(claim.confidence->value) : std::string(),
                  source ? graph_[source->publisher].name : std::string(),
                  source ? source->url : std::string()})
                cells.push_back(std::move(cell));
        }
        table_.rows.push_back(std::move(cells));
    }

    const ActorGraph& graph_;
    const Selection& selection_;
    const Comparison& comparison_;
    const ComparisonDetail& detail_;
    Table table_{{{"heading"},
                  {"shared"},
                  {"id"},
                  {"name"},
                  {"of"},
                  {"from"},
                  {"relation"},
                  {"to"},
                  {"stance"},
                  {"by"},
                  {"date"},
                  {"confidence", true},
                  {"publisher"},
                  {"url"}},
                 {}};
};

}  // namespace

std::string comparison_text(const ActorGraph& graph, const Selection& selection,
                            const Comparison& comparison, const ComparisonDetail& detail) {
    return Telling(graph, selection, comparison, detail).text();
}

Table comparison_table(const ActorGraph& graph, const Selection& selection,
                       const Comparison& comparison, const ComparisonDetail& detail) {
    return Listing(graph, selection, comparison, detail).table();
}

}  // namespace actormap
