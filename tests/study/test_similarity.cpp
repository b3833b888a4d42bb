#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/study/comparison.hpp>

#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

bool close(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

/// What a graph is in the native format, with one speaker `s`.
class Sketch {
  public:
    void entity(const std::string& id, const std::string& type, const std::string& more = "") {
        add(entities_, R"({"id": ")" + id + R"(", "type": ")" + type + '"' + more + '}');
    }
    void relation(const std::string& from, const std::string& type, const std::string& to,
                  const std::string& claim = R"({"by": "s"})") {
        add(relations_, R"({"from": ")" + from + R"(", "type": ")" + type + R"(", "to": ")" + to +
                            R"(", "claims": [)" + claim + "]}");
    }
    [[nodiscard]] Reading read() const {
        return read_text(
            R"({"actormap": 1, "speakers": [{"id": "s", "kind": "vendor"}, {"id": "t", "kind": "press"}],
                "sources": [{"id": "p", "publisher": "s"}, {"id": "q", "publisher": "t"}],
                "entities": [)" +
            entities_ + R"(], "relations": [)" + relations_ + "]}");
    }

  private:
    static void add(std::string& list, const std::string& item) {
        list += (list.empty() ? "" : ",\n") + item;
    }
    std::string entities_, relations_;
};

EntityId id_of(const ActorGraph& graph, std::string_view id) {
    return *graph.find_entity(id);
}

/// Three groups and a sponsor: a and b share a rare tool, and all three come from China.
Sketch groups() {
    Sketch sketch;
    for (const char* id : {"a", "b", "c"}) sketch.entity(id, "intrusion-set");
    sketch.entity("d", "threat-actor");
    sketch.entity("state", "threat-actor", R"(, "roles": ["sponsor"])");
    sketch.entity("cn", "location");
    for (const char* id : {"rare", "common"}) sketch.entity(id, "tool");
    for (const char* id : {"a", "b", "c", "state"}) sketch.relation(id, "originates-from", "cn");
    sketch.relation("a", "attributed-to", "state");
    for (const char* id : {"a", "b", "c", "d"}) sketch.relation(id, "uses", "common");
    for (const char* id : {"a", "b"}) sketch.relation(id, "uses", "rare");
    sketch.relation("d", "targets", "cn");
    return sketch;
}

std::vector<std::string> ids(const ActorGraph& graph, const Similarity& similarity) {
    std::vector<std::string> list;
    for (const SimilarRow& row : similarity.rows)
        list.push_back(std::to_string(row.rank) + ' ' + graph[row.entity].id);
    return list;
}

std::vector<std::string> words(const ActorGraph& graph, const std::vector<Reason>& reasons) {
    std::vector<std::string> list;
    for (const Reason& r : reasons)
        list.push_back(std::string(to_string(r.trait.heading)) + ' ' + graph[r.trait.other].id +
                       ' ' + std::to_string(r.having) + '/' + std::to_string(r.known));
    return list;
}

