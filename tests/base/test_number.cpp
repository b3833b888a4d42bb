#include "support/catch.hpp"

#include <actormap/base/number.hpp>

#include <clocale>
#include <cmath>
#include <limits>
#include <string>

using namespace actormap;

TEST_CASE("numbers are read whole or not at all", "[base]") {
    CHECK(parse_number("1.5") == 1.5);
    CHECK(parse_number("-2e3") == -2000.0);
    CHECK(parse_number("1E-2") == 0.01);
    CHECK(parse_number("0") == 0.0);
    CHECK(parse_number("179769313486231570000e288") == std::numeric_limits<double>::max());
    for (const std::string text :
         {"",      " ",      " 1",     "1 ",    "+1",   "1,5",      "0x10", "0x1p3", "1e",
          "e1",    "1e+",    "--1",    "inf",   "-inf", "Infinity", "nan",  "NAN",   "nan(1)",
          "1e999", "-1e999", "1e-999", "1_000", "１",   "1\n",      "."})
        CHECK_FALSE(parse_number(text));
    CHECK_FALSE(parse_number(std::string_view("1\0", 2)));
}

TEST_CASE("counts are digits alone", "[base]") {
    CHECK(parse_count("0") == 0u);
    CHECK(parse_count("007") == 7u);
    CHECK(parse_count("18446744073709551615") == std::numeric_limits<std::uint64_t>::max());
    for (const std::string text : {"", "-1", "-0", "+1", " 1", "1 ", "1.0", "1e3", "0x1",
                                   "18446744073709551616", "99999999999999999999999"})
        CHECK_FALSE(parse_count(text));
}

TEST_CASE("numbers don't depend on the locale", "[base]") {
    // Whichever of these the machine has writes 1,5.
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "fi_FI.UTF-8", "fr_FR.UTF-8", "de_DE", "C.UTF-8"}) {
        if (std::setlocale(LC_ALL, name)) break;
    }
    CHECK(parse_number("1.5") == 1.5);
    CHECK_FALSE(parse_number("1,5"));
    CHECK(exact(1.5) == "1.5");
    std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("numbers are written so that they can be read again", "[base]") {
    for (const double value : {0.1, 1.0 / 3, 1e22, 123456789.123456789, 5e-324,
                               std::numeric_limits<double>::max(), -0.5})
        CHECK((parse_number(exact(value)) == value || std::abs(value) < 1e-300));
    CHECK(exact(0.1) == "0.10000000000000001");
    CHECK(exact(2) == "2");
    CHECK(rounded(2.0 / 3, 4) == "0.6667");
    CHECK(rounded(1234.5, 3) == "1.23e+03");
    CHECK(rounded(100, 3) == "100");
    CHECK(rounded(0, 3) == "0");
}

TEST_CASE("significant digits: the last bits decide nothing", "[base]") {
    CHECK(significant(0.1 + 0.2) == significant(0.3));
    CHECK(significant(1.0000000000001) == 1.0);
    CHECK(significant(1.00000000001) != 1.0);
    CHECK(significant(0) == 0);
    CHECK(significant(-1e300 / 3) == -3.33333333333e299);
    CHECK(std::isinf(significant(std::numeric_limits<double>::infinity())));
}
