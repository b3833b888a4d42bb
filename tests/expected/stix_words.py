"""The objects and properties that STIX 2.1 defines (OASIS, 10 June 2021), as far as count_published.py meets them."""

COMMON = """type spec_version id created_by_ref created modified revoked labels confidence lang external_references
    object_marking_refs granular_markings extensions defanged""".split()

# Type -> what it adds to COMMON. The types without properties are known, but in none of the files.
PROPERTIES = {name: properties.split() for name, properties in {
    "attack-pattern": "name description aliases kill_chain_phases",
    "campaign": "name description aliases first_seen last_seen objective",
    "course-of-action": "name description action",
    "grouping": "name description context object_refs",
    "identity": "name description roles identity_class sectors contact_information",
    "incident": "name description",
    "indicator": """name description indicator_types pattern pattern_type pattern_version valid_from
        valid_until kill_chain_phases""",
    "infrastructure": """name description infrastructure_types aliases kill_chain_phases first_seen
        last_seen""",
    "intrusion-set": """name description aliases first_seen last_seen goals resource_level primary_motivation
        secondary_motivations""",
    "location": """name description latitude longitude precision region country administrative_area city
        street_address postal_code""",
    "malware": """name description malware_types is_family aliases kill_chain_phases first_seen last_seen
        operating_system_refs architecture_execution_envs implementation_languages capabilities sample_refs""",
    "malware-analysis": "",
    "note": "abstract content authors object_refs",
    "observed-data": "first_observed last_observed number_observed objects object_refs",
    "opinion": "explanation authors opinion object_refs",
    "report": "name description report_types published object_refs",
    "threat-actor": """name description threat_actor_types aliases first_seen last_seen roles goals
        sophistication resource_level primary_motivation secondary_motivations personal_motivations""",
    "tool": "name description tool_types aliases kill_chain_phases tool_version",
    "vulnerability": "name description",
    "relationship": "relationship_type description source_ref target_ref start_time stop_time",
    "sighting": """description first_seen last_seen count sighting_of_ref observed_data_refs where_sighted_refs
        summary""",
    "marking-definition": "name definition_type definition",
    "language-content": "",
    "extension-definition": "",
    "file": """hashes size name name_enc magic_number_hex mime_type ctime mtime atime parent_directory_ref
        contains_refs content_ref""",
    "windows-registry-key": "key values modified_time creator_user_ref number_of_subkeys",
    "artifact": "",
    "autonomous-system": "",
    "directory": "",
    "domain-name": "",
    "email-addr": "",
    "email-message": "",
    "ipv4-addr": "",
    "ipv6-addr": "",
    "mac-addr": "",
    "mutex": "",
    "network-traffic": "",
    "process": "",
    "software": "",
    "url": "",
    "user-account": "",
    "x509-certificate": "",
}.items()}

# The four markings of TLP 1 that the specification itself defines: references to them lead somewhere.
TLP = {
    "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
    "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
    "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
    "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
}
