#include <actormap/model/stix_properties.hpp>

#include <algorithm>
#include <unordered_map>

namespace actormap {
namespace {

struct Row {
    std::string_view common;  // the names of lists that the type has besides its own
    std::string_view type;
    std::string_view properties;
};

constexpr std::string_view all = "type spec_version id object_marking_refs granular_markings";
constexpr std::string_view made =
    "created_by_ref created modified revoked labels confidence lang external_references extensions";
constexpr std::string_view observed = "defanged extensions";
constexpr std::string_view none;

constexpr Row rows[] = {
    {made, "attack-pattern", "name description aliases kill_chain_phases"},
    {made, "campaign", "name description aliases first_seen last_seen objective"},
    {made, "course-of-action", "name description"},
    {made, "grouping", "name description context object_refs"},
    {made, "identity", "name description roles identity_class sectors contact_information"},
    {made, "incident", "name description"},
    {made, "indicator",
     "name description indicator_types pattern pattern_type pattern_version valid_from valid_until "
     "kill_chain_phases"},
    {made, "infrastructure",
     "name description infrastructure_types aliases kill_chain_phases first_seen last_seen"},
    {made, "intrusion-set",
     "name description aliases first_seen last_seen goals resource_level primary_motivation "
     "secondary_motivations"},
    {made, "location",
     "name description latitude longitude precision region country administrative_area city "
     "street_address postal_code"},
    {made, "malware",
     "name description malware_types is_family aliases kill_chain_phases first_seen last_seen "
     "operating_system_refs architecture_execution_envs implementation_languages capabilities "
     "sample_refs"},
    {made, "malware-analysis",
     "product version host_vm_ref operating_system_ref installed_software_refs "
     "configuration_version modules analysis_engine_version analysis_definition_version submitted "
     "analysis_started analysis_ended result_name result analysis_sco_refs sample_ref"},
    {made, "note", "abstract content authors object_refs"},
    {made, "observed-data", "first_observed last_observed number_observed objects object_refs"},
    {made, "opinion", "explanation authors opinion object_refs"},
    {made, "report", "name description report_types published object_refs"},
    {made, "threat-actor",
     "name description threat_actor_types aliases first_seen last_seen roles goals sophistication "
     "resource_level primary_motivation secondary_motivations personal_motivations"},
    {made, "tool", "name description tool_types aliases kill_chain_phases tool_version"},
    {made, "vulnerability", "name description"},
    {made, "relationship",
     "relationship_type description source_ref target_ref start_time stop_time"},
    {made, "sighting",
     "description first_seen last_seen count sighting_of_ref observed_data_refs "
     "where_sighted_refs summary"},
    {made, "extension-definition",
     "name description schema version extension_types extension_properties"},
    {made, "language-content", "object_ref object_modified contents"},
    {none, "marking-definition",
     "created_by_ref created external_references extensions name definition_type definition"},
    {observed, "artifact", "mime_type payload_bin url hashes encryption_algorithm decryption_key"},
    {observed, "autonomous-system", "number name rir"},
    {observed, "directory", "path path_enc ctime mtime atime contains_refs"},
    {observed, "domain-name", "value resolves_to_refs"},
    {observed, "email-addr", "value display_name belongs_to_ref"},
    {observed, "email-message",
     "is_multipart date content_type from_ref sender_ref to_refs cc_refs bcc_refs message_id "
     "subject received_lines additional_header_fields body body_multipart raw_email_ref"},
    {observed, "file",
     "hashes size name name_enc magic_number_hex mime_type ctime mtime atime "
     "parent_directory_ref contains_refs content_ref"},
    {observed, "ipv4-addr", "value resolves_to_refs belongs_to_refs"},
    {observed, "ipv6-addr", "value resolves_to_refs belongs_to_refs"},
    {observed, "mac-addr", "value"},
    {observed, "mutex", "name"},
    {observed, "network-traffic",
     "start end is_active src_ref dst_ref src_port dst_port protocols src_byte_count "
     "dst_byte_count src_packets dst_packets ipfix src_payload_ref dst_payload_ref "
     "encapsulates_refs encapsulated_by_ref"},
    {observed, "process",
     "is_hidden pid created_time cwd command_line environment_variables opened_connection_refs "
     "creator_user_ref image_ref parent_ref child_refs"},
    {observed, "software", "name cpe swid languages vendor version"},
    {observed, "url", "value"},
    {observed, "user-account",
     "user_id credential account_login account_type display_name is_service_account "
     "is_privileged can_escalate_privs is_disabled account_created account_expires "
     "credential_last_changed account_first_login account_last_login"},
    {observed, "windows-registry-key",
     "key values modified_time creator_user_ref number_of_subkeys"},
    {observed, "x509-certificate",
     "is_self_signed hashes version serial_number signature_algorithm issuer "
     "validity_not_before validity_not_after subject subject_public_key_algorithm "
     "subject_public_key_modulus subject_public_key_exponent x509_v3_extensions"},
};
static_assert(std::size(rows) <= 64);

using Table = std::unordered_map<std::string_view, StixTypes>;

void add_words(Table& table, std::string_view words, StixTypes bit) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        table[words.substr(0, end)] |= bit;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

Table make_properties() {
    Table table;
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const StixTypes bit = StixTypes{1} << i;
        for (const std::string_view words : {all, rows[i].common, rows[i].properties})
            add_words(table, words, bit);
    }
    return table;
}

Table make_types() {
    Table table;
    for (std::size_t i = 0; i < std::size(rows); ++i) table[rows[i].type] = StixTypes{1} << i;
    return table;
}

}  // namespace

std::optional<StixTypes> stix_type_bit(std::string_view type) {
    static const Table types = make_types();
    const auto at = types.find(type);
    return at == types.end() ? std::nullopt : std::optional(at->second);
}

StixTypes stix_types_with(std::string_view property) {
    static const Table properties = make_properties();
    const auto at = properties.find(property);
    return at == properties.end() ? 0 : at->second;
}

}  // namespace actormap
