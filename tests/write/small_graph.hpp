#pragma once

#include "read/reading.hpp"

#include <string>

namespace actormap::test {

/// Two entities and three relations between them with everything that a generic format carries:
/// names, claims, a speaker, a source, custom properties of each kind.
inline const std::string small_graph_text = R"({ "actormap": 1,
  "title": "Two & a \"half\"",
  "as_of": "2024-05",
  "x_team": { "size": 3 },
  "speakers": [ { "id": "acme", "kind": "vendor" } ],
  "sources": [ { "id": "report", "publisher": "acme", "date": "2024-01-02" } ],
  "entities": [
    { "id": "apt1", "type": "intrusion-set", "name": "APT <1>", "roles": ["spy", "thief"],
      "score": 7, "share": 0.5, "seen": true, "note": "7", "names": [
        { "name": "Comment, Crew", "by": "acme" }, { "name": "=Panda" } ] },
    { "id": "cn", "type": "location", "country": "CN", "share": 1, "note": "a\nb" } ],
  "relations": [
    { "from": "apt1", "type": "located-at", "to": "cn", "start": "2006", "weight": 2.5,
      "claims": [ { "by": "acme", "source": "report", "stance": "asserts", "confidence": 60 },
                  { "by": "acme", "stance": "denies" } ] },
    { "from": "apt1", "type": "targets", "to": "cn", "id": "r1", "weight": 1,
      "claims": [ { "by": "acme", "stance": "asserts" } ] } ]
})";

inline ActorGraph small_graph() {
    Reading reading = read_text(small_graph_text, InputFormat::native);
    return std::move(reading.result.graph);
}

}  // namespace actormap::test
