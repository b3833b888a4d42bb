#include <actormap/base/date.hpp>

#include <chrono>
#include <limits>

namespace actormap {
namespace {

/// Exactly `text.size()` digits as a number.
std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

Day days(std::chrono::sys_days day) {
    return static_cast<Day>(day.time_since_epoch().count());
}

void append(std::string& text, unsigned value, int width) {
    std::string number = std::to_string(value);
    text.append(static_cast<std::size_t>(width) - number.size(), '0').append(number);
}

}  // namespace

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if (text.size() > 4 && text[4] != '-') return std::nullopt;
    if (text.size() > 7 && text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = text.size() > 4 ? digits(text.substr(5, 2)) : std::optional(1u);
    const auto day = text.size() > 7 ? digits(text.substr(8, 2)) : std::optional(1u);
    if (!year || !month || !day || *year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(*month), std::chrono::day(*day)};
    if (!date.ok()) return std::nullopt;
    PartialDate result;
    result.year_ = static_cast<std::int16_t>(*year);
    if (text.size() > 4) result.month_ = static_cast<std::uint8_t>(*month);
    if (text.size() > 7) result.day_ = static_cast<std::uint8_t>(*day);
    return result;
}

Day PartialDate::first_day() const {
    using namespace std::chrono;
    return days(
        sys_days(year(year_) / month(month_ == 0 ? 1u : month_) / day(day_ == 0 ? 1u : day_)));
}

Day PartialDate::last_day() const {
    using namespace std::chrono;
    if (day_ != 0) return first_day();
    return days(sys_days(year(year_) / month(month_ == 0 ? 12u : month_) / last));
}

std::string to_string(const PartialDate& date) {
    std::string text;
    if (date.empty()) return text;
    append(text, static_cast<unsigned>(date.year_), 4);
    if (date.month_ != 0) append(text += '-', date.month_, 2);
    if (date.day_ != 0) append(text += '-', date.day_, 2);
    return text;
}

bool overlap(const Interval& a, const Interval& b) {
    const auto begins = [](const Interval& i) {
        return i.start.empty() ? std::numeric_limits<Day>::min() : i.start.first_day();
    };
    const auto ends = [](const Interval& i) {
        return i.stop.empty() ? std::numeric_limits<Day>::max() : i.stop.last_day();
    };
    return begins(a) <= ends(b) && begins(b) <= ends(a);
}

bool backwards(const Interval& interval) {
    return !interval.start.empty() && !interval.stop.empty() &&
           interval.stop.last_day() < interval.start.first_day();
}

}  // namespace actormap
