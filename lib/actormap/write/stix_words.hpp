#pragma once

#include <actormap/base/date.hpp>
#include <actormap/model/actor_graph.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

// What writing STIX 2.1 needs to know of its values: ids, words, times, addresses, TLP markings.

/// Whether a text can be an object's or relationship's type: lower-case letters, digits and single
/// hyphens between them, 3 to 250 of them.
[[nodiscard]] bool is_stix_word(std::string_view text);

/// Whether a text is the id of an object of `type`: the type, "--" and a UUID.
[[nodiscard]] bool is_stix_id(std::string_view id, std::string_view type);

/// Whether the standard defines `type` for a cyber-observable object.
[[nodiscard]] bool is_stix_observable(std::string_view type);

/// The first and the last moment of a date that is not empty, as a STIX timestamp.
[[nodiscard]] std::string stix_start(const PartialDate& date);
[[nodiscard]] std::string stix_stop(const PartialDate& date);

/// A web address with every byte that RFC 3986 does not allow in one percent-encoded.
[[nodiscard]] std::string stix_address(std::string_view url);

/// The object that OASIS publishes for a level of TLP 2.0.
[[nodiscard]] std::string_view tlp_marking_id(Tlp level);
/// The level of a marking definition that is an entity of the graph; nothing if it is none of TLP.
[[nodiscard]] std::optional<Tlp> tlp_of_definition(const Entity& entity);

/// Whether a reference's address is one that a source can have.
[[nodiscard]] bool is_cited_address(std::string_view url);

/// A JSON text's content; empty if it is no text.
[[nodiscard]] std::string text_of_json(std::string_view json);
/// The same of the property of that name.
[[nodiscard]] std::string property_text(const Properties& properties, std::string_view name);
/// The texts in a JSON list; empty if it is none.
[[nodiscard]] std::vector<std::string> property_texts(const Properties& properties,
                                                      std::string_view name);

/// The day of a STIX timestamp; empty if the property is none.
[[nodiscard]] PartialDate day_of_property(const Properties& properties, std::string_view name);

/// Whether an entity has the id, and what else an object needs to be written as it stands.
[[nodiscard]] bool is_stix_shaped(const Entity& entity);
[[nodiscard]] bool is_stix_shaped(const Relation& relation);

/// "[a, b]" of values that are JSON already.
[[nodiscard]] std::string json_list(const std::vector<std::string>& values);
/// The same of texts.
[[nodiscard]] std::string json_texts(const std::vector<std::string>& texts);

}  // namespace actormap
