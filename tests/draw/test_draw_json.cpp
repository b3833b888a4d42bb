#include "sample.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const ActorGraph& graph, const Lens& lens = clear(),
                    Direction direction = Direction::undirected) {
    return draw(graph, lens, apply(graph, lens, direction), DrawFormat::json);
}

std::vector<std::string> keys(const Json& json) {
    std::vector<std::string> found;
    for (const auto& item : json.items()) found.push_back(item.key());
    return found;
}

}  // namespace

TEST_CASE("the JSON form holds every vertex and edge of the view", "[draw][json]") {
    const ActorGraph graph = sample();
    const View view = apply(graph, clear());
    const Json json = Json::parse(text_of(graph));
    CHECK(keys(json) == std::vector<std::string>{"title", "alleged", "marking", "directed",
                                                 "claims_until", "lens", "withheld", "vertices",
                                                 "edges", "sources", "canvas", "labels"});
    REQUIRE(json["vertices"].size() == view.entities.size());
    REQUIRE(json["edges"].size() == view.edges.size());
    std::set<std::string> ids;
    std::size_t drawn = 0;
    for (std::size_t v = 0; v < view.entities.size(); ++v) {
        const Json& vertex = json["vertices"][v];
        const Entity& entity = graph[view.entities[v]];
        CHECK(vertex["id"] == entity.id);
        CHECK(vertex["name"] == entity.name);
        CHECK(vertex["type"] == entity.type);
        CHECK(vertex["x"].get<double>() > 0);
        CHECK(vertex["y"].get<double>() > 0);
        ids.insert(entity.id);
        drawn += vertex["drawn"].get<bool>() ? 1U : 0U;
    }
    CHECK(drawn == 7);
    CHECK(ids.contains("cn"));  // not drawn, but there
    for (std::size_t e = 0; e < view.edges.size(); ++e) {
        const Json& edge = json["edges"][e];
        CHECK(ids.contains(edge["source"]));
        CHECK(ids.contains(edge["target"]));
        CHECK(edge["relations"].size() == view.edges[e].relations.size());
    }
    CHECK(json["title"] == "A sample");
    CHECK(json["marking"] == "clear");
    CHECK(json["directed"] == false);
    CHECK(json["lens"]["tlp"] == "clear");
    CHECK(json["withheld"]["entities"] == 1);
}

TEST_CASE("an edge leads back to relations, claims and sources", "[draw][json]") {
    const Json json = Json::parse(text_of(sample()));
    std::map<std::string, Json> edges;
    for (const Json& edge : json["edges"]) {
        edges[edge["source"].get<std::string>() + ' ' + edge["target"].get<std::string>()] = edge;
    }
    const Json office = edges.at("apt31 office");
    CHECK(office["confidence"] == 50);
    CHECK(office["disputed"] == false);
    REQUIRE(office["relations"].size() == 2);
    CHECK(office["relations"][0]["type"] == "compromises");
    CHECK(office["relations"][0]["sources"] == Json({"s2"}));
    CHECK(office["relations"][1]["type"] == "targets");
    CHECK(office["relations"][1]["confidence"].is_null());
    const Json parliament = edges.at("apt31 parliament");
    CHECK(parliament["disputed"] == true);
    CHECK(parliament["confidence"] == 90);
    const Json relation = parliament["relations"][0];
    CHECK(relation["from"] == "apt31");
    CHECK(relation["to"] == "parliament");
    CHECK(relation["start"] == "2020");
    CHECK(relation["stop"].is_null());
    CHECK(relation["claims"] == 2);
    CHECK(relation["sources"] == Json({"s2", "s3"}));
    CHECK(relation["speakers"] == Json({"embassy", "supo"}));
    CHECK(parliament["citations"] == Json({2, 3}));
    CHECK(json["sources"][1]["id"] == "s2");
    CHECK(json["sources"][1]["number"] == 2);
    CHECK(edges.at("apt40 storting")["hypothesis"] == true);
}

TEST_CASE("the JSON form says nothing of what is withheld", "[draw][json]") {
    CHECK_FALSE(has(text_of(sample()), "ecret"));
    Lens lens;
    CHECK(has(text_of(sample(), lens), "Secret agency"));
    CHECK(Json::parse(text_of(sample(), lens))["marking"] == "amber");
}

TEST_CASE("the JSON form is one record a line, valid for any name and any view", "[draw][json]") {
    const std::string text = text_of(sample());
    CHECK(count(text, "\n    {\"id\":\"") == 10);
    CHECK(text.ends_with("\n}\n"));
    CHECK(text == text_of(sample()));
    CHECK(Json::parse(text_of(pair_of(R"("\u202e\"]<&\u0001")")))["vertices"][0]["name"] ==
          "\xE2\x80\xAE\"]<&\x01");
    Lens nothing;
    nothing.types = {"campaign"};
    const Json empty = Json::parse(text_of(sample(), nothing));
    CHECK(empty["vertices"].empty());
    CHECK(empty["edges"].empty());
    CHECK(Json::parse(text_of(sample(), clear(), Direction::directed))["directed"] == true);
}
