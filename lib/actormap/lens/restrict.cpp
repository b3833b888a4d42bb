#include <actormap/lens/restrict.hpp>
#include <actormap/model/builder.hpp>

#include <utility>

namespace actormap {
namespace {

/// Takes records out of one graph and hands them to the builder of another, by name.
class Restrictor {
  public:
    Restrictor(const ActorGraph& graph, const Lens& lens, const View& view)
        : graph_(graph), lens_(lens), view_(view), builder_(diagnostics_) {
        for (const InputFile& file : graph.files()) (void)builder_.begin(file);
        keep_speaker_.assign(graph.speakers().size(), 0);
        keep_source_.assign(graph.sources().size(), 0);
    }

    ActorGraph restrict() {
        builder_.set_title(graph_.title());
        builder_.set_as_of(graph_.as_of());
        builder_.add(graph_.properties());
        for (const EntityId id : view_.entities) take_entity(id);
        for (std::size_t r = 0; r < graph_.relations().size(); ++r) {
            if (shows(static_cast<RelationId>(r))) take_relation(static_cast<RelationId>(r));
        }
        take_sources();
        take_speakers();
        return builder_.build();
    }

  private:
    bool shows(RelationId id) {
        if (in_view_.empty()) {
            in_view_.assign(graph_.relations().size(), 0);
            for (const ViewEdge& edge : view_.edges) {
                for (const RelationId r : edge.relations) in_view_[index(r)] = 1;
            }
        }
        const Relation& relation = graph_[id];
        const bool between = view_.vertex(relation.from) && view_.vertex(relation.to);
        return in_view_[index(id)] != 0 ||
               (between && view_.selection[id] == RelationState::unclaimed);
    }

    void take_entity(EntityId id) {
        EntityDraft draft{graph_[id], {}};
        for (const Name& name : graph_[id].names) {
            if (!in_use(graph_, lens_, view_.selection, name)) continue;
            NameDraft taken;
            taken.name = name;
            if (name.by) taken.by = speaker(*name.by);
            taken.claims = take_claims(name.claims);
            draft.names.push_back(std::move(taken));
        }
        draft.entity.names.clear();
        builder_.add(std::move(draft));
    }

    void take_relation(RelationId id) {
        const Relation& relation = graph_[id];
        builder_.add(RelationDraft{relation,
                                   {graph_[relation.from].id, relation.place},
                                   {graph_[relation.to].id, relation.place},
                                   take_claims(relation.claims)});
    }

    std::vector<ClaimDraft> take_claims(const ClaimRange& range) {
        std::vector<ClaimDraft> drafts;
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
            const auto id = static_cast<ClaimId>(c);
            if (view_.selection[id] == ClaimState::hidden) continue;
            const Claim& claim = graph_[id];
            ClaimDraft draft{claim, speaker(claim.by), {}, {}};
            if (claim.source) {
                draft.source = {graph_[*claim.source].id, claim.place};
                keep_source_[index(*claim.source)] = 1;
            }
            // What a claim repeats may be hidden: then it stands alone.
            if (claim.cites && view_.selection[*claim.cites] != ClaimState::hidden)
                draft.cites = {graph_[*claim.cites].id.str(), claim.place};
            draft.claim.cites = std::nullopt;
            drafts.push_back(std::move(draft));
        }
        return drafts;
    }

    Reference speaker(SpeakerId id) {
        keep_speaker_[index(id)] = 1;
        return {graph_[id].id, graph_[id].place};
    }

    void take_sources() {
        for (std::size_t s = 0; s < keep_source_.size(); ++s) {
            if (keep_source_[s] == 0) continue;
            const Source& source = graph_[static_cast<SourceId>(s)];
            builder_.add(SourceDraft{source, speaker(source.publisher)});
        }
    }

    void take_speakers() {
        for (std::size_t s = 0; s < keep_speaker_.size(); ++s) {
            if (keep_speaker_[s] == 0) continue;
            SpeakerDraft draft{graph_[static_cast<SpeakerId>(s)], {}};
            const auto entity = draft.speaker.entity;
            if (entity && view_.vertex(*entity))
                draft.entity = {graph_[*entity].id, draft.speaker.place};
            draft.speaker.entity = {};
            builder_.add(std::move(draft));
        }
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    const View& view_;
    Diagnostics diagnostics_;  // stays empty: what is taken out of a whole graph is whole
    GraphBuilder builder_;
    std::vector<std::uint8_t> keep_speaker_, keep_source_, in_view_;
};

}  // namespace

ActorGraph restrict(const ActorGraph& graph, const Lens& lens, const View& view) {
    if (!lens.roll_up.empty())
        throw Error("lens-roll-up",
                    "rolled-up edges are no relations, so they can't be written as a graph; leave "
                    "out --roll-up");
    return Restrictor(graph, lens, view).restrict();
}

}  // namespace actormap
