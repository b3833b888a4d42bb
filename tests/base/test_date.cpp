#include "support/catch.hpp"

#include <actormap/base/date.hpp>

#include <string>
#include <vector>

using namespace actormap;

namespace {

bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
    const int days[] = {31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1];
}

std::string digits(int value, std::size_t width) {
    const std::string text = std::to_string(value);
    return std::string(width - text.size(), '0') + text;
}

PartialDate date(const std::string& text) {
    return text.empty() ? PartialDate() : PartialDate::parse(text).value();
}

}  // namespace

TEST_CASE("dates: a calendar counted day by day agrees", "[base]") {
    const int start = GENERATE(1, 1899, 1999, 2019, 2099, 9995);
    Day expected = date(digits(start, 4)).first_day();
    for (int year = start; year < start + 5 && year < 10'000; ++year) {
        const std::string y = digits(year, 4);
        CHECK(date(y).first_day() == expected);
        for (int month = 1; month <= 12; ++month) {
            const std::string m = y + '-' + digits(month, 2);
            CHECK(date(m).first_day() == expected);
            for (int day = 1; day <= 31; ++day) {
                const std::string d = m + '-' + digits(day, 2);
                const auto parsed = PartialDate::parse(d);
                INFO(d);
                REQUIRE(parsed.has_value() == (day <= days_in(year, month)));
                if (!parsed) continue;
                CHECK(to_string(*parsed) == d);
                CHECK(parsed->first_day() == expected);
                CHECK(parsed->last_day() == expected++);
            }
            CHECK(date(m).last_day() == expected - 1);
            CHECK(to_string(date(m)) == m);
        }
        CHECK(date(y).last_day() == expected - 1);
    }
    CHECK(date("1970").first_day() == 0);
    CHECK(date("2000-02-29").first_day() == 11'016);
}

TEST_CASE("dates: what has another form is refused", "[base]") {
    const auto text = GENERATE(values<std::string>({"",
                                                    "2",
                                                    "202",
                                                    "20201",
                                                    "0000",
                                                    "0000-01",
                                                    "2020-",
                                                    "2020-0",
                                                    "2020-00",
                                                    "2020-13",
                                                    "2020-1",
                                                    "2020-011",
                                                    "2020-01-",
                                                    "2020-01-0",
                                                    "2020-01-00",
                                                    "2020-01-32",
                                                    "2020-02-30",
                                                    "2021-02-29",
                                                    "1900-02-29",
                                                    "2020-04-31",
                                                    "2020-01-1",
                                                    "2020/01/01",
                                                    "2020-01/01",
                                                    "2020.01",
                                                    " 2020",
                                                    "2020 ",
                                                    "+202",
                                                    "-202",
                                                    "-2020",
                                                    "20a0",
                                                    "2020-a1",
                                                    "2020-01-a1",
                                                    "2020-+1",
                                                    "2020--1",
                                                    "2020-01-+1",
                                                    "20200101",
                                                    "2020-01-01T00:00:00Z",
                                                    "２０２０",
                                                    "2020-01-01 ",
                                                    "2020\n",
                                                    "0x20",
                                                    "٢٠٢٠",
                                                    "Jan 2020",
                                                    "2020-W01",
                                                    "2020-001",
                                                    "2020-01-001",
                                                    "99999"}));
    INFO(text);
    CHECK_FALSE(PartialDate::parse(text));
    CHECK_FALSE(PartialDate::parse(std::string("202\0", 4)));
}

TEST_CASE("dates: order is by year, month and day, an absent part first", "[base]") {
    const std::vector<std::string> ascending{
        "", "0001", "1999-12-31", "2020", "2020-01", "2020-01-01", "2020-01-02", "2020-02", "2021"};
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        for (std::size_t j = 0; j < ascending.size(); ++j)
            CHECK((date(ascending[i]) < date(ascending[j])) == (i < j));
    }
    CHECK(PartialDate().empty());
    CHECK_FALSE(date("0001").empty());
    CHECK(to_string(PartialDate()).empty());
}

TEST_CASE("intervals: overlap and backwards agree with a list of days", "[base][property]") {
    const std::vector<std::string> dates{"",           "2019",       "2020",       "2021",
                                         "2019-12",    "2020-01",    "2020-02",    "2020-12",
                                         "2021-01",    "2019-12-31", "2020-01-01", "2020-01-31",
                                         "2020-02-01", "2020-02-29", "2020-12-31", "2021-01-01"};
    // Every day that one of the dates touches, and one more on either side for the open ends.
    const Day first = date("2019").first_day() - 1, last = date("2021").last_day() + 1;
    const auto has = [&](const Interval& interval, Day day) {
        return (interval.start.empty() || interval.start.first_day() <= day) &&
               (interval.stop.empty() || day <= interval.stop.last_day());
    };
    std::vector<Interval> intervals;
    std::vector<std::vector<bool>> days;
    for (const std::string& start : dates) {
        for (const std::string& stop : dates) {
            const Interval interval{date(start), date(stop)};
            CHECK(interval.empty() == (start.empty() && stop.empty()));
            std::vector<bool> covered;
            bool any = false;
            for (Day day = first; day <= last; ++day) {
                covered.push_back(has(interval, day));
                any = any || covered.back();
            }
            CHECK(backwards(interval) == !any);
            if (!any) continue;
            intervals.push_back(interval);
            days.push_back(std::move(covered));
        }
    }
    std::size_t wrong = 0;
    for (std::size_t a = 0; a < intervals.size(); ++a) {
        for (std::size_t b = 0; b < intervals.size(); ++b) {
            bool common = false;
            for (std::size_t d = 0; d < days[a].size() && !common; ++d)
                common = days[a][d] && days[b][d];
            if (overlap(intervals[a], intervals[b]) != common) ++wrong;
        }
    }
    CHECK(intervals.size() > 100);
    CHECK(wrong == 0);
}
