#pragma once

#include <actormap/base/byte_source.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/json_cutter.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace actormap {

/// Reads STIX 2.0 and 2.1: bundles, lists of objects, and single ones, in one pass over the bytes
/// and in memory that does not grow with them beyond what the graph holds. One reader serves all
/// the files of a call, since their objects may refer to each other.
///
/// Reports  json-…, file-encoding, property-missing, json-type, id-invalid, and those of the
///          native format for what stands in this project's extension (docs/stix-extension.md)
class StixReader {
  public:
    StixReader(GraphBuilder& builder, Diagnostics& diagnostics);
    ~StixReader();

    /// Reads one file, of which `prefix` was taken from the source already.
    /// Throws  InputError if the JSON is broken; what stands before that place was read
    void read(ByteSource& source, std::string_view prefix, JsonShape shape,
              const std::string& file);

    /// After the last file: what could not be told before all were known. Once.
    void finish();

    /// How many objects of each type there were, relationships included.
    [[nodiscard]] const std::map<std::string, std::size_t>& objects() const;

  private:
    class Bundles;
    std::unique_ptr<Bundles> bundles_;
};

}  // namespace actormap
