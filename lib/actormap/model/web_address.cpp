#include <actormap/base/text.hpp>
#include <actormap/model/web_address.hpp>

#include <algorithm>

namespace actormap {
namespace {

std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#\\"));
    if (const std::size_t user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    const bool bracketed = url.starts_with('[');  // an address of version 6 has colons itself
    url = bracketed ? url.substr(0, url.find(']') + 1) : url.substr(0, url.find(':'));
    std::string host(url);
    std::transform(host.begin(), host.end(), host.begin(), ascii_lower);
    while (host.ends_with('.')) host.pop_back();
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
}

/// The address that a copy in web.archive.org was made of; empty if it is none.
std::string_view archived(std::string_view url) {
    constexpr std::string_view path = "/web/";
    if (host_of(url) != "web.archive.org") return {};
    const std::size_t at = url.find(path);
    if (at == std::string_view::npos) return {};
    const std::size_t time = at + path.size();
    const std::size_t end = url.find('/', time);
    if (end == std::string_view::npos) return {};
    const std::string_view original = url.substr(end + 1);
    const bool whole = original.starts_with("http://") || original.starts_with("https://");
    return whole && !host_of(original).empty() ? original : std::string_view();
}

}  // namespace

WebOrigin web_origin(std::string_view url) {
    const std::string_view original = archived(url);
    if (original.empty()) return {host_of(url), std::string(url), {}};
    return {host_of(original), std::string(original), std::string(url)};
}

}  // namespace actormap
