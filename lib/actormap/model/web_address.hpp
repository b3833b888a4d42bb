#pragma once

#include <string>
#include <string_view>

namespace actormap {

/// Where a document on the web comes from.
struct WebOrigin {
    std::string host;  ///< in lower case, without "www." and port; of the original if archived
    std::string url;   ///< the document itself
    std::string archive_url;  ///< the address that was given, if it is a copy in web.archive.org
};

/// Takes an http or https address apart.
[[nodiscard]] WebOrigin web_origin(std::string_view url);

}  // namespace actormap
