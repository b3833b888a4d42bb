#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/write/stix_words.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace actormap {
namespace {

constexpr std::array<std::string_view, 18> observables{"artifact",
                                                       "autonomous-system",
                                                       "directory",
                                                       "domain-name",
                                                       "email-addr",
                                                       "email-message",
                                                       "file",
                                                       "ipv4-addr",
                                                       "ipv6-addr",
                                                       "mac-addr",
                                                       "mutex",
                                                       "network-traffic",
                                                       "process",
                                                       "software",
                                                       "url",
                                                       "user-account",
                                                       "windows-registry-key",
                                                       "x509-certificate"};

/// TLP 2.0 in the order of the levels.
constexpr std::array<std::string_view, 5> markings{
    "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
    "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
    "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"};

std::string day_text(Day day) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_stix_word(std::string_view text) {
    if (text.size() < 3 || text.size() > 250) return false;
    if (!is_word_byte(text.front()) || !is_word_byte(text.back())) return false;
    if (text.find("--") != std::string_view::npos) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return is_word_byte(c) || c == '-'; });
}

bool is_stix_id(std::string_view id, std::string_view type) {
    return is_stix_word(type) && id.size() > type.size() + 2 && id.starts_with(type) &&
           id.substr(type.size(), 2) == "--" && is_uuid(id.substr(type.size() + 2));
}

bool is_stix_observable(std::string_view type) {
    return std::binary_search(observables.begin(), observables.end(), type);
}

std::string stix_start(const PartialDate& date) {
    return day_text(date.first_day()) + "T00:00:00.000Z";
}

std::string stix_stop(const PartialDate& date) {
    return day_text(date.last_day()) + "T23:59:59.999Z";
}

PartialDate day_of_property(const Properties& properties, std::string_view name) {
    constexpr std::size_t day_size = 10;
    const std::string time = property_text(properties, name);
    return PartialDate::parse(time.substr(0, day_size)).value_or(PartialDate());
}

std::string stix_address(std::string_view url) {
    constexpr std::string_view allowed = "-._~:/?#[]@!$&'()*+,;=%";
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_word_byte(c) || (c >= 'A' && c <= 'Z') || allowed.find(c) != std::string_view::npos)
            result += c;
        else
            ((result += '%') += hex[byte >> 4]) += hex[byte & 15];
    }
    return result;
}

std::string_view tlp_marking_id(Tlp level) {
    return markings[static_cast<std::size_t>(level)];
}

std::optional<Tlp> tlp_of_definition(const Entity& entity) {
    if (entity.type != "marking-definition") return std::nullopt;
    std::string level;
    const auto take = [&](std::string_view property, const char* outer, const char* inner) {
        const auto json = entity.properties.find(property);
        if (!json || !level.empty()) return;
        const nlohmann::json object = nlohmann::json::parse(*json);
        const nlohmann::json& at =
            object.is_object() && object.contains(outer) ? object[outer] : object;
        if (at.is_object() && at.contains(inner) && at[inner].is_string())
            level = at[inner].get<std::string>();
    };
    const std::string extension(stix_tlp2_extension);
    take("extensions", extension.c_str(), "tlp_2_0");
    if (property_text(entity.properties, "definition_type") == "tlp") take("definition", "", "tlp");
    return level == "white" ? Tlp::clear : parse_tlp(level);
}

bool is_cited_address(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos || scheme + 3 == url.size()) return false;
    const std::string name = fold_case(url.substr(0, scheme));
    return (name == "http" || name == "https") && std::none_of(url.begin(), url.end(), [](char c) {
               return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
           });
}

std::string text_of_json(std::string_view json) {
    if (!json.starts_with('"')) return {};
    const bool plain = json.find('\\') == std::string_view::npos;
    if (plain) return std::string(json.substr(1, json.size() - 2));
    return nlohmann::json::parse(json).get<std::string>();
}

std::string property_text(const Properties& properties, std::string_view name) {
    const auto json = properties.find(name);
    return json ? text_of_json(*json) : std::string();
}

std::vector<std::string> property_texts(const Properties& properties, std::string_view name) {
    std::vector<std::string> texts;
    const auto json = properties.find(name);
    if (!json || !json->starts_with('[')) return texts;
    for (const nlohmann::json& item : nlohmann::json::parse(*json)) {
        if (item.is_string()) texts.push_back(item.get<std::string>());
    }
    return texts;
}

bool is_stix_shaped(const Entity& entity) {
    if (entity.undefined || !is_stix_id(entity.id, entity.type)) return false;
    if (!is_stix_observable(entity.type)) return entity.properties.find("created").has_value();
    const auto labels = stix_label_properties(entity.type);
    if (labels.front() == "name") return !entity.properties.empty() || entity.name != entity.id;
    return std::any_of(labels.begin(), labels.end(), [&](std::string_view label) {
        return entity.properties.find(label).has_value();
    });
}

bool is_stix_shaped(const Relation& relation) {
    return is_stix_id(relation.id, "relationship") &&
           relation.properties.find("created").has_value();
}

std::string json_list(const std::vector<std::string>& values) {
    return '[' + join(values, ", ") + ']';
}

std::string json_texts(const std::vector<std::string>& texts) {
    std::vector<std::string> values;
    for (const std::string& text : texts) values.push_back(json_string(text));
    return json_list(values);
}

}  // namespace actormap
