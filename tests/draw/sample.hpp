#pragma once

#include "support/catch.hpp"

#include <actormap/draw/draw.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/read/read.hpp>

#include <string>

namespace actormap::test {

/// A graph from the native format.
inline ActorGraph graph_of(const std::string& json) {
    Diagnostics diagnostics;
    ReadResult result = read({{"sample.json", json}}, InputFormat::native, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(diagnostics.errors() == 0);
    return std::move(result.graph);
}

/// Two actors, a sponsor, a front company, victims in three countries: every kind of line.
inline ActorGraph sample() {
    return graph_of(R"({"actormap": 1, "title": "A sample",
"speakers": [
  {"id": "supo", "name": "Supo", "kind": "government", "country": "FI"},
  {"id": "vendor", "name": "A <vendor>", "kind": "vendor"},
  {"id": "embassy", "name": "The embassy", "kind": "government", "country": "CN"}],
"sources": [
  {"id": "s2", "publisher": "supo", "date": "2021-03-18", "title": "On the Parliament", "url": "https://www.supo.fi/x?y=1"},
  {"id": "s1", "publisher": "vendor", "date": "2020-06", "title": "A report"},
  {"id": "s3", "publisher": "embassy", "date": "2021-03-19"}],
"entities": [
  {"id": "apt31", "type": "intrusion-set", "name": "APT31"},
  {"id": "apt40", "type": "intrusion-set", "name": "APT40"},
  {"id": "mss", "type": "threat-actor", "name": "Ministry", "roles": ["sponsor"]},
  {"id": "xrz", "type": "identity", "name": "Company XRZ", "roles": ["front-company"]},
  {"id": "parliament", "type": "identity", "name": "Parliament of Finland"},
  {"id": "office", "type": "identity", "name": "An office"},
  {"id": "storting", "type": "identity", "name": "Storting"},
  {"id": "cn", "type": "location", "name": "China", "country": "CN"},
  {"id": "fi", "type": "location", "name": "Finland", "country": "FI"},
  {"id": "no", "type": "location", "name": "Norway", "country": "NO"},
  {"id": "secret", "type": "identity", "name": "Secret agency", "marking": "amber"}],
"relations": [
  {"from": "apt31", "type": "attributed-to", "to": "mss", "claims": [{"source": "s1", "confidence": 80}]},
  {"from": "apt40", "type": "attributed-to", "to": "mss", "claims": [{"source": "s1", "confidence": 20}]},
  {"from": "xrz", "type": "front-company-of", "to": "mss", "claims": [{"by": "vendor", "date": "2022"}]},
  {"from": "apt31", "type": "targets", "to": "parliament", "start": "2020", "claims": [
    {"source": "s2", "confidence": 90}, {"source": "s3", "stance": "denies"}]},
  {"from": "apt31", "type": "compromises", "to": "office", "claims": [{"source": "s2", "confidence": 50}]},
  {"from": "apt31", "type": "targets", "to": "office", "claims": [{"source": "s1"}]},
  {"from": "apt40", "type": "targets", "to": "storting", "claims": [{"source": "s1", "stance": "hypothesises"}]},
  {"from": "apt40", "type": "targets", "to": "secret", "claims": [{"source": "s1"}]},
  {"from": "apt31", "type": "originates-from", "to": "cn", "claims": [{"source": "s1"}]},
  {"from": "mss", "type": "located-at", "to": "cn", "claims": [{"source": "s1"}]},
  {"from": "parliament", "type": "located-at", "to": "fi", "claims": [{"source": "s2"}]},
  {"from": "office", "type": "located-at", "to": "fi", "claims": [{"source": "s2"}]},
  {"from": "storting", "type": "located-at", "to": "no", "claims": [
    {"source": "s1"}, {"source": "s3", "stance": "disputes"}]}]})");
}

inline Lens clear() {
    Lens lens;
    lens.tlp = Tlp::clear;
    return lens;
}

/// One relation only, of `type`, from an actor called `name`.
inline ActorGraph pair_of(const std::string& name_json, const std::string& type = "targets") {
    return graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "intrusion-set", "name": )" +
                    name_json + R"(},
  {"id": "b", "type": "identity", "name": "B"}],
"relations": [{"from": "a", "type": ")" +
                    type + R"(", "to": "b", "claims": [{"by": "s"}]}]})");
}

/// A connected graph of `vertices` identities around hubs.
inline ActorGraph large(std::size_t vertices) {
    std::string entities, relations;
    for (std::size_t i = 0; i < vertices; ++i) {
        const std::string id = std::to_string(i);
        entities += (i == 0 ? "" : ",") + std::string(R"({"id": "v)") + id + R"(", "type": ")" +
                    (i % 17 == 0 ? "intrusion-set" : "malware") + R"(", "name": "Name )" + id +
                    "\"}";
        if (i == 0) continue;
        relations += (i == 1 ? "" : ",") + std::string(R"({"from": "v)") +
                     std::to_string((i * 7919) % i / 17 * 17) + R"(", "type": "uses", "to": "v)" +
                     id + R"(", "claims": [{"by": "s"}]})";
    }
    return graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [)" +
                    entities + R"(], "relations": [)" + relations + "]}");
}

inline std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) {
        ++found;
    }
    return found;
}

inline bool has(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

}  // namespace actormap::test
