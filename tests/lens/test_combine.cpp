#include "record.hpp"
#include "support/catch.hpp"

#include <actormap/lens/combine.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/lens/view.hpp>

#include <cmath>
#include <random>

using namespace actormap;
using namespace actormap::test;

namespace {

/// a uses b, as these claims say it.
ActorGraph relation_of(const std::string& claims) {
    return read_text(R"({"actormap": 1,
      "speakers": [{"id": "s0", "kind": "vendor"}, {"id": "s1", "kind": "vendor"},
                   {"id": "s2", "kind": "vendor"}, {"id": "s3", "kind": "vendor"}],
      "sources": [{"id": "p0", "publisher": "s0"}, {"id": "p1", "publisher": "s1"},
                  {"id": "p2", "publisher": "s2"}],
      "entities": [{"id": "a", "type": "intrusion-set", "name": "A"},
                   {"id": "b", "type": "tool", "name": "B"}, {"id": "c", "type": "tool", "name": "C"}],
      "relations": [{"from": "a", "type": "uses", "to": "b", "claims": [)" +
                     claims + "]}]}");
}

constexpr auto the_relation = static_cast<RelationId>(0);

struct Combined {
    double belief;
    std::optional<Confidence> stated;
    std::size_t voices;
};

Combined combine(const std::string& claims, const CombineRule& rule, Lens lens = {}) {
    const ActorGraph graph = relation_of(claims);
    lens.combining = rule;
    const Selection selection = select(graph, lens);
    return {belief(graph, selection, the_relation), confidence(graph, selection, the_relation),
            independent_voices(graph, selection, the_relation)};
}

constexpr CombineRule independent{.combine = Combine::independent};
constexpr CombineRule weigh{.combine = Combine::independent, .denials = Denials::weigh};

}  // namespace

TEST_CASE("confidence combines by the surest claim unless told otherwise", "[lens]") {
    const std::string two = R"({"by": "s0", "confidence": 60}, {"by": "s1", "confidence": 50})";
    CHECK(combine(two, {}).belief == 0.6);
    CHECK(combine(two, {}).stated == confidence_number(60));
    CHECK(std::abs(combine(two, independent).belief - 0.8) < 1e-15);
    CHECK(combine(two, independent).stated == confidence_number(80));
    CHECK(combine(two, {}).voices == 2);
}

TEST_CASE("a repetition adds no voice", "[lens]") {
    const auto belief_of = [](const std::string& claims) {
        return combine(claims, independent).belief;
    };
    const std::string first = R"({"id": "k", "by": "s0", "confidence": 60},)";
    SECTION("of a claim that it cites, over any number of steps") {
        CHECK(belief_of(first + R"({"by": "s1", "confidence": 50, "cites": "k"})") == 0.6);
        CHECK(belief_of(first + R"({"id": "l", "by": "s1", "confidence": 50, "cites": "k"},
                                   {"by": "s2", "confidence": 70, "cites": "l"})") == 0.7);
    }
    SECTION("by the same speaker in another source") {
        CHECK(belief_of(first + R"({"by": "s0", "source": "p1", "confidence": 50})") == 0.6);
    }
    SECTION("in the same source") {
        CHECK(belief_of(R"({"by": "s0", "source": "p2", "confidence": 60},
                           {"by": "s1", "source": "p2", "confidence": 50})") == 0.6);
    }
    SECTION("of two claims that are thereby linked") {
        CHECK(belief_of(R"({"by": "s0", "source": "p0", "confidence": 30},
                           {"by": "s1", "source": "p1", "confidence": 40},
                           {"by": "s0", "source": "p1", "confidence": 20})") == 0.4);
    }
    SECTION("of a claim that the lens doesn't show") {
        const std::string both = first + R"({"by": "s1", "confidence": 50, "cites": "k"},
                                            {"by": "s2", "confidence": 50, "cites": "k"})";
        CHECK(combine(both, independent, {.without = {"s0"}}).belief == 0.5);
    }
    SECTION("that goes round in a circle") {
        CHECK(belief_of(R"({"id": "k", "by": "s0", "confidence": 60, "cites": "l"},
                           {"id": "l", "by": "s1", "confidence": 50, "cites": "k"},
                           {"by": "s2", "confidence": 50, "cites": "l"})") == 0.6);
    }
}

TEST_CASE("an endorsement raises the surest voice, and adds none", "[lens]") {
    const auto of = [](const std::string& claims) { return combine(claims, independent); };
    const std::string supports = R"({"by": "s1", "stance": "supports", "confidence": 90})";
    CHECK(of(R"({"by": "s0", "confidence": 60},)" + supports).belief == 0.9);
    // The surest of the others is the one that it raises.
    CHECK(
        std::abs(of(R"({"by": "s0", "confidence": 60}, {"by": "s2", "confidence": 50},)" + supports)
                     .belief -
                 0.95) < 1e-15);
    CHECK(of(R"({"by": "s2", "stance": "supports", "confidence": 40},)" + supports).belief == 0.9);
    CHECK(of(R"({"by": "s2", "stance": "supports", "confidence": 40},)" + supports).voices == 1);
}

TEST_CASE("what is not stated is assumed, claim by claim", "[lens]") {
    const std::string claims = R"({"by": "s0", "confidence": 30}, {"by": "s1"})";
    CHECK(combine(claims, {}).belief == 0.5);
    CHECK(combine(claims, {.assume = 20}).belief == 0.3);
    CHECK(combine(claims, {}).stated == confidence_number(30));
    CHECK(std::abs(combine(claims, independent).belief - 0.65) < 1e-15);
    CHECK(combine(claims, independent).stated == confidence_number(30));
    CHECK_FALSE(combine(R"({"by": "s1"})", independent).stated.has_value());
    CHECK(error_of([&] { (void)combine(claims, {.assume = 101}); }) ==
          "option-range: the assumed confidence must be from 0 to 100");
}

TEST_CASE("denials weigh only if that is asked for", "[lens]") {
    const std::string claims = R"({"by": "s0", "confidence": 80},
        {"by": "s1", "stance": "denies", "confidence": 25}, {"by": "s2", "stance": "disputes"})";
    CHECK(combine(claims, independent).belief == 0.8);
    CHECK(std::abs(combine(claims, weigh).belief - 0.8 * 0.75 * 0.5) < 1e-15);
    CHECK(combine(claims, weigh).stated == confidence_number(30));
    // The surest of them alone.
    CHECK(std::abs(combine(claims, {.denials = Denials::weigh}).belief - 0.8 * 0.5) < 1e-15);
    // What was taken back weighs nothing.
    CHECK(std::abs(combine(claims + R"(, {"by": "s2", "stance": "retracts"})", weigh).belief -
                   0.8 * 0.75) < 1e-15);
}

TEST_CASE("ranges stay ranges", "[lens]") {
    const std::string likely = R"({"by": "s0", "confidence": "likely"})";  // 55 to 75, 65
    const std::string claims = likely + R"(, {"by": "s1", "confidence": 20})";
    const std::optional<Confidence> max = combine(claims, {}).stated;
    REQUIRE(max);
    CHECK(to_string(*max) == "likely (55-75)");
    const std::optional<Confidence> both = combine(claims, independent).stated;
    REQUIRE(both);
    CHECK(both->low == 64);    // 1 - 0.45 * 0.8
    CHECK(both->value == 72);  // 1 - 0.35 * 0.8
    CHECK(both->high == 80);   // 1 - 0.25 * 0.8
    // Against it the other end counts.
    const std::optional<Confidence> denied = combine(R"({"by": "s1", "confidence": 80},
                   {"by": "s0", "stance": "denies", "confidence": "likely"})",
                                                     weigh)
                                                 .stated;
    REQUIRE(denied);
    CHECK(denied->low == 20);
    CHECK(denied->value == 28);
    CHECK(denied->high == 36);
}

TEST_CASE("only what is certain is shown as 0 or 100", "[lens]") {
    const std::string three = R"({"by": "s0", "confidence": 98}, {"by": "s1", "confidence": 98},
                                 {"by": "s2", "confidence": 98})";
    CHECK(combine(three, independent).stated == confidence_number(99));
    CHECK(combine(three + R"(, {"by": "s3", "confidence": 100})", independent).stated ==
          confidence_number(100));
    CHECK(combine(R"({"by": "s0", "confidence": 1},
                     {"by": "s1", "stance": "denies", "confidence": 90})",
                  weigh)
              .stated == confidence_number(1));
}

TEST_CASE("an edge weighs what its surest relation's claims combine to", "[lens]") {
    const ActorGraph graph =
        relation_of(R"({"by": "s0", "confidence": 60}, {"by": "s1", "confidence": 50})");
    Lens lens;
    lens.combining = independent;
    const View view = apply(graph, lens);
    CHECK(std::abs(edge_strengths(graph, view, {EdgeWeight::confidence})[0] - 0.8) < 1e-15);
    CHECK(view.edges.front().confidence == std::uint8_t{80});
}

namespace {

/// What a claim is, for an oracle that knows nothing of graphs.
struct Said {
    int by, source, cites;  // -1: none
    int confidence;         // -1: none
    std::string stance;
};

std::vector<Said> random_claims(std::mt19937& bits) {
    static const char* stances[] = {"asserts",  "asserts", "hypothesises",
                                    "supports", "denies",  "disputes"};
    std::vector<Said> claims(1 + bits() % 6);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        Said& c = claims[i];
        c.by = static_cast<int>(bits() % 4);
        c.source = static_cast<int>(bits() % 6) - 3;  // half of them in none
        c.cites = i > 0 && bits() % 3 == 0 ? static_cast<int>(bits() % i) : -1;
        c.confidence = bits() % 4 == 0 ? -1 : static_cast<int>(bits() % 101);
        c.stance = stances[bits() % 6];
    }
    return claims;
}

std::string json(const std::vector<Said>& claims) {
    std::string text;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Said& c = claims[i];
        text += (i == 0 ? "" : ", ") + std::string(R"({"id": "k)") + std::to_string(i) +
                R"(", "by": "s)" + std::to_string(c.by) + R"(", "stance": ")" + c.stance + '"';
        if (c.source >= 0) text += R"(, "source": "p)" + std::to_string(c.source) + '"';
        if (c.cites >= 0) text += R"(, "cites": "k)" + std::to_string(c.cites) + '"';
        if (c.confidence >= 0) text += R"(, "confidence": )" + std::to_string(c.confidence);
        text += '}';
    }
    return text;
}

