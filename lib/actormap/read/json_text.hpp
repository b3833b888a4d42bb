#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

// Reading JSON as it is written, without a tree. All of these need text that is known to be valid.

/// Whether a value is a text, a list, an object.
[[nodiscard]] inline bool is_json_text(std::string_view json) {
    return json.starts_with('"');
}
[[nodiscard]] inline bool is_json_list(std::string_view json) {
    return json.starts_with('[');
}
[[nodiscard]] inline bool is_json_object(std::string_view json) {
    return json.starts_with('{');
}

/// The content of a text that is given with its quotes: a part of it if it holds no escape, else
/// written to `scratch`.
[[nodiscard]] std::string_view json_content(std::string_view json, std::string& scratch);

/// Appends the value as compact JSON, exactly as `to_json` writes it.
void append_compact(std::string& to, std::string_view json);

/// Walks the items of a list or the members of an object.
class JsonWalk {
  public:
    explicit JsonWalk(std::string_view list_or_object) : rest_(list_or_object) {
        rest_.remove_prefix(1);
    }
    /// The next item; nothing at the end.
    [[nodiscard]] std::optional<std::string_view> next_item();
    struct Member {
        std::string_view name;  ///< with its quotes
        std::string_view value;
    };
    [[nodiscard]] std::optional<Member> next_member();

  private:
    [[nodiscard]] bool at_item();
    std::string_view rest_;
};

/// The value of a member of an object; empty if there is none.
[[nodiscard]] std::string_view find_json_member(std::string_view object, std::string_view name);

}  // namespace actormap
