#include <actormap/base/number.hpp>

#include <charconv>
#include <cmath>
#include <system_error>

namespace actormap {
namespace {

constexpr int ranking_digits = 12;

std::string general(double value, int digits) {
    char buffer[64];
    const auto [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, digits);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::uint64_t> parse_count(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string exact(double value) {
    return general(value, 17);
}

std::string rounded(double value, int digits) {
    return general(value, digits);
}

double significant(double value) {
    const std::string text = general(value, ranking_digits);
    return parse_number(text).value_or(value);
}

}  // namespace actormap
