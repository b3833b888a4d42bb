#pragma once

#include <actormap/base/run.hpp>
#include <actormap/graphviz/limits.hpp>

#include <functional>
#include <string>

namespace actormap {

/// Runs `work` in a child process (base/child.hpp) and returns what it returned; one child at a
/// time, others wait. In a process that is a child already it runs in place: that one is guarded.
///
/// Throws      Error that `work` threw, with its id; Error "graphviz-limit" beyond a limit;
///             Error "graphviz-failed" if the child crashed or gave up; Cancelled
[[nodiscard]] std::string run_in_child(const std::function<std::string()>& work,
                                       const RenderLimits& limits, const Run& run);

}  // namespace actormap
