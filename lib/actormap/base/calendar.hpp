#pragma once

#include <actormap/base/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// A part of the calendar. Quarters begin in January, April, July and October.
enum class CalendarUnit : std::uint8_t { year, quarter, month };
[[nodiscard]] std::optional<CalendarUnit> parse_calendar_unit(std::string_view text);
[[nodiscard]] std::string_view to_string(CalendarUnit unit);

/// A whole year, quarter or month.
struct Period {
    std::string name;   ///< "2018", "2018-Q1" or "2018-03"
    PartialDate first;  ///< its first day, as a day
    PartialDate last;   ///< its last day, as a day

    bool operator==(const Period&) const = default;
};

/// The periods from that of the first day of `from` to that of the last day of `to`, in order.
/// Nothing if the latter is before the former. Needs dates that are not empty.
[[nodiscard]] std::vector<Period> periods(const PartialDate& from, const PartialDate& to,
                                          CalendarUnit unit);

/// Widens an interval of dates so that it holds another date, if that is not empty.
void widen(Interval& span, const PartialDate& date);

}  // namespace actormap
