#include <actormap/draw/citations.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace actormap {

namespace {

/// What is cited, in the order of the list: undated last.
struct Cited {
    bool undated = false;
    PartialDate date;
    std::string publisher;
    std::string title;
    std::string id;
    std::string text;

    [[nodiscard]] auto key() const { return std::tie(undated, date, publisher, title, id); }
    bool operator<(const Cited& other) const { return key() < other.key(); }
};

Cited cited(const ActorGraph& graph, const Claim& claim) {
    Cited found;
    std::string details;
    if (claim.source) {
        const Source& source = graph[*claim.source];
        found.date = source.date;
        found.publisher = graph[source.publisher].name;
        found.title = source.title;
        found.id = source.id;
        const std::string host = host_of(source.url);
        if (!source.title.empty()) details = ": " + source.title;
        if (!host.empty()) details += " (" + host + ')';
    } else {
        found.publisher = graph[claim.by].name;
        found.id = graph[claim.by].id;
        found.date = claim.date;
        details = ": no publication given";
    }
    found.undated = found.date.empty();
    found.text = found.publisher + (found.undated ? "" : ", " + to_string(found.date)) + details;
    return found;
}

}  // namespace

std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t at = url.rfind('@'); at != std::string_view::npos) {
        url.remove_prefix(at + 1);
    }
    if (url.starts_with("www.")) url.remove_prefix(4);
    return std::string(url);
}

Citations cite(const ActorGraph& graph, const View& view) {
    Citations citations;
    std::map<Cited, std::size_t> numbers;
    const auto visit_all = [&](const ViewEdge& edge, const auto& visit) {
        for (const RelationId relation : edge.relations) {
            for_each_visible_claim(graph, view.selection, relation, visit);
        }
    };
    for (const ViewEdge& edge : view.edges) {
        visit_all(edge, [&](const Claim& claim) {
            ++citations.claims;
            citations.latest = std::max(citations.latest, claim.date);
            numbers.emplace(cited(graph, claim), 0);
        });
    }
    for (auto& [what, number] : numbers) {
        citations.list.push_back(clean_text(what.text));
        citations.ids.push_back(what.id);
        number = citations.list.size();
    }
    for (const ViewEdge& edge : view.edges) {
        std::set<std::size_t> of_edge;
        visit_all(edge,
                  [&](const Claim& claim) { of_edge.insert(numbers.at(cited(graph, claim))); });
        citations.edges.emplace_back(of_edge.begin(), of_edge.end());
    }
    return citations;
}

std::string citation_text(const std::vector<std::size_t>& numbers, std::size_t most) {
    if (numbers.empty()) return {};
    std::string text = "[";
    std::size_t runs = 0;
    for (std::size_t i = 0; i < numbers.size(); ++runs) {
        if (runs == most) {
            text += ",\xE2\x80\xA6";
            break;
        }
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (runs > 0) text += ',';
        text += std::to_string(numbers[i]);
        if (last > i) text += (last == i + 1 ? "," : "-") + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text + ']';
}

}  // namespace actormap
