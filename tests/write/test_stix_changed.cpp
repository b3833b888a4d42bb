#include "support/catch.hpp"
#include "write/bundles.hpp"

#include <actormap/model/redraft.hpp>
#include <actormap/model/unite.hpp>
#include <actormap/write/native.hpp>

#include <map>
#include <random>
#include <sstream>

// What came from STIX and was changed afterwards, in whatever way: nothing of the change may be
// lost for the object's seeming to say it all.

using namespace actormap;
using namespace actormap::test;

namespace {

/// One of each thing that a reader makes records of.
const char* const published =
    R"({ "type": "bundle", "id": "bundle--00000000-0000-4000-8000-000000000000", "objects": [
 {"type":"identity","spec_version":"2.1","id":"identity--00000000-0000-4000-8000-000000000001","created":"2020-01-01T00:00:00Z","modified":"2020-01-01T00:00:00Z","name":"Maker","identity_class":"organization"},
 {"type":"identity","spec_version":"2.1","id":"identity--00000000-0000-4000-8000-000000000002","created":"2020-01-01T00:00:00Z","modified":"2020-01-01T00:00:00Z","name":"Victim","roles":["b","a"]},
 {"type":"intrusion-set","spec_version":"2.1","id":"intrusion-set--00000000-0000-4000-8000-000000000003","created_by_ref":"identity--00000000-0000-4000-8000-000000000001","created":"2020-01-02T00:00:00Z","modified":"2020-01-02T00:00:00Z","name":"Group","description":"D","aliases":["Group","Other"],"x_mitre_aliases":["Third"],"object_marking_refs":["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"]},
 {"type":"location","spec_version":"2.1","id":"location--00000000-0000-4000-8000-000000000004","created":"2020-01-02T00:00:00Z","modified":"2020-01-02T00:00:00Z","name":"Finland","country":"FIN"},
 {"type":"url","id":"url--00000000-0000-4000-8000-000000000005","value":"http://bad.example/"},
 {"type":"marking-definition","spec_version":"2.1","id":"marking-definition--00000000-0000-4000-8000-000000000006","created":"2020-01-01T00:00:00Z","definition_type":"tlp","definition":{"tlp":"green"}},
 {"type":"relationship","spec_version":"2.1","id":"relationship--00000000-0000-4000-8000-000000000007","created_by_ref":"identity--00000000-0000-4000-8000-000000000001","created":"2020-02-01T00:00:00Z","modified":"2020-02-01T00:00:00Z","relationship_type":"targets","source_ref":"intrusion-set--00000000-0000-4000-8000-000000000003","target_ref":"identity--00000000-0000-4000-8000-000000000002","description":"R","start_time":"2019-01-01T00:00:00Z","confidence":60,"external_references":[{"source_name":"S","url":"https://www.one.example/x"},{"source_name":"T","description":"A book"},{"source_name":"capec","external_id":"1"}],"object_marking_refs":["marking-definition--00000000-0000-4000-8000-000000000006"]},
 {"type":"relationship","spec_version":"2.1","id":"relationship--00000000-0000-4000-8000-000000000008","created":"2020-02-01T00:00:00Z","modified":"2020-02-01T00:00:00Z","relationship_type":"located-at","source_ref":"identity--00000000-0000-4000-8000-000000000002","target_ref":"location--00000000-0000-4000-8000-000000000004","external_references":[{"source_name":"T","description":"A book"}]},
 {"type":"report","spec_version":"2.1","id":"report--00000000-0000-4000-8000-000000000009","created_by_ref":"identity--00000000-0000-4000-8000-000000000001","created":"2020-03-01T00:00:00Z","modified":"2020-03-01T00:00:00Z","name":"Report","published":"2020-03-02T00:00:00Z","confidence":10,"object_refs":["relationship--00000000-0000-4000-8000-000000000007"],"external_references":[{"source_name":"S","url":"https://two.example/"}]},
 {"type":"opinion","spec_version":"2.1","id":"opinion--00000000-0000-4000-8000-00000000000a","created_by_ref":"identity--00000000-0000-4000-8000-000000000002","created":"2020-04-01T00:00:00Z","modified":"2020-04-01T00:00:00Z","explanation":"no","opinion":"disagree","object_refs":["relationship--00000000-0000-4000-8000-000000000007"]},
 {"type":"sighting","spec_version":"2.1","id":"sighting--00000000-0000-4000-8000-00000000000b","created_by_ref":"identity--00000000-0000-4000-8000-000000000001","created":"2020-05-01T00:00:00Z","modified":"2020-05-01T00:00:00Z","first_seen":"2020-04-01T00:00:00Z","sighting_of_ref":"intrusion-set--00000000-0000-4000-8000-000000000003","where_sighted_refs":["identity--00000000-0000-4000-8000-000000000002"]}
]})";

