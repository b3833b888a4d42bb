#include "support/catch.hpp"

#include <actormap/base/calendar.hpp>

#include <string>
#include <vector>

using namespace actormap;

namespace {

PartialDate date(const std::string& text) {
    return PartialDate::parse(text).value();
}

std::vector<std::string> texts(const std::string& from, const std::string& to, CalendarUnit unit) {
    std::vector<std::string> result;
    for (const Period& p : periods(date(from), date(to), unit))
        result.push_back(p.name + ' ' + to_string(p.first) + ' ' + to_string(p.last));
    return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("periods are whole years, quarters and months", "[base]") {
    CHECK(texts("2018", "2019", CalendarUnit::year) ==
          Strings{"2018 2018-01-01 2018-12-31", "2019 2019-01-01 2019-12-31"});
    CHECK(texts("2020", "2020", CalendarUnit::quarter) ==
          Strings{"2020-Q1 2020-01-01 2020-03-31", "2020-Q2 2020-04-01 2020-06-30",
                  "2020-Q3 2020-07-01 2020-09-30", "2020-Q4 2020-10-01 2020-12-31"});
    CHECK(texts("2019-12", "2020-02", CalendarUnit::month) ==
          Strings{"2019-12 2019-12-01 2019-12-31", "2020-01 2020-01-01 2020-01-31",
                  "2020-02 2020-02-01 2020-02-29"});
    // What is only touched is there as a whole.
    CHECK(texts("2018-12-31", "2019-01-01", CalendarUnit::year).size() == 2);
    CHECK(texts("2018-03", "2018-04-01", CalendarUnit::quarter) ==
          Strings{"2018-Q1 2018-01-01 2018-03-31", "2018-Q2 2018-04-01 2018-06-30"});
    CHECK(texts("2018-05-02", "2018-05-02", CalendarUnit::month) ==
          Strings{"2018-05 2018-05-01 2018-05-31"});
    CHECK(texts("1900-02", "1900-02", CalendarUnit::month) ==
          Strings{"1900-02 1900-02-01 1900-02-28"});
    CHECK(texts("0001", "0001", CalendarUnit::year) == Strings{"0001 0001-01-01 0001-12-31"});
    CHECK(texts("9999-12", "9999", CalendarUnit::month) ==
          Strings{"9999-12 9999-12-01 9999-12-31"});
    CHECK(texts("2019", "2018", CalendarUnit::year).empty());
    CHECK(texts("2018-06", "2018-05", CalendarUnit::year).empty());
    CHECK(!texts("2018-06", "2018", CalendarUnit::year).empty());  // its last day is later
}

TEST_CASE("periods follow each other without a gap, to the end of the calendar", "[base]") {
    const auto unit = GENERATE(CalendarUnit::year, CalendarUnit::quarter, CalendarUnit::month);
    const auto all = periods(date("0001"), date("9999"), unit);
    CHECK(all.size() == (unit == CalendarUnit::year      ? 9999
                         : unit == CalendarUnit::quarter ? 9999 * 4
                                                         : 9999 * 12));
    CHECK(all.front().first == date("0001-01-01"));
    CHECK(all.back().last == date("9999-12-31"));
    bool gap = false;
    for (std::size_t i = 1; i < all.size(); ++i)
        gap = gap || all[i].first.first_day() != all[i - 1].last.last_day() + 1;
    CHECK(!gap);
    CHECK(parse_calendar_unit(to_string(unit)) == unit);
    CHECK(!parse_calendar_unit("week"));
}

TEST_CASE("an interval widens to hold a date", "[base]") {
    Interval span;
    widen(span, {});
    CHECK(span.empty());
    widen(span, date("2020-05"));
    CHECK(span == Interval{date("2020-05"), date("2020-05")});
    widen(span, date("2020-05-03"));  // within
    CHECK(span == Interval{date("2020-05"), date("2020-05")});
    widen(span, date("2020"));
    CHECK(span == Interval{date("2020"), date("2020")});
}