/// The chances that independent voices give: by closing "has one voice with" until nothing changes.
std::vector<double> voices(const std::vector<Said>& all, bool carrying, double assumed) {
    const auto root = [&](std::size_t i) {
        while (all[i].cites >= 0) i = static_cast<std::size_t>(all[i].cites);
        return i;
    };
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool against = all[i].stance == "denies" || all[i].stance == "disputes";
        if (against != carrying) of.push_back(i);
    }
    const std::size_t n = of.size();
    std::vector<std::vector<bool>> one(n, std::vector<bool>(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const std::size_t a = root(of[i]), b = root(of[j]);
            one[i][j] = a == b || all[a].by == all[b].by ||
                        (all[a].source >= 0 && all[a].source == all[b].source);
        }
    }
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                if (one[i][k] && one[k][j]) one[i][j] = true;
    std::vector<double> own, supporting;
    for (std::size_t i = 0; i < n; ++i) {
        double best = 0;
        bool supports = true, first = true;
        for (std::size_t j = 0; j < n; ++j) {
            if (!one[i][j]) continue;
            first = first && j >= i;
            const int stated = all[of[j]].confidence;
            best = std::max(best, stated < 0 ? assumed : stated / 100.0);
            supports = supports && all[of[j]].stance == "supports";
        }
        if (first) (supports ? supporting : own).push_back(best);
    }
    std::sort(own.begin(), own.end());
    std::sort(supporting.begin(), supporting.end());
    if (supporting.empty()) return own;
    if (own.empty()) return {supporting.back()};
    own.back() = std::max(own.back(), supporting.back());
    return own;
}

