#include "support/catch.hpp"

#include <actormap/model/uuid.hpp>

using namespace actormap;

TEST_CASE("uuid: the example of RFC 9562, appendix A.4", "[model]") {
    CHECK(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com") ==
          "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST_CASE("uuid: names in the project's namespace never get another id", "[model]") {
    CHECK(uuid5("country:FI") == "2fcaac4f-6ded-5c0a-9cd4-1b7bad3e3744");
    CHECK(uuid5("country:FI") == uuid5("4E1F0B1E-6F0D-5A41-9C0B-3F8F2D6F7A10", "country:FI"));
    CHECK(uuid5("country:FI") != uuid5("country:SE"));
    CHECK(uuid5("").size() == 36);
}

TEST_CASE("uuid: its form", "[model]") {
    CHECK(is_uuid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    CHECK(is_uuid("2ED6657D-E927-568B-95E1-2665A8AEA6A2"));
    for (const char* text :
         {"", "2ed6657d", "2ed6657d-e927-568b-95e1-2665a8aea6a",
          "2ed6657d-e927-568b-95e1-2665a8aea6a22", "2ed6657d+e927-568b-95e1-2665a8aea6a2",
          "2ed6657g-e927-568b-95e1-2665a8aea6a2", "{ed6657d-e927-568b-95e1-2665a8aea6a}"})
        CHECK_FALSE(is_uuid(text));
    CHECK(lower_uuid("2ED6657D-E927-568B-95E1-2665A8AEA6A2") ==
          "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}
