#include "read/reading.hpp"
#include "support/catch.hpp"
#include "write/hostile_graph.hpp"

#include <actormap/write/native.hpp>

#include <algorithm>
#include <random>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

std::string with_records(const std::string& records) {
    return R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}], )" +
           records + '}';
}

}  // namespace

TEST_CASE("builder: the order of the input does not matter", "[model][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    INFO("seed " << seed);
    Diagnostics first_diagnostics;
    const ActorGraph expected = HostileGraph(seed).graph(first_diagnostics);

    // The same records in another order, spread over three files.
    std::mt19937 bits(seed);
    auto records = HostileGraph(seed).records();
    const auto shuffle = [&](auto& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[bits() % i]);
    };
    shuffle(records.speakers);
    shuffle(records.sources);
    shuffle(records.entities);
    shuffle(records.relations);
    for (EntityDraft& entity : records.entities) shuffle(entity.names);
    for (RelationDraft& r : records.relations) shuffle(r.claims);
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    for (const char* name : {"1", "2", "3"}) builder.begin({name, "native", true});
    const auto place = [&] { return Place{static_cast<std::uint32_t>(bits() % 3), 1, 1}; };
    for (RelationDraft& r : records.relations) {
        r.relation.place = {0, 1, 1};  // one that is unclaimed is its file's
        builder.add(std::move(r));
    }
    for (EntityDraft& e : records.entities) {
        e.entity.place = place();
        builder.add(std::move(e));
    }
    for (SourceDraft& s : records.sources) builder.add(std::move(s));
    for (SpeakerDraft& s : records.speakers) builder.add(std::move(s));
    shuffle(records.judgements);
    for (JudgementDraft& j : records.judgements) builder.add(std::move(j));
    const ActorGraph graph = builder.build();
    CHECK(diagnostics.errors() == 0);

    // Title, date and properties are the file's own, and the file of an unclaimed relation has
    // another name here.
    const auto body = [](const ActorGraph& g) {
        std::string text = write_native(g);
        for (const std::string name : {"file:hostile", "file:1"}) {
            for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos;)
                text.replace(at, name.size(), "FILE");
        }
        const std::size_t speakers = text.find("\n  \"speakers\"");
        return speakers == std::string::npos ? std::string() : text.substr(speakers);
    };
    CHECK(body(graph) == body(expected));
}

TEST_CASE("builder: files read in any order give equal graphs", "[model]") {
    std::vector<std::pair<std::string, std::string>> files{
        {"a", with_records(R"("relations": [{"from": "a", "type": "uses", "to": "c", "claims": [
             {"by": "t", "source": "p"}, {"by": "s", "cites": "k"}]}])")},
        {"b",
         R"({"actormap": 1, "entities": [{"id": "c", "type": "tool", "name": "C"}, {"id": "a", "type": "tool", "name": "A"}]})"},
        {"c", R"({"actormap": 1, "title": "T", "speakers": [{"id": "t", "kind": "vendor"}],
             "sources": [{"id": "p", "publisher": "t", "date": "2020"}]})"},
        {"d",
         R"({"actormap": 1, "entities": [{"id": "c", "type": "tool", "names": [{"name": "N"}]}],
             "relations": [{"from": "a", "type": "uses", "to": "c", "claims": [
             {"by": "t", "id": "k", "note": "n"}, {"by": "t", "source": "p"}]}]})"}};
    std::sort(files.begin(), files.end());
    const ActorGraph expected = read_inputs(files).result.graph;
    CHECK(expected.entities().size() == 3);
    CHECK(expected[*expected.find_entity("a")].name ==
          "A");  // a label that is the id was not given
    CHECK(expected[*expected.find_entity("c")].name == "C");
    CHECK(expected.relations().size() == 1);
    CHECK(expected.claims().size() == 3);
    do {
        const Reading reading = read_inputs(files);
        CHECK(reading.said.empty());
        CHECK(reading.graph() == expected);
        CHECK(reading.result.report.counts.duplicates == 1);
    } while (std::next_permutation(files.begin(), files.end()));
}

