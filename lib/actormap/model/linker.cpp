#include <actormap/base/text.hpp>
#include <actormap/model/builder.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

// Linking: the drafts are put into canonical order, so that a record's place in it is its id; then
// references become ids, and the claims of each relation and name are laid one after another.

namespace actormap {
namespace {

const std::string& id_of(const SpeakerDraft& draft) {
    return draft.speaker.id;
}
const std::string& id_of(const SourceDraft& draft) {
    return draft.source.id;
}
const std::string& id_of(const EntityDraft& draft) {
    return draft.entity.id;
}

/// Everything a claim says, in the order that claims are listed.
auto order_of(const ClaimDraft& draft) {
    const Claim& c = draft.claim;
    return std::tie(c.date, c.by, c.source, c.stance, c.confidence, c.locator, c.excerpt, c.note,
                    c.id, draft.cites.id, c.marking, c.properties);
}

}  // namespace

class GraphBuilder::Linker {
  public:
    explicit Linker(GraphBuilder& builder) : builder_(builder) {}

    ActorGraph link() {
        claim_by_file();
        stand_in_for_publishers();
        sort(builder_.speakers_);
        sort(builder_.sources_);
        sort(builder_.entities_);
        link_speakers();
        link_sources();
        link_entities();
        link_relations();
        link_citations();
        link_judgements();
        index_relations();
        if (builder_.titles_.size() == 1) graph_.title_ = builder_.titles_.front();
        graph_.as_of_ = builder_.as_of_;
        graph_.properties_ = std::move(builder_.properties_);
        graph_.files_ = std::move(builder_.files_);
        return std::move(graph_);
    }

  private:
    /// A relation that came without claims is asserted by its file.
    void claim_by_file() {
        for (RelationDraft& draft : builder_.relations_.drafts) {
            if (!draft.claims.empty()) continue;
            ++builder_.counts_.unclaimed;
            const Place& place = draft.relation.place;
            const std::string id = file_speaker(builder_.files_.at(place.file).name);
            if (!builder_.speakers_.index.contains(id)) {
                Speaker speaker;
                speaker.id = speaker.name = id;
                speaker.kind = SpeakerKind::database;
                speaker.place.file = place.file;
                builder_.add(SpeakerDraft{std::move(speaker), {}, false});
            }
            ClaimDraft claim;
            claim.claim.place = place;
            claim.by = {id, place};
            draft.claims.push_back(std::move(claim));
        }
    }

    /// A source whose publisher is missing gets one of that id, so that its claims keep a speaker.
    void stand_in_for_publishers() {
        for (const SourceDraft& draft : builder_.sources_.drafts) {
            const std::string& id = draft.publisher.id;
            if (resolve<SpeakerId>(draft.publisher, builder_.speakers_, "a speaker")) continue;
            Speaker speaker;
            speaker.id = speaker.name = id;
            speaker.place = draft.publisher.place;
            builder_.add(SpeakerDraft{std::move(speaker), {}, true});
        }
    }

    template <typename Draft>
    static void sort(List<Draft>& list) {
        std::sort(list.drafts.begin(), list.drafts.end(),
                  [](const Draft& a, const Draft& b) { return id_of(a) < id_of(b); });
        for (std::size_t i = 0; i < list.drafts.size(); ++i) list.index[id_of(list.drafts[i])] = i;
    }

    void link_speakers() {
        for (SpeakerDraft& draft : builder_.speakers_.drafts) {
            draft.speaker.entity = resolve<EntityId>(draft.entity, builder_.entities_, "an entity");
            graph_.speakers_.push_back(std::move(draft.speaker));
        }
    }

    void link_sources() {
        for (SourceDraft& draft : builder_.sources_.drafts) {
            draft.source.publisher =
                static_cast<SpeakerId>(builder_.speakers_.index.at(draft.publisher.id));
            graph_.sources_.push_back(std::move(draft.source));
        }
    }

    void link_entities() {
        for (EntityDraft& draft : builder_.entities_.drafts)
            graph_.entities_.push_back(std::move(draft.entity));
    }

    void link_relations() {
        std::vector<RelationDraft> linked;
        for (RelationDraft& draft : builder_.relations_.drafts) {
            const auto from = resolve<EntityId>(draft.from, builder_.entities_, "an entity");
            const auto to = resolve<EntityId>(draft.to, builder_.entities_, "an entity");
            if (!check_interval(draft.relation.when, draft.relation.place) || !from || !to)
                continue;
            draft.relation.from = *from;
            draft.relation.to = *to;
            linked.push_back(std::move(draft));
        }
        std::sort(linked.begin(), linked.end(), [](const auto& a, const auto& b) {
            const Relation &r = a.relation, &s = b.relation;
            return std::tie(r.from, r.type, r.to, r.when, r.id) <
                   std::tie(s.from, s.type, s.to, s.when, s.id);
        });
        for (RelationDraft& draft : linked) {
            draft.relation.claims = lay(draft.claims);
            if (draft.relation.claims.count == 0) continue;  // all were faulty
            graph_.relations_.push_back(std::move(draft.relation));
        }
        for (std::size_t e = 0; e < graph_.entities_.size(); ++e)
            lay_names(graph_.entities_[e], builder_.entities_.drafts[e].names);
    }

