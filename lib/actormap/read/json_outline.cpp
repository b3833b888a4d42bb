#include <actormap/read/json_outline.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace actormap {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Walks a text that may end or be broken anywhere.
class Scan {
  public:
    explicit Scan(std::string_view text) : text_(text) {}

    /// The next byte that is no blank; NUL at the end.
    char peek() {
        at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    /// A text as it is written between its quotes; nothing if it does not end here.
    std::optional<std::string_view> take_text() {
        if (!take('"')) return std::nullopt;
        const std::size_t from = at_;
        for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\') ++at_;
        }
        if (at_ >= text_.size()) return std::nullopt;
        return text_.substr(from, at_++ - from);
    }
    /// Passes what stands before the next comma or bracket that ends the value around it; false if
    /// the text ends before that.
    bool skip() {
        for (std::size_t depth = 0;;) {
            const char c = peek();
            const bool shut = c == '}' || c == ']';
            if (c == '\0') return false;
            if (depth == 0 && (shut || c == ',')) return true;
            if (c == '"') {
                if (!take_text()) return false;
                continue;
            }
            if (shut) --depth;
            if (c == '{' || c == '[') ++depth;
            ++at_;
        }
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Whether an object is of STIX: nothing if it ends before that is known.
std::optional<JsonOutline> outline_of_object(Scan& scan, bool nested) {
    std::string_view type, id;
    while (!scan.take('}')) {
        const auto name = scan.take_text();
        if (!name || !scan.take(':')) return std::nullopt;
        if (!nested && *name == "actormap") return JsonOutline::native;
        if (!nested && *name == "objects" && scan.peek() == '[') {
            Scan inside = scan;
            (void)inside.take('[');
            if (inside.take('{') && outline_of_object(inside, true) == JsonOutline::single)
                return JsonOutline::bundle;
        }
        if ((*name == "type" || *name == "id") && scan.peek() == '"') {
            const auto text = scan.take_text();
            if (!text) return std::nullopt;
            (*name == "type" ? type : id) = *text;
            if (!nested && type == "bundle") return JsonOutline::bundle;
        } else if (!scan.skip()) {
            return std::nullopt;
        }
        const bool stix = !type.empty() && id.size() > type.size() + 2 && id.starts_with(type) &&
                          id.substr(type.size()).starts_with("--");
        if (stix) return JsonOutline::single;
        if (!scan.take(',') && scan.peek() != '}') return std::nullopt;
    }
    return JsonOutline::other;
}

}  // namespace

JsonOutline json_outline(std::string_view text, bool whole) {
    Scan scan(text);
    std::optional<JsonOutline> outline;
    if (scan.take('[')) {
        if (scan.take('{')) {
            outline = outline_of_object(scan, true);
            if (outline == JsonOutline::single) outline = JsonOutline::list;
        } else if (scan.peek() != '\0') {
            outline = JsonOutline::other;
        }
    } else if (scan.take('{')) {
        outline = outline_of_object(scan, false);
    } else if (scan.peek() != '\0') {
        outline = JsonOutline::other;
    }
    return outline.value_or(whole ? JsonOutline::other : JsonOutline::undecided);
}

JsonShape json_shape(JsonOutline outline, std::string_view text) {
    if (outline == JsonOutline::single) return JsonShape::single;
    return Scan(text).peek() == '[' ? JsonShape::list : JsonShape::bundle;
}

}  // namespace actormap
