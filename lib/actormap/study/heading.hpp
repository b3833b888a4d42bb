#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace actormap {

/// What a relation says of one of its ends, by the type of the relation, its direction and the
/// type of the other end. Two entities have something in common only under the same heading: to
/// target China is nothing like to come from there.
enum class Heading : std::uint8_t {
    origin,           ///< whose it is: sponsors, countries of origin, what it is part of
    tooling,          ///< malware and tools
    techniques,       ///< attack patterns
    victims,          ///< what it targets or compromises
    vulnerabilities,  ///< whatever the relation
    infrastructure,   ///< other than as a victim
    campaigns,        ///< whatever the relation
    actors,           ///< actors linked in another way: who uses a malware, who works for a sponsor
    attackers,        ///< who targets or compromises it
    other
};

/// "origin", "tooling", …
[[nodiscard]] std::string_view to_string(Heading heading);
[[nodiscard]] std::optional<Heading> parse_heading(std::string_view text);
/// The words of all headings, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> heading_words();

/// The heading under which an entity has a relation of that type from it (`outgoing`) or to it,
/// with an entity of type `other` at the other end. Nothing if the relation only says that the two
/// are, or are not, one: similar, duplicate-of, overlaps, distinct-from, revoked-by.
[[nodiscard]] std::optional<Heading> heading_of(std::string_view relation, bool outgoing,
                                                std::string_view other);

}  // namespace actormap
