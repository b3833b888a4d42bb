#include <actormap/model/uuid.hpp>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <cassert>

namespace actormap {
namespace {

constexpr std::string_view project_namespace = "4e1f0b1e-6f0d-5a41-9c0b-3f8f2d6f7a10";
constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::string uuid5(std::string_view name) {
    return uuid5(project_namespace, name);
}

std::string uuid5(std::string_view space, std::string_view name) {
    assert(is_uuid(space));
    const auto root = boost::uuids::string_generator()(space.begin(), space.end());
    boost::uuids::name_generator_sha1 generator(root);
    return boost::uuids::to_string(generator(name.data(), name.size()));
}

bool is_uuid(std::string_view text) {
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '-' ? text[i] != '-' : !is_hexadecimal(text[i])) return false;
    }
    return true;
}

std::string lower_uuid(std::string_view uuid) {
    std::string text(uuid);
    for (char& c : text) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

}  // namespace actormap
