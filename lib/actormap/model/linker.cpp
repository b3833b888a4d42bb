#include <actormap/base/sort_by_group.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/arrange.hpp>
#include <actormap/model/claim_roots.hpp>
#include <actormap/model/linker.hpp>
#include <actormap/model/unite.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace actormap {
namespace {

/// Everything a claim says, in the order that claims are listed, but for what it cites.
auto order_of(const Claim& c) {
    return std::tie(c.date, c.by, c.source, c.stance, c.confidence, c.locator, c.excerpt, c.note,
                    c.id, c.marking, c.properties);
}

}  // namespace

ActorGraph GraphBuilder::Linker::link() {
    claim_by_file();
    refer_from_records();
    check_publishers();
    check_speakers();
    check_relations();
    check_claims();
    for (auto& row : builder_.entities_.rows()) check_names(row.draft);
    check_judgements();
    make_up_missing();
    builder_.relation_index_ = {};
    take(builder_.speakers_, "speaker", speaker_ranks_, graph_.speakers_);
    take(builder_.sources_, "source", source_ranks_, graph_.sources_);
    take(builder_.entities_, "entity", entity_ranks_, graph_.entities_);
    link_speakers_and_sources();
    link_relations();
    lay_claims();
    for (std::size_t e = 0; e < names_.size(); ++e) lay_names(graph_.entities_[e], names_[e]);
    link_citations();
    link_judgements();
    index_relations();
    if (builder_.titles_.size() == 1) graph_.title_ = builder_.titles_.front();
    graph_.as_of_ = builder_.as_of_;
    graph_.properties_ = std::move(builder_.properties_);
    graph_.files_ = std::move(builder_.files_);
    return std::move(graph_);
}

/// Moves the records that stay out of their table, in order; `ranks` says where each row went.
template <typename Draft, typename Record>
void GraphBuilder::Linker::take(RecordTable<Draft>& table, const char* what,
                                std::vector<std::uint32_t>& ranks, std::vector<Record>& records) {
    for (auto& [row, additions] : table.all_additions()) {
        auto& record = record_of(table[row].draft);
        record.properties =
            with_additions(record.properties, std::string(what) + ' ' + quote(record.id),
                           std::move(additions), [this](const Place& at, const std::string& said) {
                               builder_.report_conflict(at, said);
                           });
    }
    const std::vector<std::uint32_t> order = table.order();
    ranks.assign(table.rows().size(), 0);
    records.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        ranks[order[i]] = i;
        Draft& draft = table[order[i]].draft;
        if constexpr (std::is_same_v<Draft, EntityDraft>) names_.push_back(std::move(draft.names));
        records.push_back(std::move(record_of(draft)));
    }
    table = {};
}

void GraphBuilder::Linker::link_speakers_and_sources() {
    for (Speaker& speaker : graph_.speakers_) {
        if (speaker.entity)
            speaker.entity = static_cast<EntityId>(entity_ranks_[index(*speaker.entity)]);
    }
    for (Source& source : graph_.sources_)
        source.publisher = static_cast<SpeakerId>(speaker_ranks_[index(source.publisher)]);
}

void GraphBuilder::Linker::link_relations() {
    std::vector<Relation>& relations = builder_.relations_;
    for (auto& [position, additions] : builder_.relation_additions_) {
        Relation& relation = relations[position];
        relation.properties =
            with_additions(relation.properties, "relation " + quote(relation.id),
                           std::move(additions), [this](const Place& at, const std::string& said) {
                               builder_.report_conflict(at, said);
                           });
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t r = 0; r < relations.size(); ++r) {
        if (relation_kept_[r] == 0) continue;
        relations[r].from = static_cast<EntityId>(entity_ranks_[index(relations[r].from)]);
        relations[r].to = static_cast<EntityId>(entity_ranks_[index(relations[r].to)]);
        order.push_back(r);
    }
    sort_by_group(
        order, graph_.entities_.size(), [&](std::uint32_t r) { return index(relations[r].from); },
        [&](std::uint32_t a, std::uint32_t b) {
            const Relation &r = relations[a], &s = relations[b];
            return std::tie(r.type, r.to, r.when, r.id) < std::tie(s.type, s.to, s.when, s.id);
        });
    relation_ranks_.assign(relations.size(), 0);
    for (std::uint32_t i = 0; i < order.size(); ++i) relation_ranks_[order[i]] = i;
    arrange(relations, order);
    graph_.relations_ = std::move(relations);
}

