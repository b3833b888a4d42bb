#include <actormap/base/text.hpp>
#include <actormap/model/confidence.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>
#include <utility>

// STIX 2.1 appendix A gives each word of its scale a number and a range. The UK yardstick gives
// ranges with gaps between them: see "Professional Development Framework for all-source
// intelligence assessment" (PHIA), and the key that NCSC prints in its assessments.

namespace actormap {
namespace {

constexpr Vocabulary<ConfidenceScale, 3> scales{{"none", "stix", "phia"}};

struct Step {
    std::string_view word;
    ConfidenceScale scale;
    std::uint8_t low, high, value;
};

constexpr std::uint8_t middle(std::uint8_t low, std::uint8_t high) {
    return static_cast<std::uint8_t>((low + high + 1) / 2);
}

constexpr Step phia(std::string_view word, std::uint8_t low, std::uint8_t high) {
    return {word, ConfidenceScale::phia, low, high, middle(low, high)};
}

constexpr Step steps[] = {
    {"none", ConfidenceScale::stix, 0, 0, 0},
    {"low", ConfidenceScale::stix, 1, 29, 15},
    {"med", ConfidenceScale::stix, 30, 69, 50},
    {"medium", ConfidenceScale::stix, 30, 69, 50},
    {"high", ConfidenceScale::stix, 70, 100, 85},
    phia("remote chance", 0, 5),
    phia("highly unlikely", 10, 20),
    phia("unlikely", 25, 35),
    phia("realistic possibility", 40, 50),
    phia("likely", 55, 75),
    phia("probable", 55, 75),
    phia("highly likely", 80, 90),
    phia("almost certain", 95, 100),
};

bool same_word(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return ascii_lower(a) == b; });
}

}  // namespace

OptionalConfidence::OptionalConfidence(std::optional<Confidence> confidence) {
    if (confidence) confidence_ = *std::move(confidence);
}

OptionalConfidence::operator std::optional<Confidence>() const {
    return has_value() ? std::optional(confidence_) : std::nullopt;
}

const Confidence& OptionalConfidence::value() const {
    if (!has_value()) throw std::bad_optional_access();
    return confidence_;
}

std::strong_ordering OptionalConfidence::operator<=>(const OptionalConfidence& other) const {
    if (has_value() != other.has_value()) return has_value() <=> other.has_value();
    return confidence_ <=> other.confidence_;
}

std::string_view to_string(ConfidenceScale scale) {
    return scales[scale];
}
std::optional<ConfidenceScale> parse_confidence_scale(std::string_view text) {
    return scales.parse(text);
}

Confidence confidence_number(std::uint8_t value) {
    return {.low = value, .high = value, .value = value};
}

Confidence confidence_range(std::string words, std::uint8_t low, std::uint8_t high) {
    return {.words = std::move(words), .low = low, .high = high, .value = middle(low, high)};
}

std::optional<Confidence> confidence_word(std::string_view word, ConfidenceScale scale) {
    for (const Step& step : steps) {
        if (scale != ConfidenceScale::none && step.scale != scale) continue;
        if (same_word(word, step.word))
            return Confidence{std::string(word), step.scale, step.low, step.high, step.value};
    }
    return std::nullopt;
}

std::string to_string(const Confidence& confidence) {
    if (confidence.words.empty()) return std::to_string(confidence.value);
    return confidence.words + " (" + std::to_string(confidence.low) + '-' +
           std::to_string(confidence.high) + ')';
}

}  // namespace actormap
