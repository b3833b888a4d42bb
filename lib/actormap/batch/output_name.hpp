#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// What stands for {id}, {name}, {type} and {number} in a template.
struct NameValues {
    std::string id;
    std::string name;
    std::string type;
    std::size_t number = 1;
};

/// Where outputs go: a path below the batch's folder, with the words above in braces.
///
/// What a template makes is safe on every file system in use: it has no part that leads upwards or
/// is hidden, no control or format character, none of \ : * ? " < > |, no end in a dot or a blank,
/// no name that Windows reserves (CON, NUL, COM1, …), no part of more than 200 bytes, and Unicode's
/// form NFC. Blanks become "-", everything else that must not stay "_".
class OutputTemplate {
  public:
    /// What is wrong with a text as a template, and what to do; nothing if it is one.
    [[nodiscard]] static std::optional<std::string> fault(std::string_view text);

    /// Only for a text without a fault.
    explicit OutputTemplate(std::string_view text) : text_(text) {}

    [[nodiscard]] bool has_values() const { return text_.find('{') != std::string::npos; }
    /// The path. `suffix` is put behind each part that has values, before the ending, to tell it
    /// from another one.
    [[nodiscard]] std::string path(const NameValues& values, std::string_view suffix = {}) const;

  private:
    std::string text_;
};

/// A text as one part of a path, safe as above; "_" if nothing is left of it.
[[nodiscard]] std::string safe_name(std::string_view text);

/// What two paths agree in that are one file where case does not count.
[[nodiscard]] std::string path_key(std::string_view path);

/// Whether a path may be read below a folder: it is relative and leads nowhere else.
[[nodiscard]] bool stays_below(std::string_view path);

}  // namespace actormap
