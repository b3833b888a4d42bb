#include <actormap/base/version.hpp>

namespace actormap {

std::string_view version() {
    return ACTORMAP_VERSION;
}

}  // namespace actormap
