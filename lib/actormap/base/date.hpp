#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actormap {

/// A count of days; day 0 is 1970-01-01.
using Day = std::int32_t;

/// A year, a month or a day of the Gregorian calendar, or nothing. A partial date stands for
/// every day in it.
class PartialDate {
  public:
    PartialDate() = default;

    /// Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD", years 0001 to 9999. Nothing if the text has
    /// another form or names a day that does not exist.
    [[nodiscard]] static std::optional<PartialDate> parse(std::string_view text);

    [[nodiscard]] bool empty() const { return year_ == 0; }
    [[nodiscard]] Day first_day() const;  ///< needs a date that is not empty
    [[nodiscard]] Day last_day() const;   ///< needs a date that is not empty

    /// Chronological by year, month and day; a part that is absent comes first.
    auto operator<=>(const PartialDate&) const = default;

  private:
    friend std::string to_string(const PartialDate& date);

    std::int16_t year_ = 0;
    std::uint8_t month_ = 0;
    std::uint8_t day_ = 0;
};

/// The form that `parse` reads; empty for an empty date.
[[nodiscard]] std::string to_string(const PartialDate& date);

/// When something happened: from the first day of `start` to the last day of `stop`. An empty
/// end is open.
struct Interval {
    PartialDate start;
    PartialDate stop;

    [[nodiscard]] bool empty() const { return start.empty() && stop.empty(); }
    auto operator<=>(const Interval&) const = default;
};

/// Whether the two have a day in common.
[[nodiscard]] bool overlap(const Interval& a, const Interval& b);

/// Whether `stop` ends before `start` begins.
[[nodiscard]] bool backwards(const Interval& interval);

}  // namespace actormap