void GraphBuilder::Linker::link_claim(Claim& claim) const {
    claim.by = static_cast<SpeakerId>(speaker_ranks_[index(claim.by)]);
    if (claim.source) claim.source = static_cast<SourceId>(source_ranks_[index(*claim.source)]);
}

/// Lays the claims of relations one after another in canonical order, each once.
void GraphBuilder::Linker::lay_claims() {
    std::vector<Claim>& claims = builder_.claims_;
    std::vector<std::uint32_t>& owners = builder_.claim_owners_;
    const auto cited = [this](std::uint32_t claim) {
        const auto at = builder_.citations_.find(claim);
        return at == builder_.citations_.end() ? std::string_view() : at->second.id;
    };
    std::vector<std::uint32_t> order;
    for (std::uint32_t c = 0; c < claims.size(); ++c) {
        if (claim_kept_[c] == 0) continue;
        link_claim(claims[c]);
        owners[c] = relation_ranks_[owners[c]];
        order.push_back(c);
    }
    give_back(claim_kept_);
    const auto owner = [&](std::uint32_t c) { return owners[c]; };
    sort_by_group(order, graph_.relations_.size(), owner, [&](std::uint32_t a, std::uint32_t b) {
        const auto x = order_of(claims[a]), y = order_of(claims[b]);
        return x != y ? x < y : cited(a) < cited(b);
    });
    const auto end = std::unique(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return owners[a] == owners[b] && claims[a] == claims[b] && cited(a) == cited(b);
    });
    builder_.counts_.duplicates += static_cast<std::size_t>(order.end() - end);
    order.erase(end, order.end());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        ClaimRange& range = graph_.relations_[owners[order[i]]].claims;
        if (range.count++ == 0) range.first = i;
        if (const auto at = builder_.citations_.find(order[i]); at != builder_.citations_.end())
            citations_.emplace_back(i, std::move(at->second));
    }
    give_back(owners);
    arrange(claims, order);
    graph_.claims_ = std::move(claims);
}

/// Names that agree in everything but their claims become one.
void GraphBuilder::Linker::lay_names(Entity& entity, std::vector<NameDraft>& drafts) {
    for (NameDraft& draft : drafts) {
        if (draft.name.by)
            draft.name.by = static_cast<SpeakerId>(speaker_ranks_[index(*draft.name.by)]);
    }
    const auto order = [](const NameDraft& draft) {
        const Name& n = draft.name;
        return std::tie(n.name, n.by, n.since, n.until, n.marking, n.properties);
    };
    std::stable_sort(drafts.begin(), drafts.end(),
                     [&](const auto& a, const auto& b) { return order(a) < order(b); });
    for (std::size_t i = 0; i < drafts.size();) {
        NameDraft& draft = drafts[i];
        for (++i; i < drafts.size() && order(drafts[i]) == order(draft); ++i) {
            ++builder_.counts_.duplicates;
            for (ClaimDraft& claim : drafts[i].claims) draft.claims.push_back(std::move(claim));
        }
        draft.name.claims = lay(draft.claims);
        entity.names.push_back(std::move(draft.name));
    }
}

