#include <actormap/base/calendar.hpp>

#include <array>
#include <chrono>

namespace actormap {
namespace {

constexpr std::array<std::string_view, 3> words{"year", "quarter", "month"};
constexpr std::array<unsigned, 3> months_in{12, 3, 1};

/// Months since January of the year 0.
unsigned month_of(Day day) {
    using namespace std::chrono;
    const year_month_day date{sys_days(days(day))};
    return static_cast<unsigned>(static_cast<int>(date.year())) * 12 +
           static_cast<unsigned>(date.month()) - 1;
}

std::string padded(unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - digits.size(), '0') + digits;
}

PartialDate date(unsigned month, unsigned day) {
    return *PartialDate::parse(padded(month / 12, 4) + '-' + padded(month % 12 + 1, 2) + '-' +
                               padded(day, 2));
}

unsigned days_in(unsigned month) {
    using namespace std::chrono;
    const year_month_day_last last =
        year(static_cast<int>(month / 12)) / std::chrono::month(month % 12 + 1) / std::chrono::last;
    return static_cast<unsigned>(last.day());
}

std::string name_of(unsigned month, CalendarUnit unit) {
    const std::string year = padded(month / 12, 4);
    if (unit == CalendarUnit::year) return year;
    if (unit == CalendarUnit::quarter) return year + "-Q" + std::to_string(month % 12 / 3 + 1);
    return year + '-' + padded(month % 12 + 1, 2);
}

}  // namespace

std::optional<CalendarUnit> parse_calendar_unit(std::string_view text) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == text) return static_cast<CalendarUnit>(i);
    }
    return std::nullopt;
}

std::string_view to_string(CalendarUnit unit) {
    return words[static_cast<std::size_t>(unit)];
}

std::vector<Period> periods(const PartialDate& from, const PartialDate& to, CalendarUnit unit) {
    std::vector<Period> result;
    if (to.last_day() < from.first_day()) return result;
    const unsigned step = months_in[static_cast<std::size_t>(unit)];
    const unsigned last = month_of(to.last_day());
    for (unsigned month = month_of(from.first_day()) / step * step; month <= last; month += step) {
        const unsigned end = month + step - 1;
        result.push_back({name_of(month, unit), date(month, 1), date(end, days_in(end))});
    }
    return result;
}

void widen(Interval& span, const PartialDate& date) {
    if (date.empty()) return;
    if (span.start.empty() || date.first_day() < span.start.first_day()) span.start = date;
    if (span.stop.empty() || date.last_day() > span.stop.last_day()) span.stop = date;
}

}  // namespace actormap
