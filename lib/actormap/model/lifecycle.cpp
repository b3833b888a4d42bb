#include <actormap/model/lifecycle.hpp>

namespace actormap {

bool is_revoked(const Properties& properties) {
    return properties.find("revoked") == "true";
}

bool is_deprecated(const Properties& properties) {
    return properties.find("x_mitre_deprecated") == "true" ||
           properties.find("deprecated") == "true";
}

bool is_retired(const Properties& properties) {
    return !properties.empty() && (is_revoked(properties) || is_deprecated(properties));
}

}  // namespace actormap