ClaimRange GraphBuilder::Linker::lay(std::vector<ClaimDraft>& drafts) {
    for (ClaimDraft& draft : drafts) link_claim(draft.claim);
    std::sort(drafts.begin(), drafts.end(), [](const ClaimDraft& a, const ClaimDraft& b) {
        const auto x = order_of(a.claim), y = order_of(b.claim);
        return x != y ? x < y : a.cites.id < b.cites.id;
    });
    const auto end = std::unique(drafts.begin(), drafts.end(), [](const auto& a, const auto& b) {
        return a.claim == b.claim && a.cites.id == b.cites.id;
    });
    builder_.counts_.duplicates += static_cast<std::size_t>(drafts.end() - end);
    ClaimRange range{static_cast<std::uint32_t>(graph_.claims_.size()), 0};
    for (auto draft = drafts.begin(); draft != end; ++draft, ++range.count) {
        if (!draft->cites.id.empty())
            citations_.emplace_back(range.first + range.count, std::move(draft->cites));
        graph_.claims_.push_back(std::move(draft->claim));
    }
    return range;
}

void GraphBuilder::Linker::link_citations() {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (std::uint32_t c = 0; c < graph_.claims_.size(); ++c) {
        Claim& claim = graph_.claims_[c];
        if (claim.id.empty()) continue;
        const auto [at, fresh] = by_id.try_emplace(claim.id, c);
        if (fresh) continue;
        error("duplicate-id", claim.place,
              "claim " + quote(claim.id) + " is already defined at " +
                  to_string(builder_.where(graph_.claims_[at->second].place)) +
                  "; give an id once");
        claim.id.clear();
    }
    for (const auto& [claim, cited] : citations_) {
        const auto at = by_id.find(cited.id);
        if (at != by_id.end()) {
            graph_.claims_[claim].cites = static_cast<ClaimId>(at->second);
            continue;
        }
        ++builder_.counts_.dangling;
        error("dangling-reference", cited.place,
              "no file of this call defines a claim " + quote(cited.id) +
                  "; define it, or correct the reference");
    }
    graph_.roots_ = claim_roots(graph_.claims_);
}

void GraphBuilder::Linker::link_judgements() {
    auto& all = graph_.judgements_;
    for (JudgementDraft& draft : builder_.judgements_) {
        Judgement& judgement = draft.judgement;
        if (judgement.by)
            judgement.by = static_cast<SpeakerId>(speaker_ranks_[index(*judgement.by)]);
        if (judgement.source)
            judgement.source = static_cast<SourceId>(source_ranks_[index(*judgement.source)]);
        all.push_back(std::move(judgement));
    }
    const auto order = [](const Judgement& j) {
        return std::tie(j.first, j.second, j.verdict, j.by, j.source, j.date, j.note, j.properties);
    };
    std::sort(all.begin(), all.end(),
              [&](const auto& a, const auto& b) { return order(a) < order(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

void GraphBuilder::Linker::index_relations() {
    auto& first = graph_.first_relation_of_;
    first.assign(graph_.entities_.size() + 1, 0);
    const auto for_each_end = [&](const auto& visit) {
        for (std::size_t r = 0; r < graph_.relations_.size(); ++r) {
            const Relation& relation = graph_.relations_[r];
            visit(index(relation.from), static_cast<RelationId>(r));
            if (relation.to != relation.from) visit(index(relation.to), static_cast<RelationId>(r));
        }
    };
    for_each_end([&](std::size_t entity, RelationId) { ++first[entity + 1]; });
    for (std::size_t e = 1; e < first.size(); ++e) first[e] += first[e - 1];
    graph_.relation_of_.resize(first.back());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for_each_end([&](std::size_t entity, RelationId relation) {
        graph_.relation_of_[next[entity]++] = relation;
    });
}

ActorGraph GraphBuilder::build() {
    ActorGraph graph = Linker(*this).link();
    BuildCounts counts = counts_;
    Findings findings = std::move(findings_);
    Diagnostics& diagnostics = diagnostics_;
    std::destroy_at(this);
    std::construct_at(this, diagnostics);
    counts_ = counts;
    findings_ = std::move(findings);
    return graph;
}

}  // namespace actormap
