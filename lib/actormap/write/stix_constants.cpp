#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/write/stix_constants.hpp>
#include <actormap/write/stix_words.hpp>

namespace actormap {
namespace {

/// When this version of the extension was fixed.
constexpr std::string_view extension_time = "2026-08-01T00:00:00.000Z";

}  // namespace

BundleObject stix_marking(Tlp level) {
    BundleObject object("marking-definition", std::string(tlp_marking_id(level)));
    object.text("created", "2022-10-01T00:00:00.000Z");
    object.text("name", tlp_text(level));
    object.set("extensions", "{ " + json_string(stix_tlp2_extension) +
                                 ": { \"extension_type\": \"property-extension\", \"tlp_2_0\": " +
                                 json_string(to_string(level)) + " } }");
    object.only_renders();
    return object;
}

BundleObject extension_definition() {
    BundleObject object("extension-definition", std::string(stix_actormap_extension));
    object.text("created_by_ref", extension_author().id());
    object.text("created", extension_time);
    object.text("modified", extension_time);
    object.text("name", "actormap native record");
    object.text("description",
                "Holds what STIX has no place for: who claims what, in which source, with which "
                "stance and confidence; who uses which name.");
    object.text("schema",
                "An object with the native records that a STIX object stands for: a kind in "
                "'record' and the record in 'native', or a list 'records' of such pairs. See "
                "docs/stix-extension.md of actormap.");
    object.text("version", "1.0.0");
    object.set("extension_types", "[\"property-extension\"]");
    return object;
}

BundleObject extension_author() {
    BundleObject object("identity", "identity--" + uuid5("actormap"));
    object.text("created", extension_time);
    object.text("modified", extension_time);
    object.text("name", "actormap");
    object.text("identity_class", "system");
    return object;
}

}  // namespace actormap
