#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/json.hpp>

#include <string>

namespace actormap {

/// Hands the records of a native document (docs/native-format.md) to the builder. A record with an
/// error is reported at its place and left out.
/// Reports  those of Fields, and format-version, entity-type, confidence-range, confidence-words
void read_native(const JsonValue& document, const std::string& file, GraphBuilder& builder,
                 Diagnostics& diagnostics);

}  // namespace actormap
