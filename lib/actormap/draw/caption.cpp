#include <actormap/base/text.hpp>
#include <actormap/draw/caption.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>

namespace actormap {

namespace {

std::string count(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

/// A list that would fill the caption, by its first few.
std::string shortened(const std::string& value) {
    constexpr std::size_t most = 12, shown = 6;
    const auto commas = static_cast<std::size_t>(std::count(value.begin(), value.end(), ','));
    if (commas < most) return value;
    std::size_t end = 0;
    for (std::size_t i = 0; i < shown; ++i) end = value.find(',', end) + 1;
    return value.substr(0, end) + "… (" + std::to_string(commas + 1) + " in all)";
}

std::string when_and_how(const Lens& lens, const Citations& citations) {
    std::string text;
    if (!lens.as_of.empty()) {
        text = "As of " + to_string(lens.as_of) + ".";
    } else if (!citations.latest.empty()) {
        text = "All claims up to " + to_string(citations.latest) + ".";
    }
    std::vector<std::string> parts;
    for (const auto& [option, value] : actormap::settings(lens))
        parts.push_back(option + ' ' + shortened(value));
    const std::string settings = join(parts, "; ");
    if (!settings.empty()) text += (text.empty() ? "Lens: " : " Lens: ") + settings + '.';
    return text;
}

std::string counts(const View& view, const Citations& citations) {
    std::size_t relations = 0;
    for (const ViewEdge& edge : view.edges) relations += edge.relations.size();
    return count(view.entities.size(), "entity", "entities") + ", " +
           count(relations, "relation", "relations") + ", " +
           count(citations.claims, "claim", "claims") + " from " +
           count(citations.list.size(), "source", "sources") +
           ". Every link is alleged: a claim by the sources listed, not a finding of fact.";
}

std::string withheld(const Lens& lens, const SelectionCounts& counts) {
    std::vector<std::string> parts;
    if (counts.withheld_entities > 0) {
        parts.push_back(count(counts.withheld_entities, "entity", "entities"));
    }
    if (counts.withheld_relations > 0) {
        parts.push_back(count(counts.withheld_relations, "relation", "relations"));
    }
    if (counts.withheld_claims > 0) {
        parts.push_back(count(counts.withheld_claims, "claim", "claims"));
    }
    if (parts.empty()) return {};
    return "Withheld, being marked above " + tlp_text(lens.tlp) + ": " + join(parts, ", ") + '.';
}

/// What the picture was reduced by, so that nobody takes a part for the whole.
std::string reduced(const LeftOut& left_out, std::size_t unlabelled) {
    std::vector<std::string> parts;
    if (left_out.bundles > 0) {
        parts.push_back(count(left_out.bundled, "entity is", "entities are") + " drawn in " +
                        count(left_out.bundles, "bundle", "bundles") + " of what is linked alike");
    }
    if (left_out.entities > 0) {
        parts.push_back(count(left_out.entities, "entity is", "entities are") +
                        " not drawn; names say how many of them they are linked to");
    }
    if (left_out.backbone > 0) {
        parts.push_back(count(left_out.edges, "edge is", "edges are") +
                        " not drawn, being outside the backbone (disparity filter at " +
                        gv_number(left_out.backbone) + "), nor " +
                        count(left_out.cut_off, "entity", "entities") + " that lost all edges");
    }
    if (left_out.weak_edges > 0) {
        parts.push_back(count(left_out.weak_edges, "edge is", "edges are") +
                        " not drawn, being of a low association strength");
    }
    if (unlabelled > 0) {
        parts.push_back(count(unlabelled, "edge bears", "edges bear") +
                        " no number for want of room");
    }
    return parts.empty() ? "" : "Reduced: " + join(parts, "; ") + '.';
}

std::string left_out(const Scene& scene, const Content& content) {
    if (!content.place_codes) return {};
    std::string text;
    if (content.labelled < scene.nodes.size()) {
        text = "Too many to name: the " + std::to_string(content.labelled) +
               " entities with the highest measure are named, the other " +
               std::to_string(scene.nodes.size() - content.labelled) +
               " are dots in the shape and colour of their kind.";
    }
    if (!scene.placed.empty()) {
        text +=
            (text.empty() ? "" : " ") +
            count(scene.placed.size(), "link to a country is", "links to countries are") +
            " not drawn; only " +
            (content.cluster == Clustering::country ? "areas and named actors" : "named actors") +
            " show theirs.";
    }
    const auto bare = static_cast<std::size_t>(
        std::count_if(content.areas.begin(), content.areas.end(),
                      [](const Area& area) { return area.outline.empty(); }));
    if (bare > 0) {
        text += (text.empty() ? "" : " ") + count(bare, "cluster has", "clusters have") +
                " no area, since others stand between what is in it.";
    }
    return text;
}

}  // namespace

std::string title_of(const ActorGraph& graph, const DrawOptions& options) {
    if (!options.title.empty()) return clean_text(options.title);
    return graph.title().empty() ? "Actor map" : clean_text(graph.title());
}

std::vector<std::string> caption_of(const Lens& lens, const View& view, const Scene& scene,
                                    const Content& content, const Citations& citations) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view text) {
        if (!text.empty()) lines.push_back(clean_text(text, 600));
    };
    if (view.entities.empty()) add("Nothing to show under this lens.");
    add(when_and_how(lens, citations));
    if (!view.entities.empty()) add(counts(view, citations));
    add(withheld(lens, view.selection.counts));
    add(reduced(scene.left_out, content.unlabelled));
    add(left_out(scene, content));
    return lines;
}

std::vector<std::string> source_list(const Citations& citations, std::size_t most) {
    std::vector<std::string> list;
    const std::size_t shown = std::min(most, citations.list.size());
    for (std::size_t i = 0; i < shown; ++i) {
        list.push_back('[' + std::to_string(i + 1) + "] " + citations.list[i]);
    }
    if (shown < citations.list.size()) {
        list.push_back("and " + std::to_string(citations.list.size() - shown) +
                       " more, which the JSON form of this picture lists");
    }
    return list;
}

}  // namespace actormap
