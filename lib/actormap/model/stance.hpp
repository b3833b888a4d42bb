#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace actormap {

/// What a claim does to its relation or name.
enum class Stance : std::uint8_t {
    asserts,       ///< says that it holds
    supports,      ///< endorses, without evidence of its own
    hypothesises,  ///< says that it may hold
    disputes,      ///< a third party doubts it
    denies,        ///< an accused or its state rejects it
    retracts       ///< the speaker takes its own claim back
};

[[nodiscard]] std::string_view to_string(Stance stance);
[[nodiscard]] std::optional<Stance> parse_stance(std::string_view text);

/// Whether a claim of this stance can carry a relation: asserts, supports, hypothesises.
[[nodiscard]] bool carries(Stance stance);

/// Whether a claim of this stance makes a relation disputed: disputes, denies.
[[nodiscard]] bool opposes(Stance stance);

/// What a speaker is.
enum class SpeakerKind : std::uint8_t {
    government,
    law_enforcement,
    vendor,
    researcher,
    organisation,
    press,
    database
};

/// "government", "law-enforcement", …
[[nodiscard]] std::string_view to_string(SpeakerKind kind);
[[nodiscard]] std::optional<SpeakerKind> parse_speaker_kind(std::string_view text);

}  // namespace actormap
