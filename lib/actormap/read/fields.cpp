#include <actormap/base/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/read/fields.hpp>

#include <algorithm>

namespace actormap {
namespace {

std::string list_of(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) (text += text.empty() ? "" : ", ") += word;
    return text;
}

}  // namespace

bool is_id(std::string_view text) {
    constexpr std::size_t longest = 500;
    if (text.empty() || text.size() > longest) return false;
    const bool plain = std::all_of(text.begin(), text.end(),
                                   [](char c) { return c >= 0x20 && c < 0x7f; });  // as most are
    return plain || without_controls(text) == text;
}

bool is_web_address(std::string_view text) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos || scheme + 3 == text.size()) return false;
    const std::string name = fold_case(text.substr(0, scheme));
    return (name == "http" || name == "https") &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
}

Fields::Fields(ReadContext context, const JsonValue& object, std::string what)
    : context_(context), object_(object), what_(std::move(what)) {}

const JsonValue* Fields::take(std::string_view name) {
    asked_.push_back(name);
    return object_.find(name);
}

std::string Fields::text(std::string_view name) {
    const JsonValue* value = take(name);
    if (!value || !expect(name, *value, JsonValue::Kind::text)) return {};
    return value->text;
}

std::string Fields::required_text(std::string_view name, const char* remedy) {
    const bool present = object_.find(name) != nullptr;
    std::string value = text(name);
    if (!present)
        missing(name, remedy);
    else if (value.empty() && object_.find(name)->kind == JsonValue::Kind::text)
        error("value-empty", *object_.find(name),
              what_ + " has an empty '" + std::string(name) + "'; " + remedy);
    return value;
}

std::string Fields::id(std::string_view name, bool required) {
    const JsonValue* value = take(name);
    if (!value) {
        if (required) missing(name, "give it a short unique one");
        return {};
    }
    if (!expect(name, *value, JsonValue::Kind::text)) return {};
    if (!is_id(value->text)) {
        error("id-invalid", *value,
              what_ + " has the " + std::string(name) + ' ' + quote(value->text) +
                  "; an id is 1 to 500 bytes without control characters");
        return {};
    }
    return value->text;
}

Reference Fields::reference(std::string_view name, bool required) {
    const JsonValue* value = object_.find(name);
    return {id(name, required), value ? context_.place(*value) : place()};
}

PartialDate Fields::date(std::string_view name) {
    const JsonValue* value = take(name);
    if (!value || !expect(name, *value, JsonValue::Kind::text)) return {};
    const auto date = PartialDate::parse(value->text);
    if (!date)
        error("date-invalid", *value,
              quote(value->text) + " is no date; give YYYY, YYYY-MM or YYYY-MM-DD");
    return date.value_or(PartialDate{});
}

std::string Fields::url(std::string_view name) {
    const JsonValue* value = take(name);
    if (!value || !expect(name, *value, JsonValue::Kind::text)) return {};
    if (is_web_address(value->text)) return value->text;
    error("url-invalid", *value,
          quote(value->text) +
              " is no address; it begins with http:// or https:// and has no blanks");
    return {};
}

std::string Fields::country(std::string_view name) {
    const JsonValue* value = take(name);
    if (!value || !expect(name, *value, JsonValue::Kind::text)) return {};
    if (is_country_code(value->text)) return value->text;
    const Country* meant = find_country(value->text);
    error("country-unknown", *value,
          quote(value->text) + " is no ISO 3166-1 alpha-2 code" +
              (meant ? "; give '" + std::string(meant->alpha2) + '\'' : "; look it up"));
    return {};
}

bool Fields::truth(std::string_view name) {
    const JsonValue* value = take(name);
    return value && expect(name, *value, JsonValue::Kind::boolean) && value->text == "true";
}

std::vector<std::string> Fields::texts(std::string_view name) {
    std::vector<std::string> result;
    const JsonValue* value = take(name);
    if (!value || !expect(name, *value, JsonValue::Kind::list)) return result;
    for (const JsonValue& item : value->items) {
        if (expect(name, item, JsonValue::Kind::text)) result.push_back(item.text);
    }
    return result;
}

std::span<const JsonValue> Fields::objects(std::string_view name) {
    const JsonValue* value = take(name);
    if (!value || !expect(name, *value, JsonValue::Kind::list)) return {};
    return value->items;
}

Properties Fields::rest() {
    PropertyCollector properties;
    for (const JsonMember& member : object_.members) {
        if (std::find(asked_.begin(), asked_.end(), member.name) != asked_.end()) continue;
        if (!member.name.starts_with("x_")) {
            const auto meant = nearest(member.name, asked_, 1);
            if (!meant.empty())
                context_.diagnostics.warning("property-unknown", context_.position(member.value),
                                             what_ + " has the custom property " +
                                                 quote(member.name) + did_you_mean(meant) +
                                                 " If not, begin its name with x_");
        }
        properties.add(member.name, to_json(member.value));
    }
    return properties.take();
}

void Fields::refuse_rest(const char* id) {
    for (const JsonMember& member : object_.members) {
        if (std::find(asked_.begin(), asked_.end(), member.name) == asked_.end())
            error(id, member.value,
                  what_ + " does not take " + quote(member.name) + "; it takes " + list_of(asked_) +
                      did_you_mean(nearest(member.name, asked_, 1)));
    }
}

void Fields::error(const char* id, const JsonValue& at, std::string message) {
    good_ = false;
    context_.diagnostics.error(id, context_.position(at), std::move(message));
}

void Fields::missing(std::string_view name, const std::string& remedy) {
    error("property-missing", object_, what_ + " has no '" + std::string(name) + "'; " + remedy);
}

bool Fields::expect(std::string_view name, const JsonValue& value, JsonValue::Kind kind) {
    if (value.kind == kind) return true;
    error("json-type", value,
          '\'' + std::string(name) + "' of " + what_ + " is " + describe(value.kind) + "; give " +
              describe(kind));
    return false;
}

void Fields::unknown_word(std::string_view name, const JsonValue& value,
                          const std::vector<std::string_view>& words) {
    error("value-unknown", value,
          quote(value.text) + " is no " + std::string(name) + "; it is one of " + list_of(words) +
              did_you_mean(nearest(value.text, words, 1)));
}

}  // namespace actormap
