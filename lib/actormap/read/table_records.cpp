#include <actormap/read/table_records.hpp>

namespace actormap {

void TableRecords::add_entity(const std::string& id, const std::string& type, Place place,
                              Place type_place) {
    EntityDraft draft;
    draft.entity.id = draft.entity.name = id;
    draft.entity.type = type.empty() ? "identity" : type;
    draft.entity.place = place;
    draft.type_assumed = type.empty();
    const auto [at, fresh] = entities_.try_emplace(id, draft);
    EntityDraft& kept = at->second;
    if (fresh || type.empty()) return;
    if (kept.type_assumed) {
        kept.entity.type = type;
        kept.type_assumed = false;
    } else if (kept.entity.type != type) {
        draft.entity.place = type_place;
        entities_again_.try_emplace({id, type}, std::move(draft));
    }
}

void TableRecords::add_speaker(const std::string& id, std::optional<SpeakerKind> kind,
                               const std::string& country, Place place) {
    SpeakerDraft draft;
    draft.speaker.id = draft.speaker.name = id;
    draft.speaker.kind = kind.value_or(SpeakerKind::organisation);
    draft.speaker.country = country;
    draft.speaker.place = place;
    draft.kind_assumed = !kind;
    const auto [at, fresh] = speakers_.try_emplace(id, draft);
    if (fresh) return;
    SpeakerDraft& kept = at->second;
    if (kind && kept.kind_assumed) {
        kept.speaker.kind = *kind;
        kept.kind_assumed = false;
    }
    if (kept.speaker.country.empty()) kept.speaker.country = country;
    const bool other_kind = kind && kept.speaker.kind != *kind;
    const bool other_country = !country.empty() && kept.speaker.country != country;
    if (!other_kind && !other_country) return;
    const std::string value = std::string(to_string(draft.speaker.kind)) + ' ' + country;
    speakers_again_.try_emplace({id, value}, std::move(draft));
}

void TableRecords::add_source(SourceDraft draft, bool publisher_given) {
    const std::string id = draft.source.id;
    const auto [at, fresh] = sources_.try_emplace(id, draft, publisher_given);
    if (fresh) return;
    auto& [kept, kept_given] = at->second;
    if (publisher_given && !kept_given) {
        kept.publisher = draft.publisher;
        kept_given = true;
    }
    if (kept.source.title.empty()) kept.source.title = draft.source.title;
    if (!publisher_given) draft.publisher = kept.publisher;
    const std::string& title = draft.source.title;
    const bool same = (title.empty() || title == kept.source.title) &&
                      draft.publisher.id == kept.publisher.id &&
                      draft.source.url == kept.source.url;
    const std::string value = draft.publisher.id + '\n' + title + '\n' + draft.source.url;
    if (!same) sources_again_.try_emplace({id, value}, std::move(draft));
}

void TableRecords::hand_over(GraphBuilder& builder) {
    for (auto& [id, draft] : entities_) builder.add(std::move(draft));
    for (auto& [id, draft] : speakers_) builder.add(std::move(draft));
    for (auto& [id, source] : sources_) builder.add(std::move(source.first));
    for (auto& [key, draft] : entities_again_) builder.add(std::move(draft));
    for (auto& [key, draft] : speakers_again_) builder.add(std::move(draft));
    for (auto& [key, draft] : sources_again_) builder.add(std::move(draft));
}

}  // namespace actormap
