#pragma once

#include <actormap/base/error.hpp>
#include <actormap/read/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace actormap {

/// Follows the bytes that a JSON parser takes, and remembers where the last text, word or number,
/// bracket, and token of any kind began.
class JsonTracker {
  public:
    JsonTracker(const std::string& file, const JsonLimits& limits, JsonSpot start)
        : file_(file), limits_(limits), here_(start) {}

    void take(char c) {
        if (in_text_)
            take_text(c);
        else
            take_other(c);
        if (c == '\n') {
            ++here_.line;
            here_.column = 1;
        } else {
            ++here_.column;
        }
    }

    [[nodiscard]] JsonSpot here() const { return here_; }
    [[nodiscard]] JsonSpot text() const { return text_; }
    [[nodiscard]] JsonSpot literal() const { return literal_; }
    [[nodiscard]] JsonSpot structure() const { return structure_; }
    [[nodiscard]] JsonSpot token() const { return token_; }
    [[nodiscard]] Position position(JsonSpot spot) const { return {file_, spot.line, spot.column}; }

    [[noreturn]] void refuse_size() const {
        throw InputError(
            "json-text-size", position(text_),
            "a text is longer than " + std::to_string(limits_.text) + " bytes; shorten it");
    }

  private:
    void take_text(char c) {
        if (!escaped_ && c == '"') {
            in_text_ = false;
            return;
        }
        // An escape takes up to six bytes for one; what it comes to is measured at its end.
        if (++text_size_ > limits_.text * 6) refuse_size();
        escaped_ = !escaped_ && c == '\\';
    }

    void take_other(char c) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        const bool structural = std::string_view("{}[],:").find(c) != std::string_view::npos;
        const bool quote = c == '"';
        if (blank || structural || quote) in_literal_ = false;
        if (blank) return;
        if (structural) {
            token_ = structure_ = here_;
        } else if (quote) {
            in_text_ = true;
            text_size_ = 0;
            token_ = text_ = here_;
        } else if (!in_literal_) {
            in_literal_ = true;
            token_ = literal_ = here_;
        }
    }

    const std::string& file_;
    JsonLimits limits_;
    JsonSpot here_, token_, text_, literal_, structure_;
    bool in_text_ = false;
    bool escaped_ = false;
    bool in_literal_ = false;
    std::size_t text_size_ = 0;
};

}  // namespace actormap
