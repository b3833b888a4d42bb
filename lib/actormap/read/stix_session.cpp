#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json_text.hpp>
#include <actormap/read/stix_session.hpp>

#include <algorithm>
#include <tuple>

namespace actormap {

void StixSession::begin(const std::string& path) {
    file = path;
    file_index = builder.begin({path, "stix", false});
    file_speaker_.clear();
    files_.resize(file_index + 1);
    files_.back() = path;
}

void StixSession::uninterpreted(const StixObject& object, const StixObject::Field& field) {
    note("uninterpreted-value", object.spot(field), [&] {
        constexpr std::size_t most = 80;
        return std::string(field.name) + " is " + quote(field.json.substr(0, most));
    });
}

std::string StixSession::creator(StixObject& object) {
    const std::string_view id = object.text(StixMember::created_by_ref);
    if (!is_id(id)) return {};
    if (!creators_.contains(id)) creators_.emplace(id, place(object.spot()));
    return std::string(id);
}

std::string StixSession::speaker(StixObject& object) {
    std::string id = creator(object);
    if (!id.empty()) return id;
    if (file_speaker_.empty()) {
        SpeakerDraft draft;
        draft.speaker.id = draft.speaker.name = file_speaker_ = file_speaker(file);
        draft.speaker.kind = SpeakerKind::database;
        draft.speaker.place = {file_index, 0, 0};
        builder.add(std::move(draft));
    }
    return file_speaker_;
}

PartialDate StixSession::day(StixObject& object, StixMember member) {
    const StixObject::Field* field = object.find(member);
    if (!field) return {};
    const auto date = stix_day(object.text(member));
    if (!date) uninterpreted(object, *field);
    return date.value_or(PartialDate{});
}

Interval StixSession::interval(StixObject& object, StixMember start, StixMember stop) {
    Interval interval{day(object, start), day(object, stop)};
    if (!backwards(interval)) return interval;
    uninterpreted(object, *object.find(stop));
    return {};
}

ClaimDraft StixSession::claim(StixObject& object) {
    ClaimDraft draft;
    draft.claim.place = place(object.spot());
    draft.by = {speaker(object), draft.claim.place};
    draft.claim.date = day(object, StixMember::created);
    if (const StixObject::Field* field = object.find(StixMember::confidence)) {
        const auto value = stix_confidence(field->json);
        if (value)
            draft.claim.confidence = confidence_number(*value);
        else
            uninterpreted(object, *field);
    }
    return draft;
}

Tlp StixSession::marking(StixObject& object, std::string_view id) {
    const StixObject::Field* field = object.find(StixMember::object_marking_refs);
    Tlp level = Tlp::clear;
    if (!field || !is_json_list(field->json)) return level;
    JsonWalk walk(field->json);
    while (const auto item = walk.next_item()) {
        if (!is_json_text(*item)) continue;
        const std::string_view definition = object.content(*item);
        const auto known = markings_.find(definition);
        if (const auto predefined = stix_predefined_tlp(definition))
            level = std::max(level, *predefined);
        else if (known != markings_.end())
            level = std::max(level, known->second.value_or(Tlp::clear));
        else
            late_markings_.emplace_back(id, definition);
    }
    return level;
}

void StixSession::define_marking(StixObject& object, std::string_view id) {
    std::string scratch;
    const auto word = [&](std::string_view json) {
        return is_json_text(json) ? json_content(json, scratch) : std::string_view();
    };
    std::optional<Tlp>& level = markings_[std::string(id)];
    const StixObject::Field* definition = object.find(StixMember::definition);
    if (object.text(StixMember::definition_type) == "tlp" && definition &&
        is_json_object(definition->json)) {
        const std::string_view tlp = word(find_json_member(definition->json, "tlp"));
        level = parse_tlp(tlp == "white" ? "clear" : tlp);
        if (!level) uninterpreted(object, *definition);
    }
    const StixObject::Field* extensions = object.find(StixMember::extensions);
    if (!extensions || !is_json_object(extensions->json)) return;
    const std::string_view tlp2 = find_json_member(extensions->json, stix_tlp2_extension);
    if (!is_json_object(tlp2)) return;
    level = parse_tlp(word(find_json_member(tlp2, "tlp_2_0")));
    if (!level) uninterpreted(object, *extensions);
}

void StixSession::follow_references(StixObject& object) {
    const bool ends_apart = object.text(StixMember::type) == "relationship";
    for (const StixObject::Field& field : object.fields()) {
        const bool one = field.name.ends_with("_ref");
        if (!one && !field.name.ends_with("_refs")) continue;
        const bool end =
            field.member == StixMember::source_ref || field.member == StixMember::target_ref;
        if (end && ends_apart) continue;  // the builder looks after these
        if (one && is_json_text(field.json)) {
            refer(object.content(field.json), object, field);
        } else if (!one && is_json_list(field.json)) {
            JsonWalk walk(field.json);
            while (const auto item = walk.next_item()) {
                if (is_json_text(*item))
                    refer(object.content(*item), object, field);
                else
                    uninterpreted(object, field);
            }
        } else {
            uninterpreted(object, field);
        }
    }
}

void StixSession::refer(std::string_view id, const StixObject& object,
                        const StixObject::Field& field) {
    if (id.empty()) return uninterpreted(object, field);  // how ATT&CK says that there is none
    auto at = referred_.find(id);
    if (at == referred_.end())
        at = referred_.try_emplace(std::string(id), Referred{0, place(object.spot(field))}).first;
    ++at->second.count;
}

void StixSession::finish() {
    for (const auto& [object, definition] : late_markings_) {
        const auto known = markings_.find(definition);
        if (known != markings_.end() && known->second)
            builder.raise_marking(object, *known->second);
    }
    add_speakers();
    std::vector<std::pair<Place, const std::string*>> dangling;
    for (const auto& [id, referred] : referred_) {
        if (!stix_predefined_tlp(id) && !builder.find(id))
            dangling.emplace_back(referred.first, &id);
    }
    std::sort(dangling.begin(), dangling.end(), [](const auto& a, const auto& b) {
        const Place &p = a.first, &q = b.first;
        return std::tuple(p.file(), p.line(), p.column(), std::string_view(*a.second)) <
               std::tuple(q.file(), q.line(), q.column(), std::string_view(*b.second));
    });
    for (const auto& [first, id] : dangling) {
        const bool placed = first.file() < files_.size();
        builder.findings().add("dangling-reference",
                               {placed ? files_[first.file()] : "", first.line(), first.column()},
                               "no file of this call defines " + quote(*id));
        builder.findings().add("dangling-reference", referred_.at(*id).count - 1);
    }
}

void StixSession::add_speakers() {
    for (const auto& [id, first] : creators_) {
        SpeakerDraft draft;
        draft.speaker.id = draft.speaker.name = id;
        draft.speaker.place = first;
        draft.kind_assumed = true;
        const auto known = builder.find(id);
        if (known && !known->relation) {
            draft.speaker.name = known->name;
            draft.entity = {id, first};
        }
        builder.add(std::move(draft));
    }
}

}  // namespace actormap
