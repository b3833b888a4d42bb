#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace actormap {

/// A closed list of words for the values of an enum, kept in the order of the enum.
template <typename Enum, std::size_t Size>
struct Vocabulary {
    std::array<std::string_view, Size> words;

    [[nodiscard]] constexpr std::string_view operator[](Enum value) const {
        return words[static_cast<std::size_t>(value)];
    }
    [[nodiscard]] constexpr std::optional<Enum> parse(std::string_view text) const {
        for (std::size_t i = 0; i < Size; ++i) {
            if (words[i] == text) return static_cast<Enum>(i);
        }
        return std::nullopt;
    }
};

}  // namespace actormap
