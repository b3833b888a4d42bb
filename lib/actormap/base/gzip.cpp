#include <actormap/base/error.hpp>
#include <actormap/base/gzip.hpp>

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <zlib.h>

namespace actormap {
namespace {

constexpr std::size_t largest_piece = std::size_t{1} << 20;

}  // namespace

/// zlib's inflater, which holds its pointers into `packed_bytes_`: it must not move.
class GzipSource::Inflater {
  public:
    Inflater(ByteSource& packed, std::string file) : packed_(packed), file_(std::move(file)) {
        constexpr int gzip_alone = 16 + MAX_WBITS;  // and no raw or zlib data
        if (inflateInit2(&stream_, gzip_alone) != Z_OK) throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream_); }

    std::size_t read(char* to, std::size_t most) {
        const std::size_t room = std::min(most, largest_piece);  // that check_ratio is in time
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(room);
        while (room != 0 && stream_.avail_out == room && !ended_) {
            if (stream_.avail_in == 0) fill();
            if (at_start_ && !start_member()) continue;
            const int status = inflate(&stream_, Z_NO_FLUSH);
            if (status == Z_MEM_ERROR) throw std::bad_alloc();
            if (status == Z_STREAM_END) {
                if (inflateReset(&stream_) != Z_OK) refuse("the packed data is damaged");
                at_start_ = true;
            } else if (status != Z_OK && status != Z_BUF_ERROR) {
                refuse("the packed data is damaged");
            }
        }
        const std::size_t got = room - stream_.avail_out;
        given_ += got;
        check_ratio();
        return got;
    }

  private:
    void fill() {
        const std::size_t got = packed_.read(packed_bytes_.data(), packed_bytes_.size());
        stream_.next_in = reinterpret_cast<Bytef*>(packed_bytes_.data());
        stream_.avail_in = static_cast<uInt>(got);
        taken_ += got;
        if (got != 0) return;
        if (!at_start_ || !any_member_) refuse("the file ends before what is packed in it does");
        ended_ = true;
    }

    /// Whether a member begins here. Behind the first one there may be zeros instead.
    bool start_member() {
        if (any_member_) {
            while (stream_.avail_in != 0 && *stream_.next_in == 0) {
                ++stream_.next_in;
                --stream_.avail_in;
                padded_ = true;
            }
        }
        if (stream_.avail_in == 0) return false;
        if (padded_) refuse("something stands behind its end");
        at_start_ = false;
        any_member_ = true;
        return true;
    }

    void check_ratio() const {
        const std::size_t used = taken_ - stream_.avail_in;
        if (given_ > free_bytes && given_ / largest_ratio > used)
            throw InputError("gzip-ratio", {file_, 1, 1},
                             "holds more than " + std::to_string(largest_ratio) +
                                 " times what it is long; unpack it with gunzip if you trust it");
    }
    [[noreturn]] void refuse(const std::string& what) const {
        throw InputError("gzip-broken", {file_, 1, 1},
                         what + "; get the file again, or see what gunzip -t says");
    }

    ByteSource& packed_;
    std::string file_;
    z_stream stream_{};
    std::array<char, std::size_t{1} << 16> packed_bytes_{};
    std::size_t taken_ = 0, given_ = 0;
    bool at_start_ = true;  // of a member
    bool any_member_ = false, padded_ = false, ended_ = false;
};

bool is_gzip(std::string_view first_bytes) {
    return first_bytes.starts_with("\x1f\x8b");
}

GzipSource::GzipSource(ByteSource& packed, std::string file)
    : inflater_(std::make_unique<Inflater>(packed, std::move(file))) {}

GzipSource::~GzipSource() = default;

std::size_t GzipSource::read(char* to, std::size_t most) {
    return inflater_->read(to, most);
}

}  // namespace actormap
