#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/json.hpp>

#include <memory>
#include <string>

namespace actormap {

/// Whether a JSON document is a MISP galaxy cluster: an object with a list `values` and a `type` or
/// `uuid`.
[[nodiscard]] bool is_misp(const JsonValue& document);

/// Hands MISP galaxy clusters to the builder; docs/formats.md says what each field becomes. A
/// value refers to others by UUID alone, to vendors and sectors by name, and any of them may stand
/// in another file: so one reader takes all clusters of a call, and `link` comes after the last.
///
/// Reports  json-type, property-missing, value-empty, id-invalid, misp-type
class MispReader {
  public:
    MispReader(GraphBuilder& builder, Diagnostics& diagnostics);
    ~MispReader();
    MispReader(const MispReader&) = delete;
    MispReader& operator=(const MispReader&) = delete;

    void read(const JsonValue& document, const std::string& file);
    /// Adds what had to wait for all files. Entities that other readers gave are found by the UUID
    /// in their STIX ids.
    void link();

  private:
    class Call;
    std::unique_ptr<Call> call_;
};

}  // namespace actormap
