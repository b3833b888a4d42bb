#pragma once

#include <actormap/base/date.hpp>
#include <actormap/model/marking.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// What to do with relations that somebody disputes or denies.
enum class Disputed { include, exclude, only };

/// What to do with what its producer revoked or deprecated.
enum class Revoked {
    exclude,  ///< leave it out
    include,  ///< treat it like everything else
    follow    ///< put what replaced it in its place; leave out what nothing replaced
};

/// How the claims that carry one relation become one confidence; combine.hpp has the formulas.
enum class Combine {
    max,         ///< the surest of them counts
    independent  ///< each independent voice adds: one minus the product of the complements
};

/// What claims that dispute or deny a relation do to its confidence.
enum class Denials {
    ignore,  ///< nothing: they are shown and counted
    weigh    ///< they take from it
};

struct CombineRule {
    Combine combine = Combine::max;
    Denials denials = Denials::ignore;
    std::uint8_t assume = 50;  ///< the confidence of a claim that states none, 0 to 100

    bool operator==(const CombineRule&) const = default;
};

/// A lower level that gives way to the one above it.
enum class RollUp {
    victims_country,   ///< what is targeted or compromised -> where it is located
    actors_sponsor,    ///< intrusion sets and threat actors -> the sponsor they are attributed to
    campaigns_actor,   ///< campaigns -> the actor they are attributed to
    techniques_parent  ///< sub-techniques -> their technique
};

[[nodiscard]] std::optional<Disputed> parse_disputed(std::string_view text);
[[nodiscard]] std::string_view to_string(Disputed disputed);

[[nodiscard]] std::optional<Combine> parse_combine(std::string_view text);
[[nodiscard]] std::string_view to_string(Combine combine);

[[nodiscard]] std::optional<Denials> parse_denials(std::string_view text);
[[nodiscard]] std::string_view to_string(Denials denials);

[[nodiscard]] std::optional<Revoked> parse_revoked(std::string_view text);
[[nodiscard]] std::string_view to_string(Revoked revoked);

/// "victims:country", "actors:sponsor", "campaigns:actor" or "techniques:parent".
[[nodiscard]] std::optional<RollUp> parse_roll_up(std::string_view text);
[[nodiscard]] std::string_view to_string(RollUp roll_up);

/// What to look at. Applied in this order: revocation, marking, as-of, perspective, confidence,
/// existence, roll-up; then types, relations, countries, around. docs/lens.md has what each one
/// keeps. Each field has its default in place, so that `{.as_of = date}` needs no others.
struct Lens {
    // What.
    std::vector<std::string> types = {};      ///< only entities of these types; empty: of any
    std::vector<std::string> not_types = {};  ///< no entities of these types
    std::vector<std::string> relations = {};  ///< only relations of these types; empty: of any
    std::vector<std::string> countries = {};  ///< only relations that touch these; codes or names
    std::vector<std::string> around = {};     ///< ids or names of entities; empty: the whole graph
    unsigned hops = 1;                        ///< how far from `around`, in edges

    Revoked revoked = Revoked::exclude;

    // When it happened, and when it was said.
    PartialDate since = {};
    PartialDate until = {};
    PartialDate as_of = {};

    // Who says so: a speaker's id, name, kind, country or role, or a source's id.
    std::vector<std::string> according_to = {};
    std::vector<std::string> without = {};

    // How sure.
    /// 0 to 100; drops unspecified confidence too.
    std::optional<std::uint8_t> min_confidence = {};
    Disputed disputed = Disputed::include;
    CombineRule combining = {};

    Tlp tlp = Tlp::red;  ///< nothing above it goes in

    std::vector<RollUp> roll_up = {};

    /// The graph that it is applied to went through `merge_names`; nothing else depends on it.
    bool merge_names = false;
};

/// Every setting that differs from the default, as (option, value): ("as-of", "2021-03-17").
/// In a fixed order, so that two equal lenses read the same.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> settings(const Lens& lens);

/// The settings on one line: "as-of 2021-03-17; without press". Empty for the default lens.
[[nodiscard]] std::string describe(const Lens& lens);

}  // namespace actormap
