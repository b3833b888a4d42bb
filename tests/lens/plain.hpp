#pragma once

#include <actormap/lens/lens.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// An actor graph as a notebook would hold it: everything by name, dates as text. The oracle reads
// this, and the builder makes an ActorGraph of it.

namespace actormap::test {

struct PlainSpeaker {
    std::string id, name, kind, country, entity;
};

struct PlainSource {
    std::string id, publisher, date;
    int marking = 0;
};

struct PlainClaim {
    std::string id;  // unique in the graph, so that both sides can be compared
    std::string by, source, stance, date;
    std::optional<int> confidence;
    int marking = 0;
};

struct PlainName {
    std::string name, by, since;
    int marking = 0;
    std::vector<PlainClaim> claims;
};

struct PlainEntity {
    std::string id, type, name, country;
    std::set<std::string> roles;
    int marking = 0;
    std::vector<PlainName> names;
};

struct PlainRelation {
    std::string id, from, type, to, start, stop;
    int marking = 0;
    std::vector<PlainClaim> claims;
};

struct PlainGraph {
    std::map<std::string, PlainSpeaker> speakers;
    std::map<std::string, PlainSource> sources;
    std::map<std::string, PlainEntity> entities;
    std::map<std::string, PlainRelation> relations;
};

}  // namespace actormap::test
