#include "support/catch.hpp"

#include <actormap/base/shared_text.hpp>

#include <set>
#include <string>
#include <thread>
#include <vector>

namespace actormap {

TEST_CASE("text: holds any bytes of any length, and compares as they do", "[base]") {
    std::vector<std::string> strings;
    for (const std::size_t size : {0, 1, 2, 126, 127, 128, 129, 16'383, 16'384, 16'385, 2'100'000})
        strings.push_back(std::string(size, static_cast<char>('a' + size % 7)));
    strings.push_back(std::string("a\0b", 3));
    strings.push_back("\xff\x80");
    for (const std::string& a : strings) {
        const Text text(a);
        CHECK(text.size() == a.size());
        CHECK(text.empty() == a.empty());
        CHECK(text.str() == a);
        CHECK(text == a);
        for (const std::string& b : strings) {
            CHECK((text == Text(b)) == (a == b));
            CHECK((text <=> Text(b)) == (a <=> b));
            CHECK((text < b) == (a < b));
            CHECK(text + b == a + b);
        }
    }
}

TEST_CASE("text: copies share, assignment and moving leave the others as they were", "[base]") {
    Text a("first");
    const Text b = a;
    a = Text("second");
    CHECK(b == "first");
    Text c = std::move(a);
    CHECK(c == "second");
    c = b;
    CHECK(c.view().data() == b.view().data());
    Text& same = c;
    c = same;
    CHECK(c == "first");
    c.clear();
    CHECK(c.empty());
    CHECK(b == "first");
}

TEST_CASE("text: may be copied and dropped in several threads", "[base]") {
    const Text shared("shared by all");
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([shared] {
            std::vector<Text> copies;
            for (int i = 0; i < 10'000; ++i) copies.push_back(shared);
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(shared == "shared by all");
}

}  // namespace actormap
