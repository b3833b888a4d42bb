#include <actormap/base/text.hpp>
#include <actormap/draw/world_content.hpp>
#include <actormap/draw/world_style.hpp>
#include <actormap/graphviz/text.hpp>

#include <charconv>

namespace actormap {

namespace {

std::string count(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

/// "12 entities are in no country: 8 malware or tool, 4 technique."
std::string without_country(const WorldScene& scene) {
    std::vector<std::string> kinds;
    std::size_t total = 0;
    for (std::size_t i = 0; i < entity_kinds; ++i) {
        if (scene.without[i] == 0) continue;
        total += scene.without[i];
        const auto kind = static_cast<EntityKind>(i);
        kinds.push_back(std::to_string(scene.without[i]) + ' ' +
                        std::string(style_of(kind, Theme::light).legend));
    }
    if (total == 0) return {};
    return "Not on the map, being in no country: " + count(total, "entity", "entities") + " (" +
           join(kinds, "; ") + ").";
}

std::string relations_left(const WorldScene& scene) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t number, const char* one, const char* many) {
        if (number > 0) parts.push_back(count(number, one, many));
    };
    add(scene.others, "relation that is no targeting or compromise",
        "relations that are no targeting or compromise");
    add(scene.nowhere, "that hits what is in no country", "that hit what is in no country");
    add(scene.unattributed, "by an actor of no known country (its victim is marked)",
        "by actors of no known country (their victims are marked)");
    add(scene.within, "within one country (marked there)", "within one country (marked there)");
    return parts.empty() ? "" : "Without an arc: " + join(parts, ", ") + '.';
}

std::string arcs_left(const WorldMap& map) {
    if (map.arcs_left == 0) return {};
    if (map.least_claims == 0) {
        return "Drawn are " + std::to_string(map.arcs.size()) + " of " +
               std::to_string(map.arcs.size() + map.arcs_left) +
               " arcs, the heaviest and of equal ones the first by code; the countries of the "
               "others are tinted and marked.";
    }
    return "Drawn are the heaviest arcs, those of " + count(map.least_claims, "claim", "claims") +
           " or more: " + std::to_string(map.arcs.size()) + ". The " +
           count(map.arcs_left, "lighter one is", "lighter ones are") +
           " left out, but their countries are tinted and marked.";
}

std::string list(const char* what, const std::vector<std::string>& names) {
    if (names.empty()) return {};
    constexpr std::size_t most = 12;
    std::vector<std::string> shown(
        names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())));
    if (shown.size() < names.size()) {
        shown.push_back(std::to_string(names.size() - shown.size()) + " more");
    }
    return std::string("; ") + what + ": " + join(shown, ", ");
}

std::string country_title(const WorldCountry& country) {
    return country.name + ": hit by " + count(country.hits, "relation", "relations") +
           list("sponsors", country.sponsors) + list("actors", country.actors) +
           list("hit there", country.victims) + list("also there", country.others);
}

std::string arc_title(const WorldArc& arc, const WorldScene& scene) {
    std::string text = scene.countries[arc.from].name + " to " + scene.countries[arc.to].name +
                       " (alleged): " + count(arc.relations, "relation", "relations") + ", " +
                       count(arc.claims, "claim", "claims");
    if (arc.disputed > 0) text += ", " + std::to_string(arc.disputed) + " disputed";
    const std::string sources = citation_text(arc.citations, 20);
    return sources.empty() ? text : text + ", sources " + sources;
}

}  // namespace

std::vector<std::string> world_caption(const WorldScene& scene, const WorldMap& map) {
    std::vector<std::string> lines;
    const auto add = [&](std::string text) {
        if (!text.empty()) lines.push_back(std::move(text));
    };
    if (!map.arcs.empty()) {
        add("An arc runs from the country that an actor is attributed to, or else comes from, to "
            "that of whom it hits.");
    }
    if (map.inset) add("The frame over Europe is drawn larger at the lower left, without arcs.");
    add(arcs_left(map));
    if (map.unnamed > 0) {
        add(count(map.unnamed, "country is", "countries are") +
            " marked but not named, for want of room.");
    }
    add(relations_left(scene));
    add(without_country(scene));
    return lines;
}

std::string world_title(std::string_view id, const WorldScene& scene) {
    if (id.size() < 2) return {};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size()) return {};
    if (std::string_view("nhmt").find(id[0]) != std::string_view::npos &&
        number < scene.countries.size()) {
        return country_title(scene.countries[number]);
    }
    if (id[0] == 'e' && number < scene.arcs.size()) return arc_title(scene.arcs[number], scene);
    return {};
}

}  // namespace actormap
