#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace actormap {

/// What a graph holds and a poorer format cannot: how often, by a short description such as
/// "names of entities".
class Losses {
  public:
    void add(const std::string& what, std::size_t count = 1) {
        if (count != 0) counts_[what] += count;
    }

    [[nodiscard]] bool empty() const { return counts_.empty(); }
    [[nodiscard]] const std::map<std::string, std::size_t>& counts() const { return counts_; }

  private:
    std::map<std::string, std::size_t> counts_;
};

/// "names of entities: 12", a line for each kind of loss, ascending.
[[nodiscard]] std::vector<std::string> lines(const Losses& losses);

}  // namespace actormap
