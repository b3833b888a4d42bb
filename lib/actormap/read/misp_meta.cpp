#include <actormap/base/text.hpp>
#include <actormap/read/misp_meta.hpp>

namespace actormap {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::vector<MispText> MispMeta::take(std::string_view name, bool numbers) {
    std::vector<MispText> texts;
    const JsonValue* value = meta_ ? meta_->find(name) : nullptr;
    if (!value) return texts;
    taken_.insert(name);
    const auto add = [&](const JsonValue& item) {
        const std::string_view text = trimmed(item.text);
        const Place place = context_.place(item);
        const bool number = numbers && item.kind == JsonValue::Kind::number;
        if ((item.kind == JsonValue::Kind::text || number) && !text.empty())
            texts.push_back({text, place, item.text});
        else
            uninterpreted(name, place, to_json(item));
    };
    if (value->kind != JsonValue::Kind::list) {
        add(*value);
        return texts;
    }
    for (const JsonValue& item : value->items) add(item);
    if (value->items.empty()) keep(name);
    return texts;
}

std::vector<std::string_view> MispMeta::names(std::string_view prefix) const {
    std::vector<std::string_view> found;
    if (!meta_) return found;
    for (const JsonMember& member : meta_->members) {
        if (member.name.starts_with(prefix)) found.push_back(member.name);
    }
    return found;
}

void MispMeta::uninterpreted(std::string_view name, const Place& place, std::string_view text) {
    keep(name);
    findings_.add("uninterpreted-value", {context_.file, place.line(), place.column()},
                  "meta." + std::string(name) + ' ' + quote(text));
}

std::string MispMeta::rest() const {
    if (!meta_ || meta_->kind != JsonValue::Kind::object) return meta_ ? to_json(*meta_) : "";
    std::string text;
    for (const JsonMember& member : meta_->members) {
        if (taken_.contains(member.name) && !kept_.contains(member.name)) continue;
        text += (text.empty() ? "" : ",") + json_string(member.name) + ':' + to_json(member.value);
    }
    return text.empty() ? "" : '{' + text + '}';
}

}  // namespace actormap
