#include <actormap/lens/restrict.hpp>
#include <actormap/model/redraft.hpp>

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
        take_judgements();
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
        EntityDraft draft = redraft(graph_[id]);
        for (const Name& name : graph_[id].names) {
            if (!in_use(graph_, lens_, view_.selection, name)) continue;
            NameDraft taken = redraft(graph_, name);
            if (name.by) keep(*name.by);
            taken.claims = take_claims(name.claims);
            draft.names.push_back(std::move(taken));
        }
        builder_.add(std::move(draft));
    }

    void take_relation(RelationId id) {
        RelationDraft draft = redraft(graph_, graph_[id]);
        draft.claims = take_claims(graph_[id].claims);
        builder_.add(std::move(draft));
    }

    std::vector<ClaimDraft> take_claims(const ClaimRange& range) {
        std::vector<ClaimDraft> drafts;
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
            const auto id = static_cast<ClaimId>(c);
            if (view_.selection[id] == ClaimState::hidden) continue;
            const Claim& claim = graph_[id];
            drafts.push_back(redraft(graph_, claim));
            keep(claim.by);
            if (claim.source) keep(*claim.source);
            // What a claim repeats may be hidden: then it stands alone.
            if (claim.cites && view_.selection[*claim.cites] == ClaimState::hidden)
                drafts.back().cites = {};
        }
        return drafts;
    }

    /// Judgements about what the view shows, as far as the lens lets one know of them.
    void take_judgements() {
        for (const Judgement& judgement : graph_.judgements()) {
            if (!is_near(judgement) || !is_known(judgement)) continue;
            builder_.add(redraft(graph_, judgement));
            if (judgement.by) keep(*judgement.by);
            if (judgement.source) keep(*judgement.source);
        }
    }

    /// Whether one of the two is in the view, and the other is not left out of it.
    [[nodiscard]] bool is_near(const Judgement& judgement) const {
        const auto first = graph_.find_entity(judgement.first);
        const auto second = graph_.find_entity(judgement.second);
        const bool shown_first = first && view_.vertex(*first);
        const bool shown_second = second && view_.vertex(*second);
        return (shown_first || !first) && (shown_second || !second) &&
               (shown_first || shown_second);
    }

    [[nodiscard]] bool is_known(const Judgement& judgement) const {
        const bool late = !lens_.as_of.empty() && !judgement.date.empty() &&
                          judgement.date.last_day() > lens_.as_of.last_day();
        const bool admitted = !judgement.by || view_.selection.speakers[index(*judgement.by)] != 0;
        return !late && admitted &&
               (!judgement.source || graph_[*judgement.source].marking <= lens_.tlp);
    }

    void keep(SpeakerId id) { keep_speaker_[index(id)] = 1; }
    void keep(SourceId id) { keep_source_[index(id)] = 1; }

    void take_sources() {
        for (std::size_t s = 0; s < keep_source_.size(); ++s) {
            if (keep_source_[s] == 0) continue;
            const Source& source = graph_[static_cast<SourceId>(s)];
            keep(source.publisher);
            builder_.add(redraft(graph_, source));
        }
    }

    void take_speakers() {
        for (std::size_t s = 0; s < keep_speaker_.size(); ++s) {
            if (keep_speaker_[s] == 0) continue;
            const Speaker& speaker = graph_[static_cast<SpeakerId>(s)];
            SpeakerDraft draft = redraft(graph_, speaker);
            if (speaker.entity && !view_.vertex(*speaker.entity)) draft.entity = {};
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

bool narrows(Lens lens) {
    lens.merge_names = false;
    return !settings(lens).empty();
}

ActorGraph restrict(const ActorGraph& graph, const Lens& lens, const View& view) {
    if (!lens.roll_up.empty())
        throw Error("lens-roll-up",
                    "rolled-up edges are no relations, so they make no graph; leave out --roll-up");
    return Restrictor(graph, lens, view).restrict();
}

}  // namespace actormap