/// Rebuilds a graph with a few of its facts changed.
class Changed {
  public:
    Changed(const ActorGraph& graph, std::uint32_t seed) : graph_(graph), bits_(seed) {}

    ActorGraph graph() {
        Diagnostics diagnostics;
        GraphBuilder builder(diagnostics);
        builder.begin({"x", "stix", false});
        const std::size_t total = graph_.speakers().size() + graph_.sources().size() +
                                  graph_.entities().size() + graph_.relations().size();
        one_in_ = total / 2;
        for (const Speaker& speaker : graph_.speakers()) {
            SpeakerDraft draft = redraft(graph_, speaker);
            if (now()) change(draft);
            builder.add(std::move(draft));
        }
        for (const Source& source : graph_.sources()) {
            SourceDraft draft = redraft(graph_, source);
            if (now()) change(draft);
            builder.add(std::move(draft));
        }
        for (const Entity& entity : graph_.entities()) {
            if (entity.undefined) continue;
            EntityDraft draft = redraft(entity);
            for (const Name& name : entity.names) draft.names.push_back(redraft(graph_, name));
            if (now()) change(draft);
            builder.add(std::move(draft));
        }
        for (const Relation& relation : graph_.relations()) {
            RelationDraft draft = redraft(graph_, relation);
            draft.claims = redraft(graph_, relation.claims);
            if (now()) change(draft);
            builder.add(std::move(draft));
        }
        return builder.build();
    }

