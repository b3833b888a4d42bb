#pragma once

#include "lens/merge_case.hpp"

#include <cctype>
#include <optional>

namespace actormap::test {

/// What docs/merge.md says, word by word and slowly: which entities become one.
class MergeOracle {
  public:
    using Group = std::set<std::string>;
    using Groups = std::set<Group>;

    explicit MergeOracle(const MergeCase& from) : case_(from) {
        for (const auto& [id, entity] : from.entities) groups_.insert({id});
        std::map<Pair, std::set<std::string>> recorded;
        for (const auto& [a, b, verdict] : from.judgements) recorded[{a, b}].insert(verdict);
        std::map<Pair, std::set<std::string>> derived;
        for (const auto& l : from.likenesses) {
            const Pair pair{std::min(l.from, l.to), std::max(l.from, l.to)};
            if (l.from == l.to || recorded.contains(pair)) continue;
            const int c = l.confidence;
            derived[pair].insert(c < 0 || c > 50 ? "same" : c < 50 ? "different" : "unsure");
            speakers_[pair].insert(l.by);
        }
        for (const auto& [pair, verdicts] : recorded) {
            if (verdicts != std::set<std::string>{"same"}) forbidden_.insert(pair);
        }
        for (const auto& [pair, verdicts] : recorded) {
            const Group a = group(pair.first), b = group(pair.second);
            if (!forbidden_.contains(pair) && a != b && !hindered(a, b, false)) unite(a, b);
        }
        for (const auto& [pair, verdicts] : derived) {
            if (verdicts == std::set<std::string>{"same"})
                alike_.insert(pair);
            else
                forbidden_.insert(pair);
        }
        for (bool again = true; again;) {
            again = false;
            for (const char what : {'i', 'j', 'c', 'n'}) again = round(what) || again;
        }
    }

    [[nodiscard]] const Groups& groups() const { return groups_; }

  private:
    using Pair = std::pair<std::string, std::string>;
    struct Candidate {
        int score;
        Group a, b;
    };

    const MergeCase::Entity& entity(const std::string& id) const { return case_.entities.at(id); }
    Group group(const std::string& id) const {
        for (const Group& g : groups_) {
            if (g.contains(id)) return g;
        }
        return {};
    }
    void unite(const Group& a, const Group& b) {
        Group all = a;
        all.insert(b.begin(), b.end());
        groups_.erase(a);
        groups_.erase(b);
        groups_.insert(all);
    }
    std::set<int> files(const Group& g) const {
        std::set<int> result;
        for (const auto& id : g) result.insert(entity(id).files.begin(), entity(id).files.end());
        return result;
    }
    static std::string kind(const std::string& type) {
        return type == "threat-actor" ? "intrusion-set" : type;
    }
    static std::string key(const std::string& name) {
        std::string result;
        for (const char c : name) {
            if (std::isalnum(static_cast<unsigned char>(c)))
                result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        return result;
    }
    static bool has(const std::set<Pair>& pairs, const std::string& x, const std::string& y) {
        return pairs.contains({x, y}) || pairs.contains({y, x});
    }

    bool hindered(const Group& a, const Group& b, bool by_files = true) const {
        for (const auto& x : a) {
            for (const auto& y : b) {
                const auto &one = entity(x), &other = entity(y);
                if (one.revoked || other.revoked || kind(one.type) != kind(other.type)) return true;
                if (!one.country.empty() && !other.country.empty() && one.country != other.country)
                    return true;
                if (has(forbidden_, x, y)) return true;
                if (by_files && has(refused_, x, y)) return true;
            }
        }
        for (const int file : files(a)) {
            if (by_files && files(b).contains(file)) return true;
        }
        return false;
    }

    std::set<std::string> keys(const Group& g, char what) const {
        std::set<std::string> result;
        for (const auto& id : g) {
            const auto& e = entity(id);
            if (e.revoked) continue;
            const std::string before = kind(e.type) + ' ';
            if (what == 'c' && !e.country.empty()) result.insert(before + e.country);
            for (const auto& name : e.names) {
                if (what == 'n') result.insert(before + key(name));
                if (what == 'i' && name[0] == 'G' && name.size() == 5) result.insert(before + name);
            }
        }
        return result;
    }

    int score(const Group& a, const Group& b, char what) const {
        int result = 0;
        if (what == 'j') {
            for (const auto& pair : alike_) {
                const bool between = (a.contains(pair.first) && b.contains(pair.second)) ||
                                     (b.contains(pair.first) && a.contains(pair.second));
                if (between) result += static_cast<int>(speakers_.at(pair).size());
            }
            return result;
        }
        for (const auto& k : keys(a, what)) {
            if (keys(b, what).contains(k) && !ambiguous(k, what)) ++result;
        }
        return result;
    }

    bool ambiguous(const std::string& k, char what) const {
        for (const Group& g : groups_) {
            for (const Group& h : groups_) {
                if (g == h || !keys(g, what).contains(k) || !keys(h, what).contains(k)) continue;
                for (const int file : files(g)) {
                    if (files(h).contains(file)) return true;
                }
            }
        }
        return false;
    }

    bool round(char what) {
        refused_.clear();
        std::vector<Candidate> candidates;
        for (const Group& a : groups_) {
            for (const Group& b : groups_) {
                const int agreeing = a < b ? score(a, b, what) : 0;
                if (agreeing > 0 && !hindered(a, b)) candidates.push_back({agreeing, a, b});
            }
        }
        std::vector<Candidate> good;
        std::vector<Candidate> bad;
        for (const Candidate& c : candidates)
            (unrivalled(c, c.a, c.b, candidates) && unrivalled(c, c.b, c.a, candidates) ? good
                                                                                        : bad)
                .push_back(c);
        for (const Candidate& c : bad) refused_.insert({*c.a.begin(), *c.b.begin()});
        std::stable_sort(good.begin(), good.end(),
                         [](const auto& x, const auto& y) { return x.score > y.score; });
        bool any = false;
        for (const Candidate& c : good) {
            const Group a = group(*c.a.begin()), b = group(*c.b.begin());
            if (a == b || hindered(a, b)) continue;
            unite(a, b);
            any = true;
        }
        return any;
    }

    /// Whether `of` agrees with no other group in a file of `with` as much.
    bool unrivalled(const Candidate& c, const Group& of, const Group& with,
                    const std::vector<Candidate>& candidates) const {
        for (const Candidate& other : candidates) {
            if (other.a != of && other.b != of) continue;
            const Group& rival = other.a == of ? other.b : other.a;
            if (rival == with || other.score < c.score) continue;
            for (const int file : files(with)) {
                if (files(rival).contains(file)) return false;
            }
        }
        return true;
    }

    const MergeCase& case_;
    Groups groups_;
    std::set<Pair> forbidden_, refused_, alike_;
    std::map<Pair, std::set<std::string>> speakers_;
};

}  // namespace actormap::test
