#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/write/native.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

std::string with_records(const std::string& records) {
    return R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}], )" +
           records + '}';
}

std::string relation(const std::string& more) {
    return with_records(R"("relations": [{"from": "a", "type": "uses", "to": "b")" + more + "}]");
}

}  // namespace

TEST_CASE("builder: an id twice in one file is an error", "[model]") {
    struct Row {
        std::string text;
        Strings said;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"actormap": 1, "speakers": [
{"id": "s", "kind": "press"},
{"id": "s", "kind": "press"}]})",
         {"x:3:1: error: speaker 's' is already defined at line 2; give an id once in a file, or "
          "rename one of them [duplicate-id]"}},
        {R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "sources": [
{"id": "p", "publisher": "s"},
{"id": "p", "publisher": "s", "title": "t"}]})",
         {"x:3:1: error: source 'p' is already defined at line 2; give an id once in a file, or "
          "rename one of them [duplicate-id]"}},
        {R"({"actormap": 1, "entities": [
{"id": "a", "type": "tool"},
{"id": "a", "type": "malware"}]})",
         {"x:3:1: error: entity 'a' is already defined at line 2; give an id once in a file, or "
          "rename one of them [duplicate-id]"}},
        {with_records(R"("relations": [
{"id": "r", "from": "a", "type": "uses", "to": "b"},
{"id": "r", "from": "b", "type": "uses", "to": "a"}])"),
         {"x:4:1: error: relation 'r' is already defined at line 3; give an id once in a file, or "
          "rename one of them [duplicate-id]"}},
        {relation(R"(, "claims": [
{"by": "s", "id": "c"},
{"by": "s", "id": "c", "note": "n"}])"),
         {"x:4:1: error: claim 'c' is already defined at x:3:1; give an id once "
          "[duplicate-id]"}},
    }));
    INFO(row.text);
    const Reading reading = read_text(row.text);
    CHECK(reading.said == row.said);
    // What is left is whole: it can be written and read without an error.
    CHECK(read_text(write_native(reading.graph())).said.empty());
}

TEST_CASE("builder: a reference to nothing is an error at its place", "[model]") {
    struct Row {
        std::string text;
        Strings said;
    };
    const std::string gone = " [dangling-reference]";
    const auto row = GENERATE_COPY(values<Row>({
        {R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press", "entity": "zz"}]})",
         {"x:1:69: error: no file of this call defines an entity 'zz'; define it, or correct the "
          "reference" +
          gone}},
        {R"({"actormap": 1, "sources": [{"id": "p", "publisher": "zz"}]})",
         {"x:1:54: error: no file of this call defines a speaker 'zz'; define it, or correct the "
          "reference" +
          gone}},
        {R"({"actormap": 1, "entities": [{"id": "aa", "type": "tool"}],
"relations": [{"from": "ab", "type": "uses", "to": "zz"}]})",
         {"x:2:24: error: no file of this call defines an entity 'ab'; define it, or correct the "
          "reference; did you mean 'aa'?" +
              gone,
          "x:2:52: error: no file of this call defines an entity 'zz'; define it, or correct the "
          "reference" +
              gone}},
        {relation(R"(,
"claims": [{"by": "zz"}])"),
         {"x:3:19: error: no file of this call defines a speaker 'zz'; define it, or correct the "
          "reference" +
          gone}},
        {relation(R"(,
"claims": [{"by": "s", "source": "zz"}])"),
         {"x:3:34: error: no file of this call defines a source 'zz'; define it, or correct the "
          "reference" +
          gone}},
        {relation(R"(,
"claims": [{"by": "s", "cites": "zz"}])"),
         {"x:3:33: error: no file of this call defines a claim 'zz'; define it, or correct the "
          "reference" +
          gone}},
        {R"({"actormap": 1, "entities": [{"id": "a", "type": "tool", "names": [
{"name": "n", "by": "zz"}]}]})",
         {"x:2:21: error: no file of this call defines a speaker 'zz'; define it, or correct the "
          "reference" +
          gone}},
    }));
    INFO(row.text);
    const Reading reading = read_text(row.text);
    CHECK(reading.said == row.said);
    CHECK(reading.result.report.counts.dangling == row.said.size());
    const Reading again = read_text(write_native(reading.graph()));
    CHECK(again.said.empty());
    CHECK(again.graph() == reading.graph());
}

TEST_CASE("builder: faulty claims take their relation with them", "[model]") {
    // With none of its claims left, a relation must not look as if its file asserted it.
    CHECK(read_text(relation(R"(, "claims": [{"by": "zz"}])")).graph().relations().empty());
    CHECK(read_text(relation(R"(, "claims": [{"note": "n"}])")).graph().relations().empty());
    const Reading one = read_text(relation(R"(, "claims": [{"by": "zz"}, {"by": "s"}])"));
    CHECK(one.graph().relations().size() == 1);
    CHECK(one.graph().claims().size() == 1);
}

TEST_CASE("builder: a claim needs a speaker, an interval an order", "[model]") {
    CHECK(
        read_text(relation(R"(, "claims": [
{"note": "n"}])"))
            .said ==
        Strings{"x:3:1: error: a claim needs a speaker; give 'by', or 'source' whose publisher it "
                "is [claim-speaker]"});
    const Reading backward = read_text(with_records(R"("relations": [
{"from": "a", "type": "uses", "to": "b", "start": "2021-02", "stop": "2021-01-31"}])"));
    CHECK(backward.said ==
          Strings{"x:3:1: error: it ends (2021-01-31) before it begins (2021-02); exchange or "
                  "correct the dates [interval-backwards]"});
    CHECK(backward.graph().relations().empty());
    const Reading name =
        read_text(R"({"actormap": 1, "entities": [{"id": "a", "type": "tool", "names": [
{"name": "n", "since": "2021", "until": "2020"}]}]})");
    CHECK(ids_of(name.said) == Strings{"interval-backwards"});
    CHECK(name.graph().entities()[0].names.empty());
    CHECK(read_text(relation(R"(, "start": "2021-12-31", "stop": "2021")")).said.empty());
}
