#include "record.hpp"
#include "support/catch.hpp"

#include <actormap/lens/edge_weights.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// a uses b twice (three claims, 80 at most, one withheld) and c once without a confidence; c and d
/// are linked by a relation whose weight is a text.
const char* const claimed = R"({"actormap": 1,
  "entities": [
    {"id": "a", "type": "intrusion-set", "name": "A"}, {"id": "b", "type": "malware", "name": "B"},
    {"id": "c", "type": "tool", "name": "C"}, {"id": "d", "type": "tool", "name": "D"}],
  "speakers": [{"id": "s", "name": "S", "kind": "vendor"}],
  "sources": [{"id": "r", "title": "R", "publisher": "s"}],
  "relations": [
    {"from": "a", "type": "uses", "to": "b", "weight": 2, "claims": [
      {"source": "r", "confidence": 80}, {"source": "r", "confidence": 30, "date": "2020-01-01"}]},
    {"from": "a", "type": "related-to", "to": "b", "weight": 0.5, "claims": [
      {"source": "r", "confidence": 60}, {"source": "r", "stance": "denies"}]},
    {"from": "a", "type": "uses", "to": "c", "claims": [{"source": "r"}]},
    {"from": "c", "type": "related-to", "to": "d", "weight": "2.5", "claims": [
      {"source": "r", "confidence": 0}]}]})";

double weight(const View& view, const ActorGraph& graph, const EdgeWeightOptions& options,
              const char* a, const char* b) {
    const auto from = view.vertex(graph.find_entity(a).value()).value();
    const auto to = view.vertex(graph.find_entity(b).value()).value();
    return edge_strengths(graph, view, options)[view.network.arc_index(from, to).value()];
}

}  // namespace

TEST_CASE("an edge weighs what its claims and relations say", "[lens]") {
    const ActorGraph graph = read_text(claimed);
    const View view = apply(graph, {});
    const auto of = [&](EdgeWeight by, const char* a, const char* b) {
        return weight(view, graph, {by}, a, b);
    };
    CHECK(of(EdgeWeight::none, "a", "b") == 1);
    CHECK(of(EdgeWeight::confidence, "a", "b") == 0.8);
    CHECK(of(EdgeWeight::confidence, "b", "a") == 0.8);
    CHECK(of(EdgeWeight::confidence, "a", "c") == 0.5);
    CHECK(of(EdgeWeight::confidence, "c", "d") == 0);
    const View doubtful = apply(graph, {.combining = {.assume = 20}});
    CHECK(weight(doubtful, graph, {EdgeWeight::confidence}, "a", "c") == 0.2);
    CHECK(weight(doubtful, graph, {EdgeWeight::confidence}, "a", "b") == 0.8);
    CHECK(of(EdgeWeight::claims, "a", "b") == 3);  // the denial carries nothing
    CHECK(of(EdgeWeight::claims, "a", "c") == 1);
    // What the lens hides does not count.
    const View uses = apply(graph, {.relations = {"uses"}});
    CHECK(weight(uses, graph, {EdgeWeight::claims}, "a", "b") == 2);
    const View sure = apply(graph, {.min_confidence = std::uint8_t{50}});
    CHECK(weight(sure, graph, {EdgeWeight::claims}, "a", "b") == 2);
    const View directed = apply(graph, {}, Direction::directed);
    CHECK(weight(directed, graph, {EdgeWeight::claims}, "a", "b") == 3);
}

TEST_CASE("an edge weighs the sum of the weights that its relations have", "[lens]") {
    const ActorGraph graph = read_text(claimed);
    const EdgeWeightOptions column{EdgeWeight::column};
    const View linked = apply(graph, {.relations = {"related-to"}});
    CHECK(weight(linked, graph, column, "a", "b") == 0.5);
    CHECK(weight(linked, graph, column, "c", "d") == 2.5);
    const View two = apply(graph, {.not_types = {"tool"}});
    CHECK(weight(two, graph, column, "a", "b") == 2.5);
    CHECK(error_of([&] { (void)edge_strengths(graph, apply(graph, {}), column); }) ==
          "weight-missing: the edge between 'a' and 'c' has no weight; give its relation a "
          "property \"weight\", or choose --weight confidence or claims");
}

TEST_CASE("a weight that is none is refused", "[lens]") {
    const auto error_with = [](const std::string& value) {
        const ActorGraph graph = read_text(
            R"({"actormap": 1, "entities": [{"id": "a", "type": "tool", "name": "A"},
                {"id": "b", "type": "tool", "name": "B"}],
                "speakers": [{"id": "s", "name": "S", "kind": "vendor"}], "relations": [
                {"from": "a", "type": "related-to", "to": "b", "weight": )" +
            value + R"(, "claims": [{"by": "s"}]}]})");
        return error_of(
            [&] { (void)edge_strengths(graph, apply(graph, {}), {EdgeWeight::column}); });
    };
    CHECK(error_with("0").empty());
    CHECK(error_with("\"3\"").empty());
    for (const char* bad : {"-1", "\"\"", "\"x\"", "null", "[1]", "true", "\"inf\"", "\"nan\""}) {
        INFO(bad);
        CHECK(error_with(bad).starts_with("weight-missing: the edge between 'a' and 'b' has the "));
    }
}