  private:
    std::size_t below(std::size_t end) { return bits_() % end; }
    bool now() { return below(one_in_) == 0; }
    std::string word() {
        const char* words[] = {"a", "Group", "Other", "Third", "Fourth", "https://one.example/y"};
        return words[below(std::size(words))];
    }
    PartialDate date() {
        const char* dates[] = {"2019", "2020-02-01", "2020-03-02", "2021-01"};
        return *PartialDate::parse(dates[below(std::size(dates))]);
    }
    Tlp level() { return static_cast<Tlp>(below(5)); }
    Reference speaker() { return {graph_.speakers()[below(graph_.speakers().size())].id, {}}; }
    Reference source() { return {graph_.sources()[below(graph_.sources().size())].id, {}}; }
    void change(Properties& properties) {
        const char* names[] = {"x_stix_more",
                               "confidence",
                               "created_by_ref",
                               "aliases",
                               "x_any",
                               "spec_version",
                               "x_stix_country",
                               "x_mitre_aliases",
                               "source_ref",
                               "object_marking_refs",
                               "extensions",
                               "first_seen",
                               "external_references"};
        const char* values[] = {"\"2.1\"",
                                "70",
                                "\"identity--00000000-0000-4000-8000-000000000002\"",
                                "[\"Group\",\"Fifth\"]",
                                "\"SWE\"",
                                "{\"a\":{}}",
                                "[{\"source_name\":\"Q\",\"description\":\"W\"}]",
                                "\"2020-06-01T00:00:00Z\"",
                                "[\"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed\"]"};
        set_property(properties,
                     {names[below(std::size(names))], values[below(std::size(values))]});
    }
    void change(SpeakerDraft& draft) {
        switch (below(4)) {
            case 0:
                draft.speaker.name = word();
                break;
            case 1:
                draft.speaker.kind = static_cast<SpeakerKind>(below(7));
                break;
            case 2:
                draft.speaker.country = "SE";
                break;
            default:
                draft.entity = {"identity--00000000-0000-4000-8000-000000000002", {}};
        }
    }
    void change(SourceDraft& draft) {
        switch (below(6)) {
            case 0:
                draft.source.title = word();
                break;
            case 1:
                draft.source.date = date();
                break;
            case 2:
                draft.source.reliability = 'C';
                break;
            case 3:
                draft.source.marking = level();
                break;
            case 4:
                draft.source.url = "https://three.example/";
                break;
            default:
                draft.publisher = speaker();
        }
    }
    void change(EntityDraft& draft) {
        Entity& entity = draft.entity;
        switch (below(8)) {
            case 0:
                entity.name = word();
                break;
            case 1:
                entity.marking = level();
                break;
            case 2:
                entity.country = "SE";
                break;
            case 3:
                entity.roles = {"c"};
                break;
            case 4:
                change(entity.properties);
                break;
            case 5:
                entity.description.clear();
                break;
            case 6:
                draft.names.clear();
                break;
            default: {
                NameDraft name;
                name.name.name = word();
                if (below(2) == 0) name.by = speaker();
                if (below(3) == 0) name.name.since = date();
                if (below(3) == 0) name.claims.push_back(claim());
                draft.names.push_back(std::move(name));
            }
        }
    }
    ClaimDraft claim() {
        ClaimDraft draft;
        draft.by = speaker();
        if (below(2) == 0) draft.source = source();
        if (below(2) == 0) draft.claim.date = date();
        draft.claim.stance = static_cast<Stance>(below(6));
        if (below(3) == 0) draft.claim.confidence = confidence_number(60);
        return draft;
    }
    void change(RelationDraft& draft) {
        Relation& relation = draft.relation;
        switch (below(8)) {
            case 0:
                relation.type = below(2) == 0 ? "Odd!" : "uses";
                break;
            case 1:
                relation.marking = level();
                break;
            case 2:
                relation.when = {date(), {}};
                break;
            case 3:
                change(relation.properties);
                break;
            case 4:
                draft.claims.push_back(claim());
                break;
            case 5:
                draft.claims.pop_back();
                break;
            case 6:
                draft.claims.back() = claim();
                break;
            default:
                relation.description = word();
        }
    }

    const ActorGraph& graph_;
    std::mt19937 bits_;
    std::size_t one_in_ = 1;
};

/// The lines that only one of two texts has, for a person.
std::string difference(const std::string& a, const std::string& b) {
    std::map<std::string, int> lines;
    const auto count = [&](const std::string& text, int by) {
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) lines[line] += by;
    };
    count(a, -1);
    count(b, 1);
    std::string result;
    for (const auto& [line, balance] : lines)
        if (balance != 0) result += (balance < 0 ? "- " : "+ ") + line + '\n';
    return result;
}

}  // namespace

TEST_CASE("stix: whatever is changed in what came from STIX comes back", "[write][property]") {
    const Reading given = read_text(published);
    REQUIRE(given.said.empty());
    REQUIRE(given.graph().relations().size() == 4);
    {
        Losses losses;
        const std::string text = write_stix(given.graph(), losses);
        REQUIRE(text.find(our_extension) == std::string::npos);
        REQUIRE(by_id(json::parse(text)) == by_id(json::parse(published)));
    }
    for (std::uint32_t seed = 0; seed < 3000; ++seed) {
        INFO("seed " << seed);
        const ActorGraph graph = Changed(given.graph(), seed).graph();
        Losses losses;
        const std::string text = write_stix(graph, losses);
        const Reading again = read_text(text);
        for (const std::string& said : again.said)
            CHECK(said.find(": error: ") == std::string::npos);
        if (again.graph() != graph)
            FAIL_CHECK(difference(write_native(graph), write_native(again.graph())));
    }
}
