#include "lens/oracle.hpp"
#include "lens/record.hpp"
#include "study/dense_claims.hpp"
#include "support/catch.hpp"

#include <actormap/study/stability.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

// Who is at the top without this or that, by plain loops over notebooks from which claims are
// struck: no masks, no keys, no networks.

namespace actormap::test {
namespace {

using Ids = std::set<std::string>;

/// Something that can be withdrawn, and what it takes away.
struct Part {
    int kind = 0;  // source, speaker, claim
    std::string id;
    Ids claims;  // in the lens
    Ids all;
};

struct Found {
    std::vector<std::string> who;
    Ids entered, left;
    bool operator==(const Found&) const = default;
};

class PlainTrial {
  public:
    PlainTrial(const PlainGraph& graph, const Lens& lens, std::size_t top)
        : graph_(graph), lens_(lens), top_(top) {
        set = tops({});
        Lens open = lens;
        open.disputed = Disputed::include;
        const auto seen = lens_oracle::answer(graph, open, false);
        const auto carried = lens_oracle::answer(graph, lens, false).visible;
        std::map<std::string, Part> sources, speakers, claims;
        for (const auto& [name, relation] : graph.relations) {
            for (const PlainClaim& c : relation.claims) {
                if (!seen.visible.contains(c.id) && !seen.withdrawn.contains(c.id)) continue;
                if (!c.source.empty()) add(sources[c.source], 0, c.source, c.id);
                add(speakers[c.by], 1, c.by, c.id);
                const bool carries =
                    c.stance == "asserts" || c.stance == "supports" || c.stance == "hypothesises";
                if (carries && carried.contains(c.id)) add(claims[c.id], 2, c.id, c.id);
            }
        }
        for (const auto* kind : {&sources, &speakers, &claims}) {
            for (const auto& [id, part] : *kind) parts.push_back(part);
        }
        for (const auto& [name, relation] : graph.relations) {
            for (const PlainClaim& c : relation.claims) {
                for (Part& part : parts) {
                    const std::vector<std::string> ids{c.source, c.by, c.id};
                    if (ids[static_cast<std::size_t>(part.kind)] == part.id) part.all.insert(c.id);
                }
            }
        }
        std::vector<Part> harmless;
        for (const Part& part : parts) {
            if (!note({part.id}, part.all)) harmless.push_back(part);
        }
        for (std::size_t i = 0; i < harmless.size(); ++i) {
            for (std::size_t j = i + 1; j < harmless.size(); ++j) {
                const Ids &a = harmless[i].claims, &b = harmless[j].claims;
                if (std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
                    std::includes(b.begin(), b.end(), a.begin(), a.end()))
                    continue;
                Ids both = harmless[i].all;
                both.insert(harmless[j].all.begin(), harmless[j].all.end());
                ++pairs;
                note({harmless[i].id, harmless[j].id}, both);
            }
        }
    }

    Ids set;
    std::vector<Part> parts;
    std::size_t pairs = 0;
    std::vector<Found> found;

  private:
    static void add(Part& part, int kind, const std::string& id, const std::string& claim) {
        part.kind = kind;
        part.id = id;
        part.claims.insert(claim);
    }

    bool note(const std::vector<std::string>& who, const Ids& claims) {
        const Ids now = tops(claims);
        Found it{who, {}, {}};
        std::set_difference(now.begin(), now.end(), set.begin(), set.end(),
                            std::inserter(it.entered, it.entered.end()));
        std::set_difference(set.begin(), set.end(), now.begin(), now.end(),
                            std::inserter(it.left, it.left.end()));
        if (it.entered.empty() && it.left.empty()) return false;
        found.push_back(it);
        return true;
    }

    /// Those with fewer than `top` others of a higher degree.
    Ids tops(const Ids& struck) const {
        PlainGraph rest = graph_;
        for (auto& [id, relation] : rest.relations)
            std::erase_if(relation.claims,
                          [&](const PlainClaim& claim) { return struck.contains(claim.id); });
        const auto seen = lens_oracle::answer(rest, lens_, false);
        std::map<std::string, std::size_t> degree;
        for (const std::string& id : seen.vertices) degree[id] = 0;
        for (const auto& [ends, edge] : seen.edges) ++degree[ends.first], ++degree[ends.second];
        Ids result;
        for (const auto& [id, d] : degree) {
            std::size_t higher = 0;
            for (const auto& [other, e] : degree) higher += e > d;
            if (higher < top_) result.insert(id);
        }
        return result;
    }

