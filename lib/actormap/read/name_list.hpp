#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// A list of texts, one behind the other in one block: for names by the million.
///
/// Memory      their bytes, and 4 a name, up to half of it unused
/// Limit       4 GiB of names
class NameList {
  public:
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] bool empty() const { return ends_.empty(); }
    /// Valid until the list changes.
    [[nodiscard]] std::string_view operator[](std::size_t i) const {
        assert(i < size());
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return std::string_view(bytes_).substr(begin, ends_[i] - begin);
    }
    void push_back(std::string_view name) {
        bytes_.append(name);
        assert(bytes_.size() <= UINT32_MAX);
        ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    }

    friend bool operator==(const NameList&, const NameList&) = default;

  private:
    std::string bytes_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace actormap
