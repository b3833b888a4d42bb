#include <actormap/base/text.hpp>
#include <actormap/read/json_cutter.hpp>

#include <algorithm>
#include <utility>

// How records lie in the text, and the buffer. How values are passed is in json_cutter_scan.cpp.

namespace actormap {
namespace {

constexpr std::size_t largest_piece = std::size_t{1} << 18;
constexpr std::size_t smallest_piece = std::size_t{1} << 12;

}  // namespace

JsonSpot JsonSlice::spot_of(std::size_t at) const {
    if (!lines) return {spot.line, spot.column + static_cast<std::uint32_t>(at)};
    const std::string_view before = text.substr(0, at);
    const auto passed = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    if (passed == 0) return {spot.line, spot.column + static_cast<std::uint32_t>(at)};
    return {spot.line + passed, static_cast<std::uint32_t>(at - before.rfind('\n'))};
}

JsonCutter::JsonCutter(ByteSource& source, const std::string& file, std::string_view prefix,
                       JsonShape shape, const JsonLimits& limits)
    : source_(source),
      file_(file),
      shape_(shape),
      limits_(limits),
      buffer_(prefix),
      end_(prefix.size()) {
    buffer_.resize(end_ + JsonSlice::padding, '\0');
    limits_.depth = std::min<std::size_t>(limits_.depth, 64);  // the bits of nesting_
}

std::optional<JsonSlice> JsonCutter::next() {
    switch (state_) {
        case State::start:
            return start();
        case State::member:
            return next_member();
        case State::record:
            return next_record();
        case State::end:
            break;
    }
    return finish();
}

std::optional<JsonSlice> JsonCutter::start() {
    slice_ = at_;
    const char c = skip_blanks();
    if (c == '\0') throw InputError("file-empty", {file_}, "the file is empty; give a graph");
    if (shape_ == JsonShape::single) {
        state_ = State::end;
        return cut_value(true);
    }
    if (c != (shape_ == JsonShape::list ? '[' : '{'))
        fault(shape_ == JsonShape::list ? "'['" : "'{'");
    enter(c);
    ++at_;
    state_ = shape_ == JsonShape::list ? State::record : State::member;
    return next();
}

std::optional<JsonSlice> JsonCutter::next_member() {
    slice_ = at_;
    char c = skip_blanks();
    if (c == '}') {
        leave(c);
        ++at_;
        return finish();
    }
    if (!first_) {
        if (c != ',') fault("',' or '}'");
        ++at_;
        c = skip_blanks();
    }
    first_ = false;
    if (c != '"') fault("a name in quotes");
    const JsonSpot spot = here();
    begin_slice();
    scan_text();
    name_ = buffer_.substr(slice_ + 1, at_ - slice_ - 2);
    if (const auto bad = find_invalid_utf8(name_)) fault_in_slice();
    slice_ = at_;
    if (skip_blanks() != ':') fault("':'");
    ++at_;
    slice_ = at_;
    c = skip_blanks();
    if (name_ == "objects" && c == '[' && !std::exchange(records_seen_, true)) {
        enter(c);
        ++at_;
        first_ = true;
        state_ = State::record;
        return next_record();
    }
    JsonSlice slice = cut_value(false);
    slice.name = name_;
    slice.name_spot = spot;
    return slice;
}

std::optional<JsonSlice> JsonCutter::next_record() {
    slice_ = at_;
    char c = skip_blanks();
    if (c == ']') {
        leave(c);
        ++at_;
        first_ = false;
        state_ = shape_ == JsonShape::list ? State::end : State::member;
        return next();
    }
    if (!first_) {
        if (c != ',') fault("',' or ']'");
        ++at_;
        slice_ = at_;
        skip_blanks();
    }
    first_ = false;
    return cut_value(true);
}

std::optional<JsonSlice> JsonCutter::finish() {
    state_ = State::end;
    slice_ = at_;
    if (skip_blanks() != '\0') fault("the end of the file");
    return std::nullopt;
}

JsonSlice JsonCutter::cut_value(bool record) {
    begin_slice();
    marks_.clear();
    if (peek() == '{')
        scan_members();
    else
        scan_value();
    JsonSlice slice;
    slice.record = record;
    slice.text = std::string_view(buffer_).substr(slice_, at_ - slice_);
    slice.spot = slice_spot_;
    slice.escaped = slice_escaped_;
    slice.long_text = long_text_;
    slice.lines = line_ != slice_spot_.line;
    slice.members = marks_;
    return slice;
}

void JsonCutter::begin_slice() {
    slice_ = at_;
    slice_spot_ = here();
    slice_escaped_ = escaped_ = blanks_ = long_text_ = false;
}

void JsonCutter::enter(char bracket) {
    if (depth_ == limits_.depth)
        throw InputError("json-depth", position(here()),
                         "lists and objects are nested deeper than " +
                             std::to_string(limits_.depth) + " levels; flatten them");
    nesting_ = (nesting_ << 1) | (bracket == '[' ? 1u : 0u);
    ++depth_;
}

void JsonCutter::leave(char bracket) {
    if ((nesting_ & 1) != (bracket == ']' ? 1u : 0u)) fault_in_slice();
    nesting_ >>= 1;
    --depth_;
}

char JsonCutter::peek() {
    if (at_ == end_ && !refill()) return '\0';
    if (buffer_[at_] == '\0')
        throw InputError("file-encoding", position(here()),
                         "the file holds a NUL byte; save it as UTF-8 text");
    return buffer_[at_];
}

/// Gets more bytes behind those that are held, and drops what lies before the slice.
bool JsonCutter::refill() {
    if (ended_) return false;
    buffer_.erase(0, slice_);
    base_ += slice_;
    at_ -= slice_;
    end_ -= slice_;
    slice_ = 0;
    if (end_ > largest_slice)
        throw InputError("json-record-size", position(slice_spot_),
                         "an object is larger than 64 MiB; split it");
    // No more than is left, where that is known: most files are small, and most texts in memory.
    const std::size_t size = source_.size(), have = base_ + end_;
    const std::size_t left = size == 0 ? largest_piece : size - std::min(size, have);
    const std::size_t piece = std::clamp(left, smallest_piece, largest_piece);
    buffer_.resize(end_ + piece + JsonSlice::padding);
    const std::size_t got = source_.read(buffer_.data() + end_, piece);
    end_ += got;
    std::fill(buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.end(), '\0');
    ended_ = got == 0;
    return !ended_;
}

JsonSpot JsonCutter::here() const {
    return {line_, static_cast<std::uint32_t>(base_ + at_ - line_start_ + 1)};
}

Position JsonCutter::position(JsonSpot spot) const {
    return {file_, spot.line, spot.column};
}

void JsonCutter::fault(const std::string& expected) {
    const char c = peek();
    const std::string found =
        c == '\0' ? "unexpected end of input" : "unexpected " + quote({&c, 1});
    throw InputError("json-syntax", position(here()),
                     "not valid JSON: " + found + "; expected " + expected +
                         (c == '\0' ? "; the file is cut off: complete it" : "; correct it"));
}

/// What is wrong with the slice so far, in the words of the parser that knows places.
void JsonCutter::fault_in_slice() {
    const char c = peek();
    const std::size_t size = at_ - slice_ + (c == '\0' ? 0 : 1);
    const std::string_view text = std::string_view(buffer_).substr(slice_, size);
    if (const auto bad = find_invalid_utf8(text); bad && *bad + 4 < text.size()) {
        JsonSlice slice;
        slice.text = text;
        slice.spot = slice_spot_;
        slice.lines = true;
        throw InputError("file-encoding", position(slice.spot_of(*bad)),
                         "the file is not UTF-8; save it as UTF-8 text");
    }
    Diagnostics unused;
    (void)parse_json(text, file_, unused, limits_, slice_spot_);
    fault("another token");
}

}  // namespace actormap
