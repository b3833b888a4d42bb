#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/plan_object.hpp>

#include <algorithm>
#include <utility>

namespace actormap {

PlanObject::PlanObject(const JsonValue& object, std::string what, const std::string& file,
                       Diagnostics& diagnostics)
    : object_(object), what_(std::move(what)), file_(file), diagnostics_(diagnostics) {
    if (object.kind != JsonValue::Kind::object)
        error("plan-value", object, what_ + " is " + describe(object.kind) + "; give an object");
}

const JsonValue* PlanObject::take(std::string_view name) {
    asked_.push_back(name);
    return object_.find(name);
}

const JsonValue* PlanObject::take(std::string_view name, JsonValue::Kind kind) {
    const JsonValue* value = take(name);
    if (value == nullptr || value->kind == kind) return value;
    error("plan-value", *value,
          "'" + std::string(name) + "' of " + what_ + " is " + describe(value->kind) + "; give " +
              describe(kind));
    return nullptr;
}

std::optional<std::string> PlanObject::text(std::string_view name) {
    const JsonValue* value = take(name, JsonValue::Kind::text);
    return value == nullptr ? std::nullopt : std::optional(value->text);
}

std::optional<bool> PlanObject::truth(std::string_view name) {
    const JsonValue* value = take(name, JsonValue::Kind::boolean);
    return value == nullptr ? std::nullopt : std::optional(value->text == "true");
}

std::optional<double> PlanObject::number(std::string_view name) {
    const JsonValue* value = take(name, JsonValue::Kind::number);
    return value == nullptr ? std::nullopt : parse_number(value->text);
}

std::optional<std::uint64_t> PlanObject::count(std::string_view name, std::uint64_t least,
                                               std::uint64_t most) {
    const JsonValue* value = take(name, JsonValue::Kind::number);
    if (value == nullptr) return std::nullopt;
    const auto number = parse_count(value->text);
    if (number && *number >= least && *number <= most) return number;
    error("plan-value", *value,
          "'" + std::string(name) + "' of " + what_ + " is " + quote(value->text) +
              "; give a whole number from " + std::to_string(least) + " to " +
              std::to_string(most));
    return std::nullopt;
}

std::optional<std::vector<std::string>> PlanObject::texts(std::string_view name) {
    const JsonValue* value = take(name);
    if (value == nullptr) return std::nullopt;
    if (value->kind == JsonValue::Kind::text) return std::vector{value->text};
    const bool list = value->kind == JsonValue::Kind::list;
    std::vector<std::string> found;
    for (const JsonValue& item : value->items) {
        if (item.kind == JsonValue::Kind::text) found.push_back(item.text);
    }
    if (list && found.size() == value->items.size()) return found;
    error("plan-value", *value,
          "'" + std::string(name) + "' of " + what_ + " is neither a text nor a list of texts");
    return std::nullopt;
}

const std::vector<JsonValue>& PlanObject::items(std::string_view name) {
    static const std::vector<JsonValue> none;
    const JsonValue* value = take(name, JsonValue::Kind::list);
    return value == nullptr ? none : value->items;
}

void PlanObject::finish() {
    for (const JsonMember& member : object_.members) {
        if (std::find(asked_.begin(), asked_.end(), member.name) != asked_.end()) continue;
        error("plan-key", member.value,
              what_ + " knows no " + quote(member.name) +
                  did_you_mean(nearest(member.name, asked_, 1)));
    }
}

void PlanObject::unknown_word(std::string_view name, const std::string& text,
                              const std::vector<std::string_view>& words) {
    const std::vector<std::string> list(words.begin(), words.end());
    error("plan-value", *object_.find(name),
          "'" + std::string(name) + "' of " + what_ + " does not know " + quote(text) +
              "; it takes " + join(list, ", ") + did_you_mean(nearest(text, words, 1)));
}

void PlanObject::error(const char* id, const JsonValue& at, const std::string& message) {
    diagnostics_.error(id, position(at), message);
}

}  // namespace actormap
