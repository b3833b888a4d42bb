#include "support/catch.hpp"

#include <actormap/analysis/path_count.hpp>

using namespace actormap;

namespace {

PathCount power_of_two(int exponent) {
    PathCount count = PathCount::one();
    for (int i = 0; i < exponent; ++i) count += PathCount(count);
    return count;
}

}  // namespace

TEST_CASE("path counts multiply beyond what a double holds", "[analysis]") {
    const auto one = GENERATE(0, 1, 300, 511, 512, 513, 1023, 1024, 1600);
    const auto other = GENERATE(0, 1, 211, 212, 511, 512, 1023, 2000);
    INFO("2^" << one << " * 2^" << other);
    const PathCount product = power_of_two(one) * power_of_two(other);
    CHECK(product.of(power_of_two(one + other)) == 1);
    CHECK(product.of(power_of_two(one + other + 2)) == 0.25);
    CHECK((product * product).of(power_of_two(2 * (one + other))) == 1);
    CHECK((product * PathCount()).of(product) == 0);
}