    const PlainGraph& graph_;
    const Lens& lens_;
    std::size_t top_;
};

Ids ids(const ActorGraph& graph, const std::vector<EntityId>& entities) {
    Ids result;
    for (const EntityId id : entities) result.insert(graph[id].id);
    return result;
}

std::string id_of(const ActorGraph& graph, const Withdrawal& who) {
    if (who.kind == WithdrawalKind::source) return graph[static_cast<SourceId>(who.position)].id;
    if (who.kind == WithdrawalKind::speaker) return graph[static_cast<SpeakerId>(who.position)].id;
    return graph[static_cast<ClaimId>(who.position)].note.str();
}

/// Ids of claims do not ascend as claims do, so rows are compared in any order; see below for it.
std::vector<Found> sorted(std::vector<Found> rows) {
    for (Found& row : rows) std::sort(row.who.begin(), row.who.end());
    std::sort(rows.begin(), rows.end(),
              [](const Found& a, const Found& b) { return a.who < b.who; });
    return rows;
}

/// Singles before pairs, each by kind and id.
bool in_order(const std::vector<StabilityRow>& rows) {
    return std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.who.size(), a.who) < std::tuple(b.who.size(), b.who);
    });
}

}  // namespace

TEST_CASE("what changes the top is what plain loops find", "[study][property]") {
    const auto seed = GENERATE(range(0u, 250u));
    std::mt19937 bits(seed);
    const PlainGraph plain = dense_claims(bits);
    const Lens lens = some_lens(bits);
    Diagnostics diagnostics;
    const ActorGraph graph = build(plain, diagnostics);
    REQUIRE(diagnostics.all().empty());
    INFO("seed " << seed << ", lens: " << describe(lens) << '\n' << describe(plain));
    const std::size_t top = 1 + seed % 3;
    const PlainTrial expected(plain, lens, top);
    const RankingSetup setup{lens, Direction::undirected, {{Measure::degree}}, {}};
    const Stability found = stability(graph, setup, {.top = top});
    CHECK(ids(graph, found.set) == expected.set);
    CHECK(found.singles == expected.parts.size());
    CHECK(found.pairs == expected.pairs);
    CHECK(found.pairs_tried);
    std::vector<Found> rows;
    for (const StabilityRow& row : found.rows) {
        Found it{{}, ids(graph, row.entered), ids(graph, row.left)};
        for (const Withdrawal& who : row.who) it.who.push_back(id_of(graph, who));
        rows.push_back(it);
        CHECK_FALSE(row.undefined);
    }
    CHECK(sorted(rows) == sorted(expected.found));
    CHECK(in_order(found.rows));

    if (found.pairs == 0) return;
    const Stability none = stability(graph, setup, {top, found.pairs - 1});
    CHECK(none.pairs == found.pairs);
    CHECK_FALSE(none.pairs_tried);
    const auto single = [](const StabilityRow& row) { return row.who.size() == 1; };
    CHECK(static_cast<std::ptrdiff_t>(none.rows.size()) ==
          std::count_if(found.rows.begin(), found.rows.end(), single));
}

namespace {

using Top = std::vector<EntityId>;

Top top_of(const ActorGraph& graph, const RankingSetup& setup, std::size_t top,
           const std::vector<Withdrawal>& who) {
    std::vector<std::uint8_t> set_aside(graph.claims().size(), 0);
    for (std::size_t c = 0; c < set_aside.size(); ++c) {
        const Claim& claim = graph.claims()[c];
        for (const Withdrawal& w : who) {
            const bool source = w.kind == WithdrawalKind::source && claim.source &&
                                index(*claim.source) == w.position;
            const bool speaker = w.kind == WithdrawalKind::speaker && index(claim.by) == w.position;
            if (source || speaker || (w.kind == WithdrawalKind::claim && c == w.position))
                set_aside[c] = 1;
        }
    }
    const View view = apply(graph, setup.lens, setup.direction, set_aside);
    const Weighting weighting = setup.weigh ? setup.weigh(view) : Weighting{};
    Top set;
    for (const RankingRow& row : rank(graph, view, setup.ranking, weighting).rows) {
        if (row.rank <= top) set.push_back(row.entity);
    }
    std::sort(set.begin(), set.end());
    return set;
}

}  // namespace

