#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/native_confidence.hpp>

namespace actormap {
namespace {

const std::vector<std::string_view> scale_words{"stix", "phia"};

/// "none" is no scale that a file could name.
std::optional<ConfidenceScale> parse_named_scale(std::string_view text) {
    const auto scale = parse_confidence_scale(text);
    return scale == ConfidenceScale::none ? std::nullopt : scale;
}

/// A whole number from 0 to 100.
std::optional<std::uint8_t> percent(Fields& of, const JsonValue& value) {
    const auto number =
        value.kind == JsonValue::Kind::number ? parse_count(value.text) : std::nullopt;
    if (number && *number <= 100) return static_cast<std::uint8_t>(*number);
    of.error("confidence-range", value,
             quote(value.text) + " is no confidence; give a whole number from 0 to 100");
    return std::nullopt;
}

std::optional<Confidence> word(Fields& of, const JsonValue& at, const std::string& words,
                               ConfidenceScale scale) {
    auto confidence = confidence_word(words, scale);
    if (!confidence)
        of.error("confidence-words", at,
                 quote(words) +
                     " is no word of a scale (stix, phia); give its 'low' and "
                     "'high' as well");
    return confidence;
}

std::optional<Confidence> range(Fields& of, const std::string& words,
                                std::optional<ConfidenceScale> scale, const JsonValue& low,
                                const JsonValue& high) {
    const auto from = percent(of, low);
    const auto to = percent(of, high);
    if (!from || !to) return std::nullopt;
    if (*from > *to) {
        of.error("confidence-range", low,
                 "the range ends below its beginning; exchange 'low' and 'high'");
        return std::nullopt;
    }
    // Words of a scale are that scale's if they are given the range that they have there.
    const auto known = confidence_word(words, scale.value_or(ConfidenceScale::none));
    if (known && known->low == *from && known->high == *to) return known;
    Confidence confidence = confidence_range(words, *from, *to);
    confidence.scale = scale.value_or(ConfidenceScale::none);
    return confidence;
}

std::optional<Confidence> worded_confidence(const ReadContext& context, Fields& of,
                                            const JsonValue& value) {
    Fields fields(context, value, "a confidence");
    const std::string words = fields.required_text("words", "give the words it was said in");
    const JsonValue* low = fields.take("low");
    const JsonValue* high = fields.take("high");
    const auto scale = fields.word("scale", parse_named_scale, scale_words);
    for (const Property& property : fields.rest())
        context.diagnostics.warning("property-lost", context.position(value),
                                    "a confidence cannot hold the property " +
                                        quote(property.name) + "; move it to the claim");
    std::optional<Confidence> confidence;
    if (low && high) {
        confidence = range(fields, words, scale, *low, *high);
    } else if (low || high) {
        fields.missing(low ? "high" : "low", "a range needs both its ends");
    } else if (fields.good()) {
        confidence = word(fields, value, words, scale.value_or(ConfidenceScale::none));
    }
    if (!fields.good()) of.reject();
    return confidence;
}

}  // namespace

std::optional<Confidence> read_confidence(const ReadContext& context, Fields& of,
                                          const JsonValue& value) {
    switch (value.kind) {
        case JsonValue::Kind::number: {
            const auto number = percent(of, value);
            return number ? std::optional(confidence_number(*number)) : std::nullopt;
        }
        case JsonValue::Kind::text:
            return word(of, value, value.text, ConfidenceScale::none);
        case JsonValue::Kind::object:
            return worded_confidence(context, of, value);
        default:
            of.error(
                "json-type", value,
                "a confidence is " + describe(value.kind) + "; give a number, a word or an object");
            return std::nullopt;
    }
}

}  // namespace actormap
