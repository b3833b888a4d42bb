#pragma once

#include <actormap/base/byte_source.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace actormap {

/// Whether a file that begins with these bytes is gzip's (RFC 1952). Two bytes are enough.
[[nodiscard]] bool is_gzip(std::string_view first_bytes);

/// What is packed in a gzip file: all of its members one after another, as gunzip has it. Zeros
/// behind the last one are padding.
///
/// Cost    O(size) time; memory for one piece
/// Throws  on reading InputError gzip-broken, and gzip-ratio where very little packs very much,
///         which only a file does that is made to fill a memory; and those of `packed`
class GzipSource : public ByteSource {
  public:
    /// From here on, and not before, a file may hold at most `largest_ratio` times its size.
    static constexpr std::size_t free_bytes = std::size_t{16} << 20;
    static constexpr std::size_t largest_ratio = 200;

    /// Messages call it `file`. `packed` must outlive it.
    GzipSource(ByteSource& packed, std::string file);
    ~GzipSource() override;
    [[nodiscard]] std::size_t read(char* to, std::size_t most) override;
    [[nodiscard]] std::size_t size() const override { return 0; }

  private:
    class Inflater;
    std::unique_ptr<Inflater> inflater_;
};

}  // namespace actormap
