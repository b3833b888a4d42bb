#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// What the escapes of labels stand for, beside those of line ends: 'N' for \N.
using DotEscapes = std::vector<std::pair<char, std::string_view>>;

/// DOT's labels as Graphviz shows them. A small file with long names may ask for them in millions
/// of labels, so what names come to is limited.
class DotLabels {
  public:
    /// Refers to `file`.
    DotLabels(std::size_t content_bytes, const std::string& file)
        : left_(fixed + factor * content_bytes), file_(file) {}

    /// The label with names for its escapes, then line ends for theirs, then characters for its
    /// entities.
    /// Throws  InputError dot-labels
    [[nodiscard]] std::string shown(std::string_view written, const DotEscapes& escapes);

  private:
    std::string with_names(std::string_view label, const DotEscapes& escapes);

    static constexpr std::size_t fixed = std::size_t{64} << 20;
    static constexpr std::size_t factor = 16;
    std::size_t left_;
    const std::string& file_;
};

}  // namespace actormap
