#include <actormap/base/text.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/model/unite.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

// Adding: records are kept by key, and those of a key that was given before are united with the
// first. Linking them into a graph is the linker's.

namespace actormap {
namespace {

auto key_of(const Relation& relation) {
    return std::tie(relation.from, relation.to, relation.type, relation.when);
}

/// Of what makes two relations of one input the same: the id, else the ends, the type and the time.
std::size_t hash_of(const Relation& relation) {
    const std::hash<std::string_view> hash;
    if (!relation.id.empty()) return hash(relation.id);
    const std::size_t ends =
        (std::size_t{index(relation.from)} << 32) ^ std::size_t{index(relation.to)};
    return ends * 31 + hash(relation.type);
}

bool is_same(const Relation& a, const Relation& b) {
    if (!a.id.empty() || !b.id.empty()) return a.id == b.id;
    return key_of(a) == key_of(b);
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

void GraphBuilder::add(const Properties& properties) {
    std::vector<Property> all(properties_.begin(), properties_.end());
    all.insert(all.end(), properties.begin(), properties.end());
    properties_ = Properties(std::move(all));
}

void GraphBuilder::add(SpeakerDraft draft) {
    add_to(speakers_, "speaker", std::move(draft));
}

void GraphBuilder::add(SourceDraft draft) {
    add_to(sources_, "source", std::move(draft));
}

void GraphBuilder::add(EntityDraft draft) {
    add_to(entities_, "entity", std::move(draft));
}

void GraphBuilder::add_vertex(const std::string& id, const Place& place) {
    const auto& row = entities_[entities_.refer(id, place)];
    const auto from_this_file = [&](const Place& other) { return other.file() == place.file(); };
    const Entity& known = row.draft.entity;
    const auto& also = known.also.list;
    if (row.defined &&
        (from_this_file(known.place) || std::any_of(also.begin(), also.end(), from_this_file)))
        return;
    EntityDraft draft;
    draft.entity.id = draft.entity.name = id;
    draft.entity.type = "identity";
    draft.type_assumed = true;
    draft.entity.place = place;
    add(std::move(draft));
}

void GraphBuilder::expect_relations(std::size_t count) {
    if (!relations_.empty()) return;
    relations_.reserve(count);
    relation_index_.reserve(count);
}

template <typename Draft>
void GraphBuilder::add_to(RecordTable<Draft>& table, const char* what, Draft&& draft) {
    const Place place = record_of(draft).place;
    const auto [row, fresh] = table.define(draft);
    Draft& kept = table[row].draft;
    if (fresh || !may_unite(what, table.id(row), record_of(kept).place, place)) return;
    Uniter(table.additions(row), [&](const std::string& said) {
        report_conflict(place, said);
    }).unite(kept, std::move(draft));
}

void GraphBuilder::add(RelationDraft draft) {
    Relation relation = refer(draft);
    // A foreign file's, before the time says which relation it is; a strict file's when all are in.
    if (!is_strict(relation.place)) (void)check_interval(relation.when, relation.place);
    const auto fresh = static_cast<std::uint32_t>(relations_.size());
    const std::uint32_t position = relation_index_.find_or_add(
        hash_of(relation), fresh, [this](std::uint32_t r) { return hash_of(relations_[r]); },
        [&](std::uint32_t r) { return is_same(relations_[r], relation); });
    if (position == fresh)
        relations_.push_back(std::move(relation));
    else if (!unite(position, std::move(relation)))
        return;
    for (ClaimDraft& claim : draft.claims) add_claim(position, std::move(claim));
}

Relation&& GraphBuilder::refer(RelationDraft& draft) {
    Relation& relation = draft.relation;
    relation.from = static_cast<EntityId>(entities_.refer(draft.from.id, draft.from.place));
    relation.to = static_cast<EntityId>(entities_.refer(draft.to.id, draft.to.place));
    relation.type = shared(relation.type);
    relation.claims = {};
    return std::move(relation);
}

bool GraphBuilder::unite(std::uint32_t position, Relation&& other) {
    Relation& kept = relations_[position];
    const Place place = other.place;
    // The same relation again adds claims; the same id for another relation is a mistake.
    if (key_of(kept) != key_of(other) && !may_unite("relation", other.id, kept.place, place))
        return false;
    const auto ends = [this](const Relation& relation) {
        return std::pair(entities_.id(static_cast<std::uint32_t>(relation.from)),
                         entities_.id(static_cast<std::uint32_t>(relation.to)));
    };
    Additions additions;
    const auto kept_ends = ends(kept);
    const auto other_ends = ends(other);
    Uniter(additions, [&](const std::string& said) {
        report_conflict(place, said);
    }).unite(kept, std::move(other), kept_ends, other_ends);
    if (additions.conflicts.empty() && additions.properties.empty()) return true;
    Additions& all = relation_additions_[position];
    all.conflicts += additions.conflicts;
    std::move(additions.properties.begin(), additions.properties.end(),
              std::back_inserter(all.properties));
    return true;
}

void GraphBuilder::add_claim(std::uint32_t relation, ClaimDraft&& draft) {
    if (!draft.cites.id.empty())
        citations_.emplace(static_cast<std::uint32_t>(claims_.size()), std::move(draft.cites));
    refer(draft);
    claims_.push_back(std::move(draft.claim));
    claim_owners_.push_back(relation);
}

bool GraphBuilder::add_claim(std::string_view relation_id, ClaimDraft draft) {
    const auto position = find_relation(relation_id);
    if (position) add_claim(*position, std::move(draft));
    return position.has_value();
}

void GraphBuilder::refer(ClaimDraft& draft) {
    Claim& claim = draft.claim;
    claim.by = no_speaker;
    claim.source = std::nullopt;
    if (!draft.by.id.empty())
        claim.by = static_cast<SpeakerId>(speakers_.refer(draft.by.id, draft.by.place));
    if (!draft.source.id.empty())
        claim.source = static_cast<SourceId>(sources_.refer(draft.source.id, draft.source.place));
}

void GraphBuilder::add(JudgementDraft draft) {
    if (draft.judgement.second < draft.judgement.first)
        std::swap(draft.judgement.first, draft.judgement.second);
    judgements_.push_back(std::move(draft));
}

std::optional<KnownRecord> GraphBuilder::find(std::string_view id) const {
    if (const auto row = entities_.find(id); row && entities_.rows()[*row].defined) {
        const Entity& entity = entities_.rows()[*row].draft.entity;
        return KnownRecord{entity.place, false, entity.name, {}, {}, &entity.properties};
    }
    if (const auto at = find_relation(id)) {
        const Relation& relation = relations_[*at];
        return KnownRecord{relation.place,
                           true,
                           {},
                           entities_.id(static_cast<std::uint32_t>(relation.from)),
                           entities_.id(static_cast<std::uint32_t>(relation.to)),
                           &relation.properties};
    }
    return std::nullopt;
}

void GraphBuilder::raise_marking(std::string_view id, Tlp level) {
    if (const auto row = entities_.find(id); row && entities_[*row].defined) {
        Tlp& marking = entities_[*row].draft.entity.marking;
        marking = std::max(marking, level);
    } else if (const auto relation = find_relation(id)) {
        Tlp& marking = relations_[*relation].marking;
        marking = std::max(marking, level);
    }
}

void GraphBuilder::replace(EntityDraft draft) {
    if (const auto row = entities_.find(draft.entity.id); row && entities_[*row].defined)
        entities_[*row].draft = std::move(draft);
}

void GraphBuilder::replace(RelationDraft draft) {
    const auto position = find_relation(draft.relation.id);
    if (!position) return;
    relations_[*position] = refer(draft);
    replaced_[*position] = claims_.size();
    for (ClaimDraft& claim : draft.claims) add_claim(*position, std::move(claim));
}

std::optional<std::uint32_t> GraphBuilder::find_relation(std::string_view id) const {
    return relation_index_.find(std::hash<std::string_view>{}(id),
                                [&](std::uint32_t r) { return relations_[r].id == id; });
}

std::vector<std::string_view> GraphBuilder::entity_ids() const {
    std::vector<std::string_view> ids;
    for (std::uint32_t row = 0; row < entities_.rows().size(); ++row) {
        if (entities_.rows()[row].defined) ids.push_back(entities_.id(row));
    }
    return ids;
}

bool GraphBuilder::was_replaced(std::size_t claim) const {
    if (replaced_.empty()) return false;
    const auto at = replaced_.find(claim_owners_[claim]);
    return at != replaced_.end() && claim < at->second;
}

Text GraphBuilder::shared(const Text& type) {
    if (type != last_type_)
        last_type_ = relation_types_.try_emplace(type.str(), type).first->second;
    return last_type_;
}

bool GraphBuilder::may_unite(const char* what, std::string_view id, const Place& first,
                             const Place& again) {
    if (first.file() != again.file()) return true;
    const std::string named = std::string(what) + ' ' + quote(id);
    if (!is_strict(again)) {
        findings_.add("duplicate", where(again), named);
        return true;
    }
    ++counts_.duplicates;
    diagnostics_.error("duplicate-id", where(again),
                       named + " is already defined at line " + std::to_string(first.line()) +
                           "; give an id once in a file, or rename one of them");
    return false;
}

void GraphBuilder::report_conflict(const Place& again, const std::string& message) {
    if (is_strict(again))
        ++counts_.conflicts;
    else
        findings_.add("conflict", where(again), message);
    diagnostics_.warning("conflict", where(again), message);
}

bool GraphBuilder::check_interval(Interval& when, const Place& place) {
    if (!backwards(when)) return true;
    const std::string said =
        "it ends (" + to_string(when.stop) + ") before it begins (" + to_string(when.start) + ")";
    if (is_strict(place)) {
        diagnostics_.error("interval-backwards", where(place),
                           said + "; exchange or correct the dates");
        return false;
    }
    findings_.add("uninterpreted-value", where(place), said);
    when = {};
    return true;
}

bool GraphBuilder::is_strict(const Place& place) const {
    return place.file() >= files_.size() || files_[place.file()].strict;
}

Position GraphBuilder::where(const Place& place) const {
    if (place.file() >= files_.size()) return {};
    return {files_[place.file()].name, place.line(), place.column()};
}

}  // namespace actormap
