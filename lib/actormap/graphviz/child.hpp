#pragma once

#include <actormap/base/run.hpp>
#include <actormap/graphviz/limits.hpp>

#include <functional>
#include <string>

namespace actormap {

/// Runs `work` in a forked child and returns what it returned. The child has no open files, an
/// environment of its own in the C locale, ends with its parent, and is ended beyond a limit.
/// One child runs at a time; others wait.
///
/// Throws      Error that `work` threw, with its id; Error "graphviz-limit" beyond a limit;
///             Error "graphviz-failed" if the child crashed or gave up; Cancelled
[[nodiscard]] std::string run_in_child(const std::function<std::string()>& work,
                                       const RenderLimits& limits, const Run& run);

}  // namespace actormap
