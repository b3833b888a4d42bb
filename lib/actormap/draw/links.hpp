#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// Whether an address may become a link: http or https, a host of letters, digits, dots and hyphens
/// (or an IPv6 address in brackets) with perhaps a port, no user or password, and nothing but the
/// printable ASCII that RFC 3986 allows, without `'`. Anything else stays text.
[[nodiscard]] bool linkable(std::string_view url);

/// A text as part of a name that CSS selectors, HTML classes and BibTeX keys take: letters, digits
/// and `-` stay, every other byte is `_` and two hexadecimal digits ("apt_2e31" for "apt.31"). Two
/// texts never share a token.
[[nodiscard]] std::string token(std::string_view text);

}  // namespace actormap