TEST_CASE("the top of the record changes as it says, and not otherwise", "[study]") {
    const ActorGraph& graph = record();
    const std::size_t top = GENERATE(std::size_t{3}, std::size_t{5});
    const auto measure = GENERATE(Measure::degree, Measure::pagerank);
    const RankingSetup setup{{.around = {"apt31"}}, Direction::undirected, {{measure}}, {}};
    const Stability found = stability(graph, setup, {.top = top});
    CHECK(found.set == top_of(graph, setup, top, {}));
    std::set<std::vector<Withdrawal>> listed;
    for (const StabilityRow& row : found.rows) {
        const Top now = top_of(graph, setup, top, row.who);
        Top expected = found.set;
        std::erase_if(expected, [&](EntityId id) {
            return std::find(row.left.begin(), row.left.end(), id) != row.left.end();
        });
        expected.insert(expected.end(), row.entered.begin(), row.entered.end());
        std::sort(expected.begin(), expected.end());
        CHECK(now == expected);
        CHECK(now != found.set);
        listed.insert(row.who);
    }
    CHECK(in_order(found.rows));
    // Every single, and some of the pairs: what is not listed changes nothing.
    std::vector<Withdrawal> harmless;
    const auto consider = [&](WithdrawalKind kind, std::size_t count) {
        for (std::uint32_t i = 0; i < count; ++i) {
            const Withdrawal who{kind, i};
            if (listed.contains({who})) continue;
            if (kind == WithdrawalKind::claim && !carries(graph.claims()[i].stance)) continue;
            CHECK(top_of(graph, setup, top, {who}) == found.set);
            harmless.push_back(who);
        }
    };
    consider(WithdrawalKind::source, graph.sources().size());
    consider(WithdrawalKind::speaker, graph.speakers().size());
    consider(WithdrawalKind::claim, graph.claims().size());
    std::size_t turn = 0;
    for (std::size_t i = 0; i < harmless.size(); ++i) {
        for (std::size_t j = i + 1; j < harmless.size(); ++j) {
            if (++turn % 41 != 0 || listed.contains({harmless[i], harmless[j]})) continue;
            CHECK(top_of(graph, setup, top, {harmless[i], harmless[j]}) == found.set);
        }
    }
}

TEST_CASE("stability is the same for any number of threads", "[study]") {
    const ActorGraph& graph = record();
    const RankingSetup setup{
        {.around = {"apt31"}}, Direction::undirected, {{Measure::betweenness}}, {}};
    const Stability one = stability(graph, setup, {.top = 3});
    for (const unsigned threads : {2U, 3U}) {
        std::vector<std::pair<std::size_t, std::size_t>> told;
        const Stability other = stability(
            graph, setup, {.top = 3},
            {.threads = threads,
             .progress = [&](std::size_t done, std::size_t all) { told.emplace_back(done, all); }});
        REQUIRE(other.rows.size() == one.rows.size());
        for (std::size_t r = 0; r < one.rows.size(); ++r) {
            CHECK(other.rows[r].who == one.rows[r].who);
            CHECK(other.rows[r].entered == one.rows[r].entered);
            CHECK(other.rows[r].left == one.rows[r].left);
        }
        CHECK(told.front().first == 0);
        CHECK(told.back().first == told.back().second);
        CHECK(std::is_sorted(told.begin(), told.end()));
    }
}

TEST_CASE("stability says what it cannot answer, and stops", "[study]") {
    const ActorGraph& graph = record();
    CHECK(error_of([&] { (void)stability(graph, {}, {.top = 0}); }) ==
          "option-range: a top of 0 holds nobody; give one of at least 1");
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(stability(graph, {}, {}, {.stop = source.get_token()}), Cancelled);
    const ActorGraph empty = read_text(R"({"actormap": 1})");
    const Stability nothing = stability(empty, {});
    CHECK(nothing.set.empty());
    CHECK(nothing.singles == 0);
    CHECK(nothing.rows.empty());
}

}  // namespace actormap::test