std::string thrown(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return std::string(error.id()) + ": " + error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("similar: the rare counts for more than the common", "[study]") {
    const Reading reading = groups().read();
    REQUIRE(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    const View view = apply(graph, {}, Direction::directed);
    const Similarity found = similar(graph, view, id_of(graph, "a"));
    CHECK(found.compared == 3);  // the sponsor is none of them
    CHECK(found.traits == 4);
    CHECK(ids(graph, found) == std::vector<std::string>{"1 b", "2 c", "3 d"});
    const SimilarRow& first = found.rows[0];
    CHECK(words(graph, first.reasons) ==
          std::vector<std::string>{"tooling rare 2/4", "origin cn 3/3", "tooling common 4/4"});
    CHECK(first.shared == 3);
    CHECK(first.traits == 3);
    CHECK(found.rows[2].shared == 1);  // cn is where d strikes, and where a comes from

    const double rare = std::log(5.0 / 2), common = std::log(5.0 / 4), cn = std::log(4.0 / 3),
                 state = std::log(4.0 / 1);
    const auto square = [](double x) { return x * x; };
    const double both = square(rare) + square(common) + square(cn);
    CHECK_THAT(first.values,
               near({both / (both + square(state)), 3.0 / 4,
                     1 / std::log(2) + 1 / std::log(4) + 1 / std::log(3), first.values[3]}));
    CHECK(first.reasons[0].rarity == rare);
    CHECK(std::abs(first.reasons[0].share - square(rare) / (both + square(state))) < 1e-15);
    CHECK(graph[graph[first.reasons[0].first.at(0)].from].id == "a");
    CHECK(graph[graph[first.reasons[0].second.at(0)].from].id == "b");
}

TEST_CASE("similar: options choose what counts and what is listed", "[study]") {
    const Reading reading = groups().read();
    const ActorGraph& graph = reading.graph();
    const View view = apply(graph, {}, Direction::directed);
    const EntityId a = id_of(graph, "a");
    CHECK(ids(graph, similar(graph, view, a, {.on = {Heading::origin}})) ==
          std::vector<std::string>{"1 b", "1 c"});
    CHECK(ids(graph, similar(graph, view, a, {.on = {Heading::tooling, Heading::victims}})) ==
          std::vector<std::string>{"1 b", "2 c", "3 d"});
    CHECK(ids(graph, similar(graph, view, a, {.of = {"threat-actor"}})) ==
          std::vector<std::string>{"1 d", "1 state"});
    CHECK(ids(graph, similar(graph, view, a, {.top = 1})) == std::vector<std::string>{"1 b"});
    CHECK(similar(graph, view, a, {.reasons = 1}).rows[0].reasons.size() == 1);
    CHECK(similar(graph, view, a, {.reasons = 1}).rows[0].shared == 3);
    const Similarity walk = similar(graph, view, a, {.by = {Likeness::pagerank}});
    CHECK(ids(graph, walk).front() == "1 b");
    CHECK(walk.rows[0].values.size() == 1);

    CHECK(thrown([&] { (void)similar(graph, view, a, {.by = {}}); }) ==
          "unknown-measure: likeness needs a measure; name one");
    CHECK(thrown([&] {
              (void)similar(graph, view, a, {.of = {"tools"}});
          }).starts_with("unknown-type: no entity here has the type 'tools'"));
    CHECK(thrown([&] { (void)similar(graph, apply(graph, {}), a); }) ==
          "network-direction: likeness asks which way relations go; apply the lens with "
          "Direction::directed");
    const View tools = apply(graph, {.types = {"tool"}}, Direction::directed);
    CHECK(thrown([&] { (void)similar(graph, tools, a); }) ==
          "not-in-view: 'a' is not in the network under this lens; widen it");
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(similar(graph, view, a, {}, {.stop = stop.get_token()}), Cancelled);
}

TEST_CASE("similar: a tool is compared with tools, by who uses it", "[study]") {
    const Reading reading = groups().read();
    const ActorGraph& graph = reading.graph();
    const View view = apply(graph, {}, Direction::directed);
    const Similarity found = similar(graph, view, id_of(graph, "rare"));
    CHECK(ids(graph, found) == std::vector<std::string>{"1 common"});
    CHECK(words(graph, found.rows[0].reasons) ==
          std::vector<std::string>{"actors a 2/2", "actors b 2/2"});
}

TEST_CASE("similar under a roll-up compares what is above", "[study]") {
    Sketch sketch;
    for (const char* id : {"a", "b"}) sketch.entity(id, "intrusion-set");
    for (const char* id : {"x", "y"}) {
        sketch.entity(id, "identity");
        sketch.relation(id, "located-at", "fi");
    }
    sketch.entity("fi", "location");
    sketch.relation("a", "targets", "x");
    sketch.relation("b", "targets", "y");
    const Reading reading = sketch.read();
    const ActorGraph& graph = reading.graph();
    const EntityId a = id_of(graph, "a");
    CHECK(similar(graph, apply(graph, {}, Direction::directed), a).rows.empty());
    const Similarity rolled = similar(
        graph, apply(graph, {.roll_up = {RollUp::victims_country}}, Direction::directed), a);
    REQUIRE(ids(graph, rolled) == std::vector<std::string>{"1 b"});
    const Reason& reason = rolled.rows[0].reasons.at(0);
    CHECK(words(graph, {reason}) == std::vector<std::string>{"victims fi 2/2"});
    CHECK(graph[graph[reason.first.at(0)].to].id == "x");  // the relation that was rolled up
    CHECK(graph[graph[reason.second.at(0)].to].id == "y");
}

TEST_CASE("headings follow from the relation, its direction and the other end", "[study]") {
    using H = std::optional<Heading>;
    CHECK(heading_of("uses", true, "malware") == H(Heading::tooling));
    CHECK(heading_of("authored-by", false, "malware") == H(Heading::tooling));
    CHECK(heading_of("uses", true, "attack-pattern") == H(Heading::techniques));
    CHECK(heading_of("targets", true, "location") == H(Heading::victims));
    CHECK(heading_of("targets", false, "intrusion-set") == H(Heading::attackers));
    CHECK(heading_of("targets", true, "vulnerability") == H(Heading::vulnerabilities));
    CHECK(heading_of("exploits", true, "vulnerability") == H(Heading::vulnerabilities));
    CHECK(heading_of("compromises", true, "infrastructure") == H(Heading::victims));
    CHECK(heading_of("owns", true, "infrastructure") == H(Heading::infrastructure));
    CHECK(heading_of("attributed-to", false, "campaign") == H(Heading::campaigns));
    CHECK(heading_of("attributed-to", true, "threat-actor") == H(Heading::origin));
    CHECK(heading_of("attributed-to", false, "intrusion-set") == H(Heading::actors));
    CHECK(heading_of("originates-from", true, "location") == H(Heading::origin));
    CHECK(heading_of("originates-from", false, "identity") == H(Heading::other));
    CHECK(heading_of("associated-with", true, "identity") == H(Heading::other));
    CHECK(heading_of("similar", true, "intrusion-set") == H());
    CHECK(heading_of("distinct-from", false, "malware") == H());
    CHECK(heading_of("use", true, "identity") == H(Heading::other));  // no word, only a part of one
    CHECK(heading_of("", true, "") == H(Heading::other));
    for (const std::string_view word : heading_words())
        CHECK(to_string(*parse_heading(word)) == word);
    CHECK(heading_words().size() == 10);
    CHECK(!parse_heading("victim"));
}

TEST_CASE("similar equals its definition on random graphs", "[study][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    INFO("seed " << seed);
    std::mt19937 bits(seed);
    Sketch sketch;
    const std::vector<std::string> types{"intrusion-set", "threat-actor", "tool", "location",
                                         "identity"};
    const std::vector<std::string> kinds{"uses", "targets", "originates-from", "attributed-to",
                                         "similar"};
    std::map<std::string, std::string> type_of;
    for (int i = 0; i < 12; ++i) {
        const std::string id(1, static_cast<char>('a' + i));
        type_of[id] = i < 5 ? types[static_cast<std::size_t>(i % 2)] : types[bits() % types.size()];
        sketch.entity(id, type_of[id]);
    }
    std::map<std::string, std::set<std::pair<Heading, std::string>>> traits;
    std::set<std::string> said;
    for (int i = 0; i < 40; ++i) {
        const std::string from(1, static_cast<char>('a' + bits() % 12)),
            to(1, static_cast<char>('a' + bits() % 12)), kind = kinds[bits() % kinds.size()];
        if (from == to || !said.insert(from + kind + to).second) continue;
        sketch.relation(from, kind, to);
        if (const auto h = heading_of(kind, true, type_of[to])) traits[from].insert({*h, to});
        if (const auto h = heading_of(kind, false, type_of[from])) traits[to].insert({*h, from});
    }
    const auto is_actor = [&](const std::string& id) {
        return type_of[id] == "intrusion-set" || type_of[id] == "threat-actor";
    };
    const auto weight = [&](const std::pair<Heading, std::string>& trait) {
        double having = 0, known = 0;
        for (const auto& [id, of] : traits) {
            if (!is_actor(id)) continue;
            having += of.contains(trait) ? 1 : 0;
            for (const auto& one : of) {
                if (one.first != trait.first) continue;
                ++known;
                break;
            }
        }
        return std::pow(std::log((known + 1) / having), 2);
    };

    const Reading reading = sketch.read();
    REQUIRE(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    const View view = apply(graph, {}, Direction::directed);
    if (!view.vertex(id_of(graph, "a"))) return;
    const Similarity found = similar(graph, view, id_of(graph, "a"), {.reasons = 99});
    std::size_t alike = 0;
    for (const auto& [id, of] : traits) {
        if (id == "a" || !is_actor(id)) continue;
        double both = 0, either = 0, shared = 0, all = 0;
        for (const auto& trait : traits["a"]) {
            if (of.contains(trait)) both += weight(trait), ++shared;
            either += weight(trait), ++all;
        }
        for (const auto& trait : of)
            if (!traits["a"].contains(trait)) either += weight(trait), ++all;
        if (shared == 0) continue;
        ++alike;
        for (const SimilarRow& row : found.rows) {
            if (graph[row.entity].id != id) continue;
            CHECK(close(row.values[0], both / either));
            CHECK(close(row.values[1], shared / all));
            CHECK(row.shared == static_cast<std::size_t>(shared));
            double sum = 0;
            for (const Reason& reason : row.reasons) {
                sum += reason.share;
                CHECK((!reason.first.empty() && !reason.second.empty()));
            }
            CHECK(close(sum, row.values[0]));

            const Comparison pair = compare(graph, {}, view, found.entity, row.entity);
            CHECK(pair.rarity == row.values[0]);
            CHECK(pair.jaccard == row.values[1]);
            std::size_t told = 0;
            for (const HeadingComparison& heading : pair.headings) told += heading.shared.size();
            CHECK(told == row.shared);
            CHECK(close(compare(graph, {}, view, row.entity, found.entity).rarity, pair.rarity));
        }
    }
    CHECK(found.rows.size() == alike);
}
