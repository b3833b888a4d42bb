#pragma once

#include <actormap/base/shared_text.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace actormap {

/// A named scale that gives confidence words a meaning.
enum class ConfidenceScale : std::uint8_t {
    none,  ///< the words belong to no scale, or there are none
    stix,  ///< None / Low / Med / High, STIX 2.1 appendix A
    phia   ///< the UK's Professional Head of Intelligence Assessment probability yardstick
};

[[nodiscard]] std::string_view to_string(ConfidenceScale scale);
[[nodiscard]] std::optional<ConfidenceScale> parse_confidence_scale(std::string_view text);

/// How sure a speaker is, 0 to 100 as in STIX 2.1, with the words it was said in and the range
/// that the words mean. A plain number has no words, and a range of that number alone.
struct Confidence {
    Text words = {};
    ConfidenceScale scale = ConfidenceScale::none;
    std::uint8_t low = 0;
    std::uint8_t high = 0;
    std::uint8_t value = 0;  ///< the one number that stands for it

    auto operator<=>(const Confidence&) const = default;
};

/// A confidence or none, in the room of a confidence: of none the value is one that can't be.
class OptionalConfidence {
  public:
    OptionalConfidence() = default;
    OptionalConfidence(std::nullopt_t) {}  // NOLINT: as std::optional
    OptionalConfidence(Confidence confidence)
        : confidence_(std::move(confidence)) {}                // NOLINT: as std::optional
    OptionalConfidence(std::optional<Confidence> confidence);  // NOLINT: as std::optional
    operator std::optional<Confidence>() const;                // NOLINT: the way back

    [[nodiscard]] bool has_value() const { return confidence_.value != none; }
    explicit operator bool() const { return has_value(); }
    const Confidence& operator*() const { return confidence_; }
    const Confidence* operator->() const { return &confidence_; }
    /// Throws  std::bad_optional_access, as std::optional
    [[nodiscard]] const Confidence& value() const;

    bool operator==(const OptionalConfidence&) const = default;
    /// None comes first, as with std::optional.
    std::strong_ordering operator<=>(const OptionalConfidence& other) const;
    friend bool operator==(const OptionalConfidence& a, const Confidence& b) {
        return a.has_value() && *a == b;
    }
    friend bool operator==(const OptionalConfidence& a, const std::optional<Confidence>& b) {
        return a == OptionalConfidence(b);
    }

  private:
    static constexpr std::uint8_t none = 0xff;

    Confidence confidence_{.value = none};
};

/// A confidence of `value`, 0 to 100.
[[nodiscard]] Confidence confidence_number(std::uint8_t value);

/// Words with the range that they mean; the value is its middle, halves rounded up.
[[nodiscard]] Confidence confidence_range(std::string words, std::uint8_t low, std::uint8_t high);

/// A word of a scale, whatever its case: `none` looks in `stix`, then in `phia`. Nothing if it is
/// in none of them. The value is STIX's number for the word, or the middle of the range.
[[nodiscard]] std::optional<Confidence> confidence_word(
    std::string_view word, ConfidenceScale scale = ConfidenceScale::none);

/// "95", or "almost certain (95-100)".
[[nodiscard]] std::string to_string(const Confidence& confidence);

}  // namespace actormap
