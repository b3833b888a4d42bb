#include <actormap/base/text.hpp>
#include <actormap/draw/citations.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace actormap {

namespace {

constexpr std::size_t longest_entry = 400;

/// A line of the list.
struct Entry {
    std::size_t number = 0;
    std::map<std::string, std::set<Stance>> speakers;  // whose claims it carries
};

/// What is cited, in the order of the list: undated last.
struct Cited {
    bool undated = false;
    PartialDate date;
    std::string publisher;
    std::string title;
    std::string id;
    std::string url;
    std::string archive_url;
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
        found.url = source.url;
        found.archive_url = source.archive_url;
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

/// A speaker, and what it does unless it only asserts.
std::string speaker_text(const std::string& name, const std::set<Stance>& stances) {
    if (stances == std::set{Stance::asserts}) return name;
    std::vector<std::string> words;
    for (const Stance stance : stances) words.emplace_back(to_string(stance));
    return name + " (" + join(words, ", ") + ')';
}

/// The entry, led by the speakers where the publisher carries what others say.
std::string carried(const Cited& what, const Entry& entry) {
    std::vector<std::string> speakers;
    for (const auto& [name, stances] : entry.speakers)
        speakers.push_back(speaker_text(name, stances));
    const bool own = entry.speakers.size() == 1 && entry.speakers.begin()->first == what.publisher;
    return join(speakers, ", ") +
           (own ? what.text.substr(what.publisher.size()) : ", in " + what.text);
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
    std::map<Cited, Entry> entries;
    const auto visit_all = [&](const ViewEdge& edge, const auto& visit) {
        for (const RelationId relation : edge.relations) {
            for_each_visible_claim(graph, view.selection, relation, visit);
        }
    };
    for (const ViewEdge& edge : view.edges) {
        visit_all(edge, [&](const Claim& claim) {
            ++citations.claims;
            citations.latest = std::max(citations.latest, claim.date);
            entries[cited(graph, claim)].speakers[graph[claim.by].name].insert(claim.stance);
        });
    }
    for (auto& [what, entry] : entries) {
        citations.list.push_back(clean_text(carried(what, entry), longest_entry));
        citations.ids.push_back(what.id);
        citations.works.push_back(
            {what.publisher, what.date, what.title, what.url, what.archive_url});
        entry.number = citations.list.size();
    }
    for (const ViewEdge& edge : view.edges) {
        std::set<std::size_t> of_edge;
        visit_all(edge, [&](const Claim& claim) {
            of_edge.insert(entries.at(cited(graph, claim)).number);
        });
        citations.edges.emplace_back(of_edge.begin(), of_edge.end());
    }
    return citations;
}

std::vector<std::size_t> numbers_of(const Citations& citations,
                                    const std::vector<std::size_t>& edges) {
    std::set<std::size_t> numbers;
    for (const std::size_t edge : edges) {
        numbers.insert(citations.edges[edge].begin(), citations.edges[edge].end());
    }
    return {numbers.begin(), numbers.end()};
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
