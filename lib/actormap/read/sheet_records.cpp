#include <actormap/read/sheet_records.hpp>

namespace actormap {

void SheetRecords::add_group(EntityDraft draft) {
    group_keys_.emplace(draft.entity.id, draft.entity.type);
    groups_.push_back(std::move(draft));
}

void SheetRecords::add_item(Entity entity) {
    Key key{entity.id, entity.type};
    items_.try_emplace(std::move(key), std::move(entity));
}

void SheetRecords::relate(const SheetRelation& how, const std::string& group,
                          const std::string& item, Place place) {
    const std::string& from = how.incoming ? item : group;
    const std::string& to = how.incoming ? group : item;
    RelationDraft& draft = relations_.emplace_back();
    draft.from = {from, place};
    draft.to = {to, place};
    draft.relation.type = how.relation;
    draft.relation.place = place;
}

void SheetRecords::hand_over(GraphBuilder& builder, const std::vector<SpeakerDraft>& speakers,
                             Place beginning) {
    for (const SpeakerDraft& speaker : speakers) {
        if (!speakers_.contains(speaker.speaker.id)) continue;
        SpeakerDraft draft = speaker;
        draft.speaker.place = beginning;
        builder.add(std::move(draft));
    }
    for (EntityDraft& group : groups_) builder.add(std::move(group));
    for (auto& [key, entity] : items_) {
        if (group_keys_.contains(key)) continue;
        EntityDraft draft;
        draft.entity = std::move(entity);
        builder.add(std::move(draft));
    }
    for (RelationDraft& relation : relations_) builder.add(std::move(relation));
}

}  // namespace actormap
