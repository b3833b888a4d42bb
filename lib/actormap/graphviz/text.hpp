#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

// Text from a graph on its way into a picture. It may come from an adversary: it must not break
// out of its string, reverse what stands around it, or hide.

/// The text in one line of at most `limit` code points, "…" standing for the rest. Invalid UTF-8,
/// control characters, bidirectional controls and non-characters become U+FFFD; newlines and tabs
/// become spaces. Letters of any script, right-to-left ones too, stay as they are.
[[nodiscard]] std::string clean_text(std::string_view text, std::size_t limit = 200);

/// Clean text as Graphviz's plain labels need it: no escape sequence and no entity is left in it.
[[nodiscard]] std::string escape_label(std::string_view clean);

/// clean_text, then escape_label: the only way for a graph's text into a label.
[[nodiscard]] std::string label_text(std::string_view text);

/// Clean text as XML content or an attribute value in double quotes.
[[nodiscard]] std::string escape_xml(std::string_view clean);

/// How many columns of a terminal the text takes: 0, 1 or 2 a code point.
[[nodiscard]] std::size_t text_width(std::string_view text);

/// Clean text cut to `width` columns, the last of them "…" if anything was cut.
[[nodiscard]] std::string shorten(std::string_view clean, std::size_t width);

/// Clean text in lines of at most `width` columns, at most `lines` of them: broken at spaces,
/// or after `-`, `/`, `_` and `.`; a longer word is split. The last line ends in "…" if anything
/// was cut. Never empty: no text is one empty line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view clean, std::size_t width,
                                            std::size_t lines);

/// Clean lines as one label: each escaped, with `end` ("\\n", "\\l" or "\\r") between them, and
/// after the last one too unless it is "\\n".
[[nodiscard]] std::string label_lines(const std::vector<std::string>& lines,
                                      std::string_view end = "\\n");

}  // namespace actormap
