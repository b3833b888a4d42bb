#include "read/reading.hpp"
#include "support/catch.hpp"

using namespace actormap;
using namespace actormap::test;

namespace {

std::string records(const ActorGraph& graph) {
    std::string text;
    const auto add = [&](const Properties& properties) {
        for (const Property& property : properties)
            text += ' ' + std::string(property.name) + '=' + std::string(property.json);
        text += "; ";
    };
    for (const Entity& entity : graph.entities()) {
        text += entity.id + '/' + entity.type + '/' + entity.name;
        add(entity.properties);
    }
    for (const Relation& relation : graph.relations()) {
        text += graph[relation.from].id + ' ' + relation.type.str() + ' ' + graph[relation.to].id;
        add(relation.properties);
    }
    return text;
}

}  // namespace

TEST_CASE("DOT is read as Graphviz understands it", "[read][dot]") {
    struct Row {
        std::string text, expected;
    };
    const auto row = GENERATE(values<Row>({
        {"digraph { a -> b -> c }",
         "a/identity/a; b/identity/b; c/identity/c; a related-to b; b related-to c; "},
        {"graph g { a -- b [label=uses, weight=3] }",
         "a/identity/a; b/identity/b; a uses b directed=false weight=3; "},
        {"digraph { node [shape=box]; a [label=\"The\\nA &amp; \\N\", type=tool]; }",
         "a/tool/The\nA & a shape=\"box\"; "},
        {"graph g { a [label=\"\\G:\\N\"]; a -- b [label=\"\\T \\H \\E\"] }",
         "a/identity/g:a; b/identity/b; a a b a--b b directed=false; "},
        {"digraph { a -> b [label=\"\\E\"] }", "a/identity/a; b/identity/b; a a->b b; "},
        {"digraph x { a [label=\"\\G\"] } digraph y { b [label=\"\\G\"] }",
         "a/identity/x; b/identity/y; "},
        {"digraph { \"a\\nb\" [label=\"[\\N]\"] }", "a\\nb/identity/[a\nb]; "},
        {"digraph { a [id=1, x_id=2] }", "a/identity/a x_id=2 x_x_id=\"1\"; "},
        {"digraph { \"a\\\"b\" -> c:n [start=2020, stop=x, id=e1] }",
         "a\"b/identity/a\"b; c/identity/c; a\"b related-to c headport=\"n\" x_id=\"e1\" "
         "x_stop=\"x\"; "},
        {"digraph { a [id=n1, source=x]; a -> b [id=e1, source=y, target=z] }",
         "a/identity/a source=\"x\" x_id=\"n1\"; b/identity/b; a related-to b x_id=\"e1\" "
         "x_source=\"y\" x_target=\"z\"; "},
        {"digraph a { label=x; q } digraph b { label=y; r }", "q/identity/q; r/identity/r; "},
        {"strict digraph { a -> b; a -> b; subgraph cluster_x { c } } digraph { d }",
         "a/identity/a; b/identity/b; c/identity/c; d/identity/d; a related-to b; "},
        {"digraph { a [label=<<b>x</b>>, image=\"/etc/passwd\"] }",
         "a/identity/<b>x</b> image=\"/etc/passwd\"; "},
    }));
    INFO(row.text);
    const Reading reading = read_text(row.text);
    CHECK(reading.said.empty());
    CHECK(records(reading.graph()) == row.expected);
}

TEST_CASE("labels that ask for long names millions of times are refused", "[read][dot]") {
    const std::string name(10'000, 'g');
    std::string label;
    for (int i = 0; i < 20'000; ++i) label += "\\G";
    const Reading reading =
        read_text("digraph " + name + " { a [label=\"" + label + "\"] }", InputFormat::dot);
    CHECK(ids_of(reading.said) == std::vector<std::string>{"dot-labels"});
    CHECK(reading.graph().entities().empty());
}

TEST_CASE("what is no DOT, or too much of it, says why", "[read][dot]") {
    struct Row {
        std::string text;
        std::string said;
    };
    std::string deep = "digraph {\n";
    for (int i = 0; i < 70; ++i) deep += "{ ";
    const auto row = GENERATE_COPY(values<Row>({
        {"digraph {\n a -> b;\n c - d;\n}",
         "x:3:1: error: syntax error near '-'; correct it [dot-syntax]"},
        {deep, "x:2:127: error: subgraphs are nested more than 64 deep; flatten them [dot-depth]"},
        {"digraph { a [label=" + std::string(70, '<') + "] }",
         "x:1:84: error: a label's markup is nested more than 64 deep; flatten it [dot-depth]"},
        {"digraph { a [label=\"" + std::string(100, '{') + "\"] /* {{{ */ # {\n }", ""},
    }));
    INFO(row.text);
    const Reading reading = read_text(row.text, InputFormat::dot);
    CHECK(reading.said == (row.said.empty() ? std::vector<std::string>() : std::vector{row.said}));
}
