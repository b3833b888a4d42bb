#include <actormap/base/text.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/model/unite.hpp>

#include <algorithm>
#include <utility>

// Adding: records are kept by key, and those of a key that another file gave before are united
// with the first. Linking them into a graph is linker.cpp's.

namespace actormap {
namespace {

/// What makes two relations of one input the same: the id, else the ends, the type and the time.
/// The separator can't stand in an id.
std::string key_of(const RelationDraft& draft) {
    const Relation& relation = draft.relation;
    if (!relation.id.empty()) return "id\x1f" + relation.id;
    return draft.from.id + '\x1f' + relation.type + '\x1f' + draft.to.id + '\x1f' +
           to_string(relation.when.start) + '\x1f' + to_string(relation.when.stop);
}

}  // namespace

std::string file_speaker(const std::string& path) {
    // A file may be called anything; an id may not.
    const std::string name = without_controls(path.substr(path.find_last_of('/') + 1));
    return "file:" + (path == "-" ? "stdin" : name);
}

std::uint32_t GraphBuilder::begin(InputFile file) {
    files_.push_back(std::move(file));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

void GraphBuilder::set_title(const std::string& title) {
    if (!title.empty() && std::find(titles_.begin(), titles_.end(), title) == titles_.end())
        titles_.push_back(title);
}

void GraphBuilder::set_as_of(const PartialDate& as_of) {
    as_of_ = std::max(as_of_, as_of);
}

void GraphBuilder::add(Property property) {
    const bool known =
        std::binary_search(properties_.begin(), properties_.end(), property,
                           [](const Property& a, const Property& b) { return a.name < b.name; });
    if (!known) set_property(properties_, std::move(property));
}

void GraphBuilder::add(SpeakerDraft draft) {
    SpeakerDraft* kept = add_or_find(speakers_, draft.speaker.id, draft);
    const Place place = draft.speaker.place;
    if (kept && may_unite("speaker", draft.speaker.id, kept->speaker.place, place))
        Uniter(diagnostics_, counts_, where(place)).unite(*kept, std::move(draft));
}

void GraphBuilder::add(SourceDraft draft) {
    SourceDraft* kept = add_or_find(sources_, draft.source.id, draft);
    const Place place = draft.source.place;
    if (kept && may_unite("source", draft.source.id, kept->source.place, place))
        Uniter(diagnostics_, counts_, where(place)).unite(*kept, std::move(draft));
}

void GraphBuilder::add(EntityDraft draft) {
    EntityDraft* kept = add_or_find(entities_, draft.entity.id, draft);
    const Place place = draft.entity.place;
    if (kept && may_unite("entity", draft.entity.id, kept->entity.place, place))
        Uniter(diagnostics_, counts_, where(place)).unite(*kept, std::move(draft));
}

void GraphBuilder::add(RelationDraft draft) {
    RelationDraft* kept = add_or_find(relations_, key_of(draft), draft);
    if (!kept) return;
    const Place place = draft.relation.place;
    const bool same = kept->from.id == draft.from.id && kept->to.id == draft.to.id &&
                      kept->relation.type == draft.relation.type &&
                      kept->relation.when == draft.relation.when;
    // The same relation again adds claims; the same id for another relation is a mistake.
    if (same || may_unite("relation", draft.relation.id, kept->relation.place, place))
        Uniter(diagnostics_, counts_, where(place)).unite(*kept, std::move(draft));
}

void GraphBuilder::add(JudgementDraft draft) {
    if (draft.judgement.second < draft.judgement.first)
        std::swap(draft.judgement.first, draft.judgement.second);
    judgements_.push_back(std::move(draft));
}

std::optional<std::size_t> GraphBuilder::entity_at(std::string_view id) const {
    const auto at = entities_.index.find(std::string(id));
    return at == entities_.index.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::size_t> GraphBuilder::relation_at(std::string_view id) const {
    const auto at = relations_.index.find(std::string("id\x1f").append(id));
    return at == relations_.index.end() ? std::nullopt : std::optional(at->second);
}

std::optional<KnownRecord> GraphBuilder::find(std::string_view id) const {
    if (const auto at = entity_at(id)) {
        const Entity& entity = entities_.drafts[*at].entity;
        return KnownRecord{entity.place, false, entity.name, {}, {}, &entity.properties};
    }
    if (const auto at = relation_at(id)) {
        const RelationDraft& draft = relations_.drafts[*at];
        return KnownRecord{draft.relation.place, true,        {},
                           draft.from.id,        draft.to.id, &draft.relation.properties};
    }
    return std::nullopt;
}

bool GraphBuilder::add_claim(std::string_view relation_id, ClaimDraft draft) {
    const auto at = relation_at(relation_id);
    if (at) relations_.drafts[*at].claims.push_back(std::move(draft));
    return at.has_value();
}

void GraphBuilder::raise_marking(std::string_view id, Tlp level) {
    if (const auto entity = entity_at(id)) {
        Tlp& marking = entities_.drafts[*entity].entity.marking;
        marking = std::max(marking, level);
    } else if (const auto relation = relation_at(id)) {
        Tlp& marking = relations_.drafts[*relation].relation.marking;
        marking = std::max(marking, level);
    }
}

void GraphBuilder::replace(EntityDraft draft) {
    if (const auto at = entity_at(draft.entity.id)) entities_.drafts[*at] = std::move(draft);
}

void GraphBuilder::replace(RelationDraft draft) {
    if (const auto at = relation_at(draft.relation.id)) relations_.drafts[*at] = std::move(draft);
}

template <typename Draft>
Draft* GraphBuilder::add_or_find(List<Draft>& list, const std::string& key, Draft& draft) {
    const auto [at, fresh] = list.index.try_emplace(key, list.drafts.size());
    if (!fresh) return &list.drafts[at->second];
    list.drafts.push_back(std::move(draft));
    return nullptr;
}

bool GraphBuilder::may_unite(const char* what, const std::string& id, const Place& first,
                             const Place& again) {
    if (first.file != again.file) return true;
    ++counts_.duplicates;
    if (!files_.at(again.file).strict) return true;
    diagnostics_.error("duplicate-id", where(again),
                       std::string(what) + ' ' + quote(id) + " is already defined at line " +
                           std::to_string(first.line) +
                           "; give an id once in a file, or rename one of them");
    return false;
}

Position GraphBuilder::where(const Place& place) const {
    if (place.file >= files_.size()) return {};
    return {files_[place.file].name, place.line, place.column};
}

}  // namespace actormap
