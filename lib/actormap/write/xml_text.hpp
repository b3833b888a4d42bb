#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace actormap {

/// Text from a graph on its way into XML 1.0, as it is: line ends and tabs go as references, so
/// that no parser turns them into blanks. What XML has no place for even as a reference (most
/// control characters, U+FFFE and U+FFFF) becomes U+FFFD, and is counted.
///
/// Pictures have escape_xml (graphviz/text.hpp), which takes text that was cleaned for the eye.
class XmlText {
  public:
    /// Between two tags. Quotes stay, since JSON is full of them.
    [[nodiscard]] std::string data(std::string_view text) { return escaped(text, false); }
    /// In an attribute, within quotes of either kind.
    [[nodiscard]] std::string attribute(std::string_view text) { return escaped(text, true); }
    /// How many characters had no place.
    [[nodiscard]] std::size_t replaced() const { return replaced_; }

  private:
    [[nodiscard]] std::string escaped(std::string_view text, bool quotes);

    std::size_t replaced_ = 0;
};

}  // namespace actormap
