#pragma once

#include <actormap/base/run.hpp>
#include <actormap/batch/manifest.hpp>
#include <actormap/batch/plan.hpp>

#include <string>
#include <vector>

namespace actormap {

/// The files of a plan, read once.
struct BatchInputs {
    ReadResult read;                ///< as one graph, united by names if the plan says so
    std::vector<BatchInput> files;  ///< in the plan's order, those of a pattern by name
};

/// Reads the files that a plan names, from its folder.
/// Reports  plan-input if a pattern matches nothing, and those of `read`
[[nodiscard]] BatchInputs read_inputs(const Plan& plan, const std::string& folder,
                                      Diagnostics& diagnostics);
/// Reads other files instead.
[[nodiscard]] BatchInputs read_inputs(const std::vector<std::string>& paths, bool merge_names,
                                      Diagnostics& diagnostics);

}  // namespace actormap
