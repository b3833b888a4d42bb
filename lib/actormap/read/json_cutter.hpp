#pragma once

#include <actormap/base/byte_source.hpp>
#include <actormap/base/error.hpp>
#include <actormap/read/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What a JSON text that holds records looks like from outside.
enum class JsonShape {
    bundle,  ///< an object whose member `objects` lists the records
    list,    ///< a list of records
    single   ///< one record
};

/// Where a value stands in a slice, and what its text is made of.
struct JsonExtent {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
    bool escaped = false;  ///< it holds a backslash or DEL, so its text is not its content
    bool blanks = false;   ///< it holds blanks between tokens
};

/// A member of an object: its name without the quotes, and its value.
struct JsonMark {
    JsonExtent name;
    JsonExtent value;
};

/// One value, cut out of a JSON text. Valid until the next one is cut.
struct JsonSlice {
    static constexpr std::size_t padding = 64;  ///< bytes behind `text` that may be read

    bool record = false;                ///< one of the list's records, else a member of the bundle
    std::string_view name;              ///< that member's name, as it is written between its quotes
    std::string_view text;              ///< the value
    JsonSpot spot;                      ///< where the value begins
    JsonSpot name_spot;                 ///< where the member's name begins
    bool escaped = false;               ///< it holds a backslash or DEL
    bool long_text = false;             ///< a text in it may be longer than the limit
    bool lines = false;                 ///< it has a line end
    std::span<const JsonMark> members;  ///< of an object, as they stand in it

    [[nodiscard]] std::string_view operator[](const JsonExtent& extent) const {
        return text.substr(extent.at, extent.size);
    }
    /// Where a place in the text is.
    [[nodiscard]] JsonSpot spot_of(std::size_t at) const;
};

/// Cuts a JSON text that comes in pieces into the records in it, one at a time, so that memory is
/// bounded by the largest record. It follows texts, escapes and nesting alone: whether a record is
/// valid JSON is for its user to find out, whether it is nested too deeply, too large or cut off is
/// found here.
class JsonCutter {
  public:
    static constexpr std::size_t largest_slice = std::size_t{64} << 20;

    /// Begins with the bytes of `prefix`, which were taken from the source already.
    JsonCutter(ByteSource& source, const std::string& file, std::string_view prefix,
               JsonShape shape, const JsonLimits& limits = {});

    /// The next record or member of the bundle; nothing at the end.
    /// Throws  InputError json-syntax, json-depth, json-text-size, json-record-size, file-empty,
    ///         file-encoding
    [[nodiscard]] std::optional<JsonSlice> next();

  private:
    enum class State { start, member, record, end };

    [[nodiscard]] bool refill();
    char peek();  // NUL at the end of the input
    char skip_blanks();
    void begin_slice();
    void scan_text();
    void scan_literal();
    void scan_nested();
    void scan_value();
    void scan_members();
    void enter(char bracket);
    void leave(char bracket);
    [[nodiscard]] std::optional<JsonSlice> start();
    [[nodiscard]] std::optional<JsonSlice> next_member();
    [[nodiscard]] std::optional<JsonSlice> next_record();
    [[nodiscard]] std::optional<JsonSlice> finish();
    [[nodiscard]] JsonSlice cut_value(bool record);
    [[nodiscard]] JsonSpot here() const;
    [[nodiscard]] Position position(JsonSpot spot) const;
    [[noreturn]] void fault(const std::string& expected);
    [[noreturn]] void fault_in_slice();

    ByteSource& source_;
    const std::string& file_;
    JsonShape shape_;
    JsonLimits limits_;

    std::string buffer_;     // what is held, and `padding` NUL bytes
    std::size_t end_ = 0;    // of what is held
    std::size_t at_ = 0;     // the next byte
    std::size_t slice_ = 0;  // where the slice begins: nothing from there on is dropped
    std::size_t base_ = 0;   // how many bytes came before the buffer
    bool ended_ = false;

    std::size_t line_start_ = 0;  // in the input
    std::uint32_t line_ = 1;
    JsonSpot slice_spot_;

    State state_ = State::start;
    bool first_ = true;          // nothing came before the next member or record
    bool records_seen_ = false;  // the member `objects` came
    std::string name_;
    std::uint64_t nesting_ = 0;  // one bit a level: 1 is a list
    std::size_t depth_ = 0;
    bool escaped_ = false;  // since the last value began
    bool blanks_ = false;
    bool slice_escaped_ = false;
    bool long_text_ = false;
    std::vector<JsonMark> marks_;
};

}  // namespace actormap
