#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/plan_lens.hpp>

#include <algorithm>

namespace actormap {
namespace {

const std::vector<std::string_view> tlp_words{"clear", "green", "amber", "amber+strict", "red"};

void read_date(PlanObject& object, const char* name, PartialDate& date) {
    const std::optional<std::string> text = object.text(name);
    if (!text) return;
    if (const auto parsed = PartialDate::parse(*text))
        date = *parsed;
    else
        object.error("plan-value", *object.value().find(name),
                     quote(*text) + " is no date; give YYYY, YYYY-MM or YYYY-MM-DD");
}

void read_texts(PlanObject& object, const char* name, std::vector<std::string>& texts) {
    if (auto given = object.texts(name)) texts = std::move(*given);
}

/// What the object says, over what `lens` is already.
void read_into(PlanObject& object, Lens& lens) {
    read_texts(object, "type", lens.types);
    read_texts(object, "not-type", lens.not_types);
    read_texts(object, "relation", lens.relations);
    read_texts(object, "country", lens.countries);
    read_texts(object, "around", lens.around);
    if (const auto hops = object.count("hops", 0, 1000)) lens.hops = static_cast<unsigned>(*hops);
    if (const auto word = object.word("revoked", parse_revoked, {"exclude", "include", "follow"}))
        lens.revoked = *word;
    read_date(object, "since", lens.since);
    read_date(object, "until", lens.until);
    read_date(object, "as-of", lens.as_of);
    read_texts(object, "according-to", lens.according_to);
    read_texts(object, "without", lens.without);
    if (const auto least = object.count("min-confidence", 0, 100))
        lens.min_confidence = static_cast<std::uint8_t>(*least);
    if (const auto word = object.word("disputed", parse_disputed, {"include", "exclude", "only"}))
        lens.disputed = *word;
    if (const auto word = object.word("combine", parse_combine, {"max", "independent"}))
        lens.combining.combine = *word;
    if (const auto word = object.word("denials", parse_denials, {"ignore", "weigh"}))
        lens.combining.denials = *word;
    if (const auto assumed = object.count("assume", 0, 100))
        lens.combining.assume = static_cast<std::uint8_t>(*assumed);
    if (const auto level = object.word("tlp", parse_tlp, tlp_words)) lens.tlp = *level;
    if (auto levels = object.words(
            "roll-up", parse_roll_up,
            {"victims:country", "actors:sponsor", "campaigns:actor", "techniques:parent"}))
        lens.roll_up = std::move(*levels);
    if (backwards({lens.since, lens.until}))
        object.error("plan-value", object.value(), "'since' is later than 'until'; exchange them");
}

}  // namespace

PlanLenses::PlanLenses(const JsonValue* lenses, const std::string& file, Diagnostics& diagnostics)
    : lenses_(lenses), file_(file), diagnostics_(diagnostics) {
    if (lenses == nullptr) return;
    if (lenses->kind != JsonValue::Kind::object)
        report(*lenses, "'lenses' is " + describe(lenses->kind) + "; give an object");
    for (const JsonMember& member : lenses->members) (void)named(member.name, member.value);
}

Lens PlanLenses::standard() {
    Lens lens;
    lens.tlp = Tlp::clear;
    return lens;
}

Lens PlanLenses::lens(const JsonValue& named_or_given) {
    if (named_or_given.kind == JsonValue::Kind::text)
        return named(named_or_given.text, named_or_given);
    return read(named_or_given, "the lens");
}

Lens PlanLenses::named(const std::string& name, const JsonValue& at) {
    if (const auto known = known_.find(name); known != known_.end()) return known->second;
    const JsonValue* value = lenses_ == nullptr ? nullptr : lenses_->find(name);
    if (value == nullptr) {
        std::vector<std::string_view> names;
        if (lenses_ != nullptr) {
            for (const JsonMember& member : lenses_->members) names.push_back(member.name);
        }
        report(at, "the plan has no lens " + quote(name) + did_you_mean(nearest(name, names, 1)));
        return standard();
    }
    if (std::find(open_.begin(), open_.end(), name) != open_.end()) {
        report(at, "the lens " + quote(name) + " inherits from itself; let it begin somewhere");
        return standard();
    }
    open_.push_back(name);
    Lens lens = read(*value, "the lens " + quote(name));
    open_.pop_back();
    return known_.emplace(name, std::move(lens)).first->second;
}

Lens PlanLenses::read(const JsonValue& value, const std::string& what) {
    PlanObject object(value, what, file_, diagnostics_);
    Lens lens = standard();
    if (const auto parent = object.text("inherits")) lens = named(*parent, *value.find("inherits"));
    read_into(object, lens);
    object.finish();
    return lens;
}

void PlanLenses::report(const JsonValue& at, const std::string& message) {
    diagnostics_.error("plan-lens", {file_, at.line, at.column}, message);
}

}  // namespace actormap
