#pragma once

#include "lens/plain.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

// What the oracle of the lens answers, and the words and days that it compares.

namespace actormap::lens_oracle {

using namespace actormap::test;
using Names = std::set<std::string>;

struct Edge {
    Names relations;
    std::optional<int> confidence;
    bool disputed = false;
    bool hypothesis = true;
    int marking = 0;
    bool operator==(const Edge&) const = default;
};

struct Answer {
    Names visible, withdrawn;            // claims
    Names holding, disputed, unclaimed;  // relations
    Names admitted;                      // entities
    Names names_in_use;                  // "entity/name"
    int undated_claims = 0, undated_relations = 0;
    int withheld_entities = 0, withheld_relations = 0, withheld_claims = 0;
    Names vertices;
    std::map<std::pair<std::string, std::string>, Edge> edges;
    std::vector<std::pair<int, int>> roll_ups;  // moved, stayed
    int loops = 0, parallel = 0, marking = 0;
};

inline bool is_in(const std::string& word, const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// "YYYY-MM-DD" of the first or the last day of a partial date: such texts compare as days do.
inline std::string first_day(const std::string& date) {
    return date.size() == 4 ? date + "-01-01" : date.size() == 7 ? date + "-01" : date;
}
inline std::string last_day(const std::string& date) {
    if (date.size() == 10) return date;
    if (date.size() == 4) return date + "-12-31";
    const int year = std::stoi(date), month = std::stoi(date.substr(5));
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int days = month == 2                                              ? 28 + leap
                     : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                             : 31;
    return date + '-' + std::to_string(days);
}

}  // namespace actormap::lens_oracle
