#pragma once

#include <string>

namespace actormap {

/// The name with the prefix x_, as often as it takes until `is_taken(name)` is false: what a file
/// calls like something of the native format.
template <typename IsTaken>
std::string free_name(std::string name, const IsTaken& is_taken) {
    do name.insert(0, "x_");
    while (is_taken(name));
    return name;
}

}  // namespace actormap