    /// Names that agree in everything but their claims become one.
    void lay_names(Entity& entity, std::vector<NameDraft>& drafts) {
        std::erase_if(drafts, [this](const NameDraft& draft) {
            return !check_interval({draft.name.since, draft.name.until}, draft.name.place);
        });
        for (NameDraft& draft : drafts)
            draft.name.by = resolve<SpeakerId>(draft.by, builder_.speakers_, "a speaker");
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

    /// Appends the claims in canonical order, each once.
    ClaimRange lay(std::vector<ClaimDraft>& drafts) {
        std::erase_if(drafts, [this](ClaimDraft& draft) { return !link_claim(draft); });
        std::sort(drafts.begin(), drafts.end(),
                  [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
        const auto end =
            std::unique(drafts.begin(), drafts.end(), [](const auto& a, const auto& b) {
                return a.claim == b.claim && a.cites.id == b.cites.id;
            });
        builder_.counts_.duplicates += static_cast<std::size_t>(drafts.end() - end);
        ClaimRange range{static_cast<std::uint32_t>(graph_.claims_.size()), 0};
        for (auto draft = drafts.begin(); draft != end; ++draft, ++range.count) {
            graph_.claims_.push_back(std::move(draft->claim));
            citations_.push_back(std::move(draft->cites));
        }
        return range;
    }

    bool link_claim(ClaimDraft& draft) {
        Claim& claim = draft.claim;
        claim.source = resolve<SourceId>(draft.source, builder_.sources_, "a source");
        const auto by = resolve<SpeakerId>(draft.by, builder_.speakers_, "a speaker");
        if (draft.by.id.empty() && draft.source.id.empty())
            error("claim-speaker", claim.place,
                  "a claim needs a speaker; give 'by', or 'source' whose publisher it is");
        if (!draft.source.id.empty() && !claim.source) return false;
        if (!draft.by.id.empty() && !by) return false;
        if (!by && !claim.source) return false;
        claim.by = by ? *by : graph_[*claim.source].publisher;
        if (claim.date.empty() && claim.source) claim.date = graph_[*claim.source].date;
        return true;
    }

    void link_citations() {
        Index by_id;
        for (std::size_t c = 0; c < graph_.claims_.size(); ++c) {
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
        for (std::size_t c = 0; c < citations_.size(); ++c) {
            if (citations_[c].id.empty()) continue;
            const auto at = by_id.find(citations_[c].id);
            if (at == by_id.end())
                dangling(citations_[c], "a claim", {});
            else
                graph_.claims_[c].cites = static_cast<ClaimId>(at->second);
        }
    }

    void link_judgements() {
        for (JudgementDraft& draft : builder_.judgements_) {
            Judgement& judgement = draft.judgement;
            judgement.by = resolve<SpeakerId>(draft.by, builder_.speakers_, "a speaker");
            judgement.source = resolve<SourceId>(draft.source, builder_.sources_, "a source");
            graph_.judgements_.push_back(std::move(judgement));
        }
        auto& all = graph_.judgements_;
        const auto order = [](const Judgement& j) {
            return std::tie(j.first, j.second, j.verdict, j.by, j.source, j.date, j.note,
                            j.properties);
        };
        std::sort(all.begin(), all.end(),
                  [&](const auto& a, const auto& b) { return order(a) < order(b); });
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }

    void index_relations() {
        auto& first = graph_.first_relation_of_;
        first.assign(graph_.entities_.size() + 1, 0);
        const auto for_each_end = [&](const auto& visit) {
            for (std::size_t r = 0; r < graph_.relations_.size(); ++r) {
                const Relation& relation = graph_.relations_[r];
                visit(index(relation.from), static_cast<RelationId>(r));
                if (relation.to != relation.from)
                    visit(index(relation.to), static_cast<RelationId>(r));
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

    bool check_interval(const Interval& interval, const Place& place) {
        if (!backwards(interval)) return true;
        error("interval-backwards", place,
              "it ends (" + to_string(interval.stop) + ") before it begins (" +
                  to_string(interval.start) + "); exchange or correct the dates");
        return false;
    }

    template <typename Id, typename Draft>
    std::optional<Id> resolve(const Reference& reference, const List<Draft>& list,
                              const char* what) {
        if (reference.id.empty()) return std::nullopt;
        const auto at = list.index.find(reference.id);
        if (at != list.index.end()) return static_cast<Id>(at->second);
        constexpr std::size_t most = 20;  // looking for near ids costs a pass over all of them
        std::vector<std::string_view> ids;
        if (builder_.counts_.dangling < most)
            for (const auto& [id, place] : list.index) ids.push_back(id);
        dangling(reference, what, ids);
        return std::nullopt;
    }

    void dangling(const Reference& reference, const std::string& what,
                  const std::vector<std::string_view>& ids) {
        ++builder_.counts_.dangling;
        error("dangling-reference", reference.place,
              "no file of this call defines " + what + ' ' + quote(reference.id) +
                  "; define it, or correct the reference" +
                  did_you_mean(nearest(reference.id, ids)));
    }

    void error(const char* id, const Place& place, std::string message) {
        builder_.diagnostics_.error(id, builder_.where(place), std::move(message));
    }

    GraphBuilder& builder_;
    ActorGraph graph_;
    std::vector<Reference> citations_;  // of each claim laid
};

ActorGraph GraphBuilder::build() {
    ActorGraph graph = Linker(*this).link();
    speakers_ = {};
    sources_ = {};
    entities_ = {};
    relations_ = {};
    judgements_ = {};
    titles_.clear();
    as_of_ = {};
    return graph;
}

}  // namespace actormap
