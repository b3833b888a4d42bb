#include <actormap/base/text.hpp>
#include <actormap/read/misp_record.hpp>

#include <algorithm>
#include <initializer_list>

namespace actormap {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

/// What a company type in words of its own says of the kind of speaker.
std::optional<SpeakerKind> producer_kind(std::string_view type) {
    const std::string text = fold_case(type);
    if (has_any(text, {"news"})) return SpeakerKind::press;
    if (has_any(text, {"vendor", "antivirus", "anti-virus"})) return SpeakerKind::vendor;
    if (has_any(text, {"blog", "community", "resource", "not-for-profit"})) return std::nullopt;
    if (has_any(text, {"security", "intelligence"})) return SpeakerKind::vendor;
    return std::nullopt;
}

}  // namespace

void read_misp_producer(MispRecord& record) {
    SpeakerDraft draft;
    Speaker& speaker = draft.speaker;
    speaker.id = record.id;
    speaker.name = record.value;
    speaker.place = record.place;
    draft.entity = {record.id, record.place};
    draft.kind_assumed = true;
    for (const MispText& text : record.meta.take("country")) {
        const Country* country = find_country(text.text);
        if (!country) {
            record.unresolved_country("country", text);
            record.meta.keep("country");
            continue;
        }
        if (speaker.country.empty()) speaker.country = std::string(country->alpha2);
        const std::string to(record.pending.country(*country, text.place).draft.entity.id);
        const std::string_view name = text.raw == country->alpha2 ? text.raw : country->name;
        record.builder.add(record.relation("located-at", to, "country", text, name));
    }
    for (const std::string_view member : {"company-type", "product-type"}) {
        for (const MispText& text : record.meta.take(member)) {
            if (!draft.kind_assumed) continue;
            if (const auto kind = producer_kind(text.text)) {
                speaker.kind = *kind;
                draft.kind_assumed = false;
            }
        }
        record.meta.keep(member);
    }
    record.builder.add(std::move(draft));
}

}  // namespace actormap
