#pragma once

#include <actormap/base/error.hpp>
#include <actormap/base/shard.hpp>
#include <actormap/read/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// What the parts of a computation have to be of.
struct PartsWanted {
    std::string computed_from;  ///< as `sums_origin` says of the network at hand
    std::size_t vertices = 0;   ///< how many numbers a chunk has
    std::size_t chunks = 0;     ///< of all shards together
};

/// Reads what `part_json` wrote, file by file, in any order. Nothing in them is trusted: they may
/// come from anywhere.
///
/// Memory      the numbers at 8 bytes each; and about 130 bytes for each number of the one part
/// that
///             is being read, beside its text
class PartsReader {
  public:
    PartsReader(PartsWanted wanted, Diagnostics& diagnostics)
        : wanted_(std::move(wanted)), diagnostics_(diagnostics) {}

    /// Reports  part-syntax, part-version, part-network, part-shard, part-size, part-number, and
    ///          those of `parse_json`
    void add(std::string_view content, const std::string& file);

    /// All shards, ascending. Of no use where something was reported.
    /// Reports  part-shard if one is missing
    [[nodiscard]] std::vector<ShardSums> finish();

  private:
    struct Read {
        ShardSums sums;
        Position shard, of;
    };

    void read(const JsonValue& part, const std::string& file);
    bool read_version(const JsonValue& part, const std::string& file);
    bool read_origin(const JsonValue& part, const std::string& file);
    bool read_shard(const JsonValue& part, const std::string& file, Read& into);
    bool read_sums(const JsonValue& list, const std::string& file, Read& into);
    bool read_chunk(const JsonValue& list, const std::string& file, std::vector<double>& into);
    /// The member, if it is of that kind.
    const JsonValue* member(const JsonValue& part, const std::string& file, const char* name,
                            JsonValue::Kind kind);

    PartsWanted wanted_;
    Diagnostics& diagnostics_;
    std::vector<Read> parts_;
    std::size_t faulty_ = 0;  // files of which something was reported
};

/// Reads files as a `PartsReader` does; "-" is standard input.
/// Reports  what it reports; file-missing, file-directory, file-unreadable, file-size
[[nodiscard]] std::vector<ShardSums> read_parts(const std::vector<std::string>& paths,
                                                PartsWanted wanted, Diagnostics& diagnostics);

}  // namespace actormap