TEST_CASE("builder: contradictions across files are reported and both kept", "[model]") {
    const Reading reading = read_inputs({{"1", R"({"actormap": 1,
"speakers": [{"id": "s", "kind": "press", "name": "S", "country": "FI"}],
"sources": [{"id": "p", "publisher": "s", "date": "2020", "title": "T", "reliability": "A"}],
"entities": [{"id": "a", "type": "tool", "name": "A", "description": "D", "x_k": 1, "marking": "green"}],
"relations": [{"id": "r", "from": "a", "type": "uses", "to": "a", "start": "2020"}]})"},
                                         {"2", R"({"actormap": 1,
"speakers": [{"id": "s", "kind": "vendor", "name": "Z", "country": "SE"}],
"sources": [{"id": "p", "publisher": "s", "date": "2021", "title": "Z", "reliability": "B"}],
"entities": [{"id": "a", "type": "malware", "name": "Z", "description": "Z", "x_k": 2, "marking": "red"}],
"relations": [{"id": "r", "from": "a", "type": "owns", "to": "a", "start": "2021"}]})"}});
    Strings fields;
    for (const std::string& line : reading.said) {
        CHECK(line.find("2:") == 0);
        CHECK(line.find(": warning: ") != std::string::npos);
        const std::size_t has = line.find(" has the ") + 9;
        fields.push_back(line.substr(has, line.find(' ', has) - has));
    }
    CHECK(fields == Strings{"name", "country", "kind", "title", "date", "reliability", "type",
                            "name", "description", "type", "when", "x_k"});
    CHECK(
        reading.said[0] ==
        "2:2:14: warning: speaker 's' has the name 'Z' here and 'S' in an earlier file; the first "
        "is used, both are kept [conflict]");
    CHECK(reading.result.report.counts.conflicts == fields.size());
    const ActorGraph& graph = reading.graph();
    const Speaker& speaker = graph[*graph.find_speaker("s")];
    CHECK(speaker.kind == SpeakerKind::press);
    CHECK(speaker.properties ==
          Properties{{"x_conflicts",
                      R"([{"field":"name","value":"Z"},{"field":"country","value":"SE"},)"
                      R"({"field":"kind","value":"vendor"}])"}});
    CHECK(graph.entities()[0].type == "tool");
    CHECK(graph.entities()[0].marking == Tlp::red);  // the stricter one
    CHECK(read_text(write_native(graph)).graph() == graph);
}

TEST_CASE("builder: what one file leaves open, another fills in", "[model]") {
    const Reading reading = read_inputs(
        {{"1.csv", "source,target\na,b\n"},
         {"2", R"({"actormap": 1, "speakers": [{"id": "s", "kind": "vendor", "name": "S"}],
                  "entities": [{"id": "a", "type": "malware", "name": "A"}, {"id": "b", "type": "identity"}]})"},
         {"3.csv", "from,from_type,relation,to,by\na,,uses,b,s\n"}});
    CHECK(reading.said.empty());
    CHECK(reading.graph().entities()[0].type == "malware");
    CHECK(reading.graph().entities()[0].name == "A");
    CHECK(reading.graph()[*reading.graph().find_speaker("s")].kind == SpeakerKind::vendor);
}

TEST_CASE("builder: what is first said wins over what was assumed, and then stays", "[model]") {
    const auto native = [](const std::string& kind, const std::string& type) {
        return R"({"actormap": 1, "speakers": [{"id": "s", "kind": ")" + kind +
               R"("}], "entities": [{"id": "a", "type": ")" + type + R"("}]})";
    };
    const std::string table = "from,relation,to,by\na,uses,a,s\n";
    const Reading reading = read_inputs({{"1", table},
                                         {"2", native("vendor", "malware")},
                                         {"3", native("press", "tool")},
                                         {"4", table}});
    CHECK(
        reading.said ==
        Strings{"3:1:30: warning: speaker 's' has the kind 'press' here and 'vendor' in an earlier "
                "file; the first is used, both are kept [conflict]",
                "3:1:74: warning: entity 'a' has the type 'tool' here and 'malware' in an earlier "
                "file; the first is used, both are kept [conflict]"});
    CHECK(reading.graph().speakers()[0].kind == SpeakerKind::vendor);
    CHECK(reading.graph().entities()[0].type == "malware");
}

TEST_CASE("builder: relations without claims are their file's", "[model]") {
    const Reading reading = read_inputs({{"some/where/\xFFx\n.csv", "source,target\na,b\nb,c\n"}});
    CHECK(reading.result.report.counts.unclaimed == 2);
    const ActorGraph& graph = reading.graph();
    REQUIRE(graph.speakers().size() == 1);
    CHECK(graph.speakers()[0].id == "file:?x?.csv");  // fit to be an id, whatever the file's name
    CHECK(graph.speakers()[0].kind == SpeakerKind::database);
    CHECK(graph.claims().size() == 2);
    CHECK(file_speaker("-") == "file:stdin");
    CHECK(file_speaker("a/b.json") == "file:b.json");
    CHECK(read_text(write_native(graph)).graph() == graph);
}
