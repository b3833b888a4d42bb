#pragma once

#include <actormap/read/fields.hpp>

#include <optional>

namespace actormap {

/// A confidence in any form of the native format: a number, a word of a scale, or an object. What
/// is wrong with it is reported, and rejects `of`, the claim that it belongs to.
[[nodiscard]] std::optional<Confidence> read_confidence(const ReadContext& context, Fields& of,
                                                        const JsonValue& value);

}  // namespace actormap
