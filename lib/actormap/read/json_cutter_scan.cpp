#include <actormap/read/json_cutter.hpp>

#include <array>

// A pull scanner over a buffer that ends in NUL bytes: the inner loops stop at a NUL, and only then
// ask whether the buffer ended there or the input holds one.

namespace actormap {
namespace {

enum Class : unsigned char {
    plain,
    nul,
    quotes,
    backslash,
    del,
    blank,
    newline,
    open,
    shut,
    colon
};

constexpr std::array<unsigned char, 256> classes(bool in_text) {
    std::array<unsigned char, 256> table{};
    table[0] = nul;
    table['"'] = quotes;
    if (in_text) {
        table['\\'] = backslash;
        table[0x7f] = del;
        return table;
    }
    table[' '] = table['\t'] = table['\r'] = blank;
    table['\n'] = newline;
    table['{'] = table['['] = open;
    table['}'] = table[']'] = shut;
    table[','] = table[':'] = colon;
    return table;
}

constexpr auto in_text = classes(true);
constexpr auto outside = classes(false);

std::size_t class_in_text(char c) {
    return in_text[static_cast<unsigned char>(c)];
}
std::size_t class_outside(char c) {
    return outside[static_cast<unsigned char>(c)];
}

}  // namespace

/// The members of the object that begins here.
void JsonCutter::scan_members() {
    const auto extent_from = [this](std::size_t from) {
        return JsonExtent{static_cast<std::uint32_t>(from),
                          static_cast<std::uint32_t>(at_ - slice_ - from), escaped_, blanks_};
    };
    enter(peek());
    ++at_;
    char c = skip_blanks();
    while (c != '}') {
        if (c != '"') fault_in_slice();
        JsonMark mark;
        escaped_ = blanks_ = false;
        mark.name = extent_from(at_ - slice_ + 1);
        const std::size_t from = at_ - slice_ + 1;
        scan_text();
        mark.name = extent_from(from);
        --mark.name.size;
        if (skip_blanks() != ':') fault_in_slice();
        ++at_;
        skip_blanks();
        escaped_ = blanks_ = false;
        const std::size_t value = at_ - slice_;
        scan_value();
        mark.value = extent_from(value);
        marks_.push_back(mark);
        c = skip_blanks();
        if (c == '}') break;
        if (c != ',') fault_in_slice();
        ++at_;
        c = skip_blanks();
        if (c == '}') fault_in_slice();
    }
    leave(c);
    ++at_;
}

void JsonCutter::scan_value() {
    switch (class_outside(peek())) {
        case quotes:
            return scan_text();
        case open:
            return scan_nested();
        case plain:
            return scan_literal();
        default:
            fault_in_slice();
    }
}

void JsonCutter::scan_nested() {
    const std::size_t outer = depth_;
    do {
        const char* byte = buffer_.data() + at_;
        while (class_outside(*byte) == plain || class_outside(*byte) == colon) ++byte;
        at_ = static_cast<std::size_t>(byte - buffer_.data());
        switch (class_outside(*byte)) {
            case quotes:
                scan_text();
                break;
            case open:
                enter(*byte);
                ++at_;
                break;
            case shut:
                leave(*byte);
                ++at_;
                break;
            case nul:
                if (peek() == '\0') fault_in_slice();
                break;
            default:
                skip_blanks();
                blanks_ = true;
        }
    } while (depth_ != outer);
}

void JsonCutter::scan_literal() {
    while (class_outside(peek()) == plain) ++at_;
}

void JsonCutter::scan_text() {
    const std::size_t from = at_ - slice_;
    const JsonSpot spot = here();
    const auto refuse_longer_than = [&](std::size_t most) {
        if (at_ - slice_ - from > most + 1)
            throw InputError(
                "json-text-size", position(spot),
                "a text is longer than " + std::to_string(limits_.text) + " bytes; shorten it");
    };
    ++at_;
    for (;;) {
        const char* byte = buffer_.data() + at_;
        while (class_in_text(*byte) == plain) ++byte;
        at_ = static_cast<std::size_t>(byte - buffer_.data());
        switch (class_in_text(*byte)) {
            case quotes:
                // An escape takes up to six bytes for one: only its user can tell.
                refuse_longer_than(limits_.text * 6);
                long_text_ |= at_ - slice_ - from > limits_.text + 1;
                ++at_;
                return;
            case backslash:
                slice_escaped_ = escaped_ = true;
                ++at_;
                if (peek() == '\0') fault_in_slice();
                ++at_;
                break;
            case del:
                slice_escaped_ = escaped_ = true;
                ++at_;
                break;
            default:
                refuse_longer_than(limits_.text * 6);
                if (peek() == '\0') fault_in_slice();
        }
    }
}

char JsonCutter::skip_blanks() {
    for (;;) {
        switch (class_outside(buffer_[at_])) {
            case blank:
                ++at_;
                blanks_ = true;
                break;
            case newline:
                ++at_;
                ++line_;
                line_start_ = base_ + at_;
                blanks_ = true;
                break;
            case nul:
                if (at_ < end_ || !refill()) return peek();
                break;
            default:
                return buffer_[at_];
        }
    }
}

}  // namespace actormap
