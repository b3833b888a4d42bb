#pragma once

#include <actormap/base/run.hpp>
#include <actormap/batch/expand.hpp>

#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// What a job made.
struct Made {
    std::string bytes;
    std::vector<std::string> warnings;
    Tlp marking = Tlp::clear;  ///< the highest in it
};

/// Does a job: the bytes that `actormap draw`, `rank` or `convert` writes for the same lens and
/// options.
/// Throws  as `apply`, `draw`, `rank`, `restrict` do
[[nodiscard]] Made perform(const ActorGraph& graph, const Job& job, const Run& run = {});

/// What was made as one text, to pass it from a process to another, and back.
[[nodiscard]] std::string pack(const Made& made);
/// Nothing if the text is none of these.
[[nodiscard]] std::optional<Made> unpack(std::string text);

}  // namespace actormap
