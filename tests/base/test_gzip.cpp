#include "support/catch.hpp"

#include <actormap/base/byte_source.hpp>
#include <actormap/base/error.hpp>
#include <actormap/base/gzip.hpp>

#include <string>
#include <string_view>
#include <zlib.h>

using namespace actormap;

namespace {

/// One member of a gzip file.
std::string packed(std::string_view text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string result(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

struct Unpacked {
    std::string text;
    std::string said;  ///< the error, as a user sees it
};

/// Unpacks bytes that come in pieces of `piece`, and asks for `most` at a time.
Unpacked unpack(std::string_view bytes, std::size_t piece = std::string_view::npos,
                std::size_t most = 1 << 16) {
    TextSource source(bytes, piece);
    GzipSource unpacking(source, "x.gz");
    Unpacked result;
    std::string part(most, '\0');
    try {
        while (const std::size_t got = unpacking.read(part.data(), part.size()))
            result.text.append(part, 0, got);
    } catch (const InputError& error) {
        result.said = to_string(error.where()) + ": " + error.what() + " [" + error.id() + "]";
    }
    return result;
}

const std::string broken = "; get the file again, or see what gunzip -t says [gzip-broken]";

/// Bytes that do not repeat.
std::string noise(std::size_t size) {
    std::string text;
    for (std::uint32_t state = 1; text.size() < size;) {
        state = state * 1664525U + 1013904223U;
        text += static_cast<char>(state >> 24U);
    }
    return text;
}

}  // namespace

TEST_CASE("gzip is known by its first bytes", "[base]") {
    CHECK(is_gzip(packed("")));
    CHECK(is_gzip("\x1f\x8b"));
    CHECK_FALSE(is_gzip("\x1f"));
    CHECK_FALSE(is_gzip(""));
    CHECK_FALSE(is_gzip("<?xml"));
}

TEST_CASE("what was packed comes out, in pieces of any size", "[base]") {
    const std::string text = noise(300'000) + std::string(100'000, 'a');
    const std::string bytes = packed(text);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}, std::string_view::npos}) {
        const Unpacked result = unpack(bytes, piece);
        CHECK(result.said.empty());
        CHECK(result.text == text);
    }
    CHECK(unpack(bytes, 7777, 1).text == text);
    CHECK(unpack(bytes, 7777, 3'000'000).text == text);
    TextSource source(bytes);
    GzipSource unpacking(source, "x.gz");
    CHECK(unpacking.size() == 0);
    char nothing = 'x';
    CHECK(unpacking.read(&nothing, 0) == 0);
    CHECK(unpacking.read(&nothing, 1) == 1);
    CHECK(nothing == text[0]);
}

TEST_CASE("members come one after another, and zeros behind them are padding", "[base]") {
    const std::string two = packed("one ") + packed("") + packed("two");
    for (const std::size_t piece : {std::size_t{1}, std::string_view::npos}) {
        CHECK(unpack(two, piece).text == "one two");
        CHECK(unpack(two, piece).said.empty());
        CHECK(unpack(two + std::string(600, '\0'), piece).text == "one two");
        CHECK(unpack(two + std::string(600, '\0'), piece).said.empty());
        CHECK(unpack(two + "junk", piece).said == "x.gz:1:1: the packed data is damaged" + broken);
        CHECK(unpack(two + std::string(3, '\0') + packed("three"), piece).said ==
              "x.gz:1:1: something stands behind its end" + broken);
    }
    CHECK(unpack(packed("")).said.empty());
    CHECK(unpack(packed("")).text.empty());
}

TEST_CASE("a gzip file that was cut anywhere is refused", "[base]") {
    const std::string bytes =
        packed("some text and some more text") + packed("and a second member");
    const std::size_t first = packed("some text and some more text").size();
    const std::string said = "x.gz:1:1: the file ends before what is packed in it does" + broken;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        INFO(size);
        if (size == first) continue;  // that is a whole file
        CHECK(unpack(std::string_view(bytes).substr(0, size)).said == said);
    }
    CHECK(unpack(std::string_view(bytes).substr(0, first)).said.empty());
}

TEST_CASE("a gzip file with a byte that was changed is refused or the same", "[base]") {
    const std::string text = "some text, some more text, and yet some more";
    const std::string bytes = packed(text);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const Unpacked result = unpack(changed);
        INFO(at);
        if (result.said.empty())
            CHECK(result.text == text);  // its time, its system, …
        else
            CHECK(result.said.substr(result.said.size() - broken.size()) == broken);
    }
}

TEST_CASE("a little that packs very much is refused, and not unpacked", "[base]") {
    const std::string zeros(std::size_t{100} << 20, '\0');
    const std::string bomb = packed(zeros);
    CHECK(bomb.size() * GzipSource::largest_ratio < zeros.size());
    for (const std::size_t most : {std::size_t{1} << 16, std::size_t{1} << 27}) {
        const Unpacked result = unpack(bomb, std::string_view::npos, most);
        CHECK(result.said ==
              "x.gz:1:1: holds more than 200 times what it is long; unpack it with gunzip if you "
              "trust it [gzip-ratio]");
        CHECK(result.text.size() <= GzipSource::free_bytes + (std::size_t{2} << 20));
    }
    // Many members are no way around it.
    std::string members;
    const std::string one = packed(std::string_view(zeros).substr(0, 1 << 20));
    for (int i = 0; i < 100; ++i) members += one;
    CHECK(unpack(members).said.find("[gzip-ratio]") != std::string::npos);
    // Nor what has not been unpacked yet.
    const std::string tail = bomb + packed(noise(5'000'000));
    CHECK(unpack(tail).said.find("[gzip-ratio]") != std::string::npos);
    // A file may hold 16 MiB in any case.
    const std::string_view fits = std::string_view(zeros).substr(0, GzipSource::free_bytes);
    CHECK(unpack(packed(fits)).text == fits);
    // And any amount that does not repeat.
    const std::string text = noise(20'000'000);
    CHECK(unpack(packed(text)).text == text);
}