/// How likely some of `yes` is right and none of `no`, by going through who is right.
double by_enumeration(const std::vector<double>& yes, const std::vector<double>& no) {
    std::vector<double> all = yes;
    all.insert(all.end(), no.begin(), no.end());
    double sum = 0;
    for (unsigned right = 0; right < 1U << all.size(); ++right) {
        double chance = 1;
        for (std::size_t i = 0; i < all.size(); ++i)
            chance *= (right >> i & 1U) != 0 ? all[i] : 1 - all[i];
        const unsigned carried = right & ((1U << yes.size()) - 1);
        if (carried != 0 && carried == right) sum += chance;
    }
    return sum;
}

}  // namespace

TEST_CASE("belief equals its definition on random claims", "[lens][property]") {
    std::mt19937 bits(7);
    for (int round = 0; round < 3000; ++round) {
        const std::vector<Said> claims = random_claims(bits);
        INFO(json(claims));
        const std::vector<double> yes = voices(claims, true, 0.4), no = voices(claims, false, 0.4);
        const auto surest = [](const std::vector<double>& list) {
            return list.empty() ? std::vector<double>()
                                : std::vector{*std::max_element(list.begin(), list.end())};
        };
        const auto ours = [&](Combine combine_by, Denials denials) {
            return combine(json(claims), {combine_by, denials, 40}).belief;
        };
        const auto close = [](double a, double b) { return std::abs(a - b) < 1e-12; };
        CHECK(close(ours(Combine::independent, Denials::weigh), by_enumeration(yes, no)));
        CHECK(close(ours(Combine::independent, Denials::ignore), by_enumeration(yes, {})));
        CHECK(close(ours(Combine::max, Denials::weigh), by_enumeration(surest(yes), surest(no))));
        CHECK(close(ours(Combine::max, Denials::ignore), by_enumeration(surest(yes), {})));
        CHECK(combine(json(claims), {}).voices == yes.size());
    }
}
