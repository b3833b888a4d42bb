#include <actormap/base/text.hpp>
#include <actormap/model/linker.hpp>

#include <algorithm>
#include <utility>

// Checking the references of what was added, while they are rows of the builder's tables.

namespace actormap {

/// A relation that came without claims is asserted by its file.
void GraphBuilder::Linker::claim_by_file() {
    std::vector<std::uint8_t> claimed(builder_.relations_.size(), 0);
    for (std::size_t c = 0; c < builder_.claims_.size(); ++c) {
        if (!builder_.was_replaced(c)) claimed[builder_.claim_owners_[c]] = 1;
    }
    const auto unclaimed = std::count(claimed.begin(), claimed.end(), std::uint8_t{0});
    const std::size_t claims = builder_.claims_.size() + static_cast<std::size_t>(unclaimed);
    builder_.claims_.reserve(claims);
    builder_.claim_owners_.reserve(claims);
    for (std::uint32_t r = 0; r < claimed.size(); ++r) {
        if (claimed[r] != 0) continue;
        ++builder_.counts_.unclaimed;
        Claim claim;
        claim.place = builder_.relations_[r].place;
        claim.by = static_cast<SpeakerId>(file_speaker_row(claim.place));
        builder_.claims_.push_back(std::move(claim));
        builder_.claim_owners_.push_back(r);
    }
}

std::uint32_t GraphBuilder::Linker::file_speaker_row(const Place& place) {
    if (last_file_ != place.file()) {
        last_file_speaker_ = find_file_speaker(place);
        last_file_ = place.file();
    }
    return last_file_speaker_;
}

std::uint32_t GraphBuilder::Linker::find_file_speaker(const Place& place) {
    const std::string id = file_speaker(
        place.file() < builder_.files_.size() ? builder_.files_[place.file()].name : "-");
    if (!builder_.speakers_.defines(id)) {
        SpeakerDraft draft;
        draft.speaker.id = draft.speaker.name = id;
        draft.speaker.kind = SpeakerKind::database;
        draft.speaker.place = {place.file(), 0, 0};
        builder_.add(std::move(draft));
    }
    return *builder_.speakers_.find(id);
}

void GraphBuilder::Linker::refer_from_records() {
    const auto speaker = [this](const Reference& reference) {
        return static_cast<SpeakerId>(builder_.speakers_.refer(reference.id, reference.place));
    };
    for (auto& row : builder_.sources_.rows()) {
        if (row.defined) row.draft.source.publisher = speaker(row.draft.publisher);
    }
    for (auto& row : builder_.entities_.rows()) {
        for (NameDraft& name : row.draft.names) {
            name.name.by = std::nullopt;
            if (!name.by.id.empty()) name.name.by = speaker(name.by);
            for (ClaimDraft& claim : name.claims) builder_.refer(claim);
        }
    }
    for (auto& row : builder_.speakers_.rows()) {
        const Reference& entity = row.draft.entity;
        row.draft.speaker.entity = std::nullopt;
        if (!entity.id.empty())
            row.draft.speaker.entity =
                static_cast<EntityId>(builder_.entities_.refer(entity.id, entity.place));
    }
    for (JudgementDraft& draft : builder_.judgements_) {
        draft.judgement.by = std::nullopt;
        draft.judgement.source = std::nullopt;
        if (!draft.by.id.empty()) draft.judgement.by = speaker(draft.by);
        if (!draft.source.id.empty())
            draft.judgement.source =
                static_cast<SourceId>(builder_.sources_.refer(draft.source.id, draft.source.place));
    }
}

/// A source whose publisher is missing gets one of that id, so that its claims keep a speaker.
void GraphBuilder::Linker::check_publishers() {
    for (auto& row : builder_.sources_.rows()) {
        if (!row.defined) continue;
        const auto publisher = static_cast<std::uint32_t>(row.draft.source.publisher);
        (void)check(builder_.speakers_, publisher, row.draft.source.place, "a speaker");
        builder_.speakers_[publisher].needed = true;
    }
}

void GraphBuilder::Linker::check_speakers() {
    for (auto& row : builder_.speakers_.rows()) {
        auto& entity = row.draft.speaker.entity;
        if (!entity || builder_.entities_[static_cast<std::uint32_t>(*entity)].defined) continue;
        report_missing(builder_.entities_, static_cast<std::uint32_t>(*entity),
                       row.draft.speaker.place, "an entity");
        entity = std::nullopt;
    }
}

void GraphBuilder::Linker::check_relations() {
    relation_kept_.assign(builder_.relations_.size(), 1);
    for (std::size_t r = 0; r < relation_kept_.size(); ++r) {
        Relation& relation = builder_.relations_[r];
        const bool from = check(builder_.entities_, static_cast<std::uint32_t>(relation.from),
                                relation.place, "an entity");
        const bool to = check(builder_.entities_, static_cast<std::uint32_t>(relation.to),
                              relation.place, "an entity");
        relation_kept_[r] =
            builder_.check_interval(relation.when, relation.place) && from && to ? 1 : 0;
    }
}

/// A relation all of whose claims are faulty goes with them.
void GraphBuilder::Linker::check_claims() {
    std::vector<Claim>& claims = builder_.claims_;
    std::vector<std::uint8_t> carried(relation_kept_.size(), 0);
    claim_kept_.assign(claims.size(), 0);
    for (std::size_t c = 0; c < claims.size(); ++c) {
        const std::uint32_t owner = builder_.claim_owners_[c];
        if (builder_.was_replaced(c) || relation_kept_[owner] == 0 || !check_claim(claims[c]))
            continue;
        claim_kept_[c] = carried[owner] = 1;
    }
    for (std::size_t r = 0; r < relation_kept_.size(); ++r) {
        if (carried[r] == 0) relation_kept_[r] = 0;
    }
}

bool GraphBuilder::Linker::check_claim(Claim& claim) {
    const bool strict = builder_.is_strict(claim.place);
    const bool has_source = claim.source.has_value();
    if (has_source && !builder_.sources_[static_cast<std::uint32_t>(*claim.source)].defined) {
        report_missing(builder_.sources_, static_cast<std::uint32_t>(*claim.source), claim.place,
                       "a source");
        if (strict) return false;
        claim.source = std::nullopt;
    }
    if (claim.by != no_speaker) {
        if (!check(builder_.speakers_, static_cast<std::uint32_t>(claim.by), claim.place,
                   "a speaker"))
            return false;
    } else if (claim.source) {
        claim.by =
            builder_.sources_[static_cast<std::uint32_t>(*claim.source)].draft.source.publisher;
    } else if (strict) {
        error("claim-speaker", claim.place,
              "a claim needs a speaker; give 'by', or 'source' whose publisher it is");
        return false;
    } else {
        claim.by = static_cast<SpeakerId>(file_speaker_row(claim.place));
    }
    if (claim.date.empty() && claim.source)
        claim.date = builder_.sources_[static_cast<std::uint32_t>(*claim.source)].draft.source.date;
    return true;
}

void GraphBuilder::Linker::check_names(EntityDraft& draft) {
    std::erase_if(draft.names, [this](NameDraft& name) {
        Interval use{name.name.since, name.name.until};
        const bool good = builder_.check_interval(use, name.name.place);
        name.name.since = use.start;
        name.name.until = use.stop;
        return !good;
    });
    for (NameDraft& name : draft.names) {
        if (name.name.by && !check(builder_.speakers_, static_cast<std::uint32_t>(*name.name.by),
                                   name.name.place, "a speaker"))
            name.name.by = std::nullopt;
        std::erase_if(name.claims, [this](ClaimDraft& claim) { return !check_claim(claim.claim); });
    }
}

void GraphBuilder::Linker::check_judgements() {
    for (JudgementDraft& draft : builder_.judgements_) {
        Judgement& judgement = draft.judgement;
        if (judgement.by && !check(builder_.speakers_, static_cast<std::uint32_t>(*judgement.by),
                                   judgement.place, "a speaker"))
            judgement.by = std::nullopt;
        if (!judgement.source) continue;
        const auto row = static_cast<std::uint32_t>(*judgement.source);
        if (builder_.sources_[row].defined) continue;
        report_missing(builder_.sources_, row, judgement.place, "a source");
        judgement.source = std::nullopt;
    }
}

template <typename Draft>
bool GraphBuilder::Linker::check(RecordTable<Draft>& table, std::uint32_t row, const Place& record,
                                 const char* what) {
    if (table[row].defined) return true;
    report_missing(table, row, record, what);
    if (builder_.is_strict(record)) return false;
    table[row].needed = true;
    return true;
}

template <typename Draft>
void GraphBuilder::Linker::report_missing(RecordTable<Draft>& table, std::uint32_t row,
                                          const Place& record, const char* what) {
    // The place of a row's first reference is known to the letter, of further ones by the record.
    auto& missing = table[row];
    const bool first = !missing.reported && missing.first_reference.file() == record.file();
    const Place place = first ? missing.first_reference : record;
    missing.reported = true;
    const std::string id(table.id(row));
    if (!builder_.is_strict(record)) {
        builder_.findings_.add("dangling-reference", builder_.where(place),
                               std::string(what) + ' ' + quote(id));
        return;
    }
    constexpr std::size_t most = 20;  // looking for near ids costs a pass over all of them
    const bool look = builder_.counts_.dangling++ < most;
    std::vector<std::string_view> ids;
    for (std::uint32_t r = 0; look && r < table.rows().size(); ++r) {
        if (table[r].defined) ids.push_back(table.id(r));
    }
    error("dangling-reference", place,
          "no file of this call defines " + std::string(what) + ' ' + quote(id) +
              "; define it, or correct the reference" + did_you_mean(nearest(id, ids)));
}

void GraphBuilder::Linker::make_up_missing() {
    for (auto& row : builder_.entities_.rows()) {
        if (row.defined || !row.needed) continue;
        Entity& entity = row.draft.entity;
        const std::string_view id = entity.id;
        const std::size_t type = id.find("--");
        entity.type = type == std::string_view::npos || type == 0 ? "identity" : id.substr(0, type);
        entity.name = entity.id;
        entity.undefined = true;
        entity.place = row.first_reference;
    }
    for (auto& row : builder_.speakers_.rows()) {
        if (row.defined || !row.needed) continue;
        row.draft.speaker.name = row.draft.speaker.id;
        row.draft.speaker.place = row.first_reference;
    }
}

// The linker's other file asks for these.
template bool GraphBuilder::Linker::check(RecordTable<SpeakerDraft>&, std::uint32_t, const Place&,
                                          const char*);

}  // namespace actormap
