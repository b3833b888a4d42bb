#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actormap::test {

/// Changes inputs at random, and the same ones in the same way for the same seed, on any machine.
class Mutator {
  public:
    /// `inputs` is what to start from, at least one; all of their words are what to change them by.
    Mutator(std::vector<std::string> inputs, std::uint64_t seed);

    /// One of the inputs with one to eight changes.
    [[nodiscard]] std::string next();

  private:
    [[nodiscard]] std::size_t below(std::size_t end);  // 0 if `end` is
    [[nodiscard]] std::string_view any(const std::vector<std::string>& texts);
    void change(std::string& text);

    std::vector<std::string> inputs_, words_;
    std::uint64_t state_;
};

}  // namespace actormap::test
