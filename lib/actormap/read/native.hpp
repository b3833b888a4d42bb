#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json.hpp>

#include <string>
#include <string_view>

namespace actormap {

/// Hands the records of a native document (docs/native-format.md) to the builder. A record with an
/// error is reported at its place and left out.
/// Reports  those of Fields, and format-version, entity-type, confidence-range, confidence-words
void read_native(const JsonValue& document, const std::string& file, GraphBuilder& builder,
                 Diagnostics& diagnostics);

/// Hands one record, an item of one of the native document's lists, to the builder. `kind` is
/// "speaker", "source", "entity", "relation" or "judgement", or "graph" for an object with what the
/// document says beside its lists. Returns whether it is one of these.
bool read_native_record(std::string_view kind, const JsonValue& record, ReadContext context,
                        GraphBuilder& builder);

}  // namespace actormap
