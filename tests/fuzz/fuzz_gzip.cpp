#include "fuzz/round_trip.hpp"

#include <actormap/base/byte_source.hpp>
#include <actormap/base/gzip.hpp>

// Whatever the bytes are: what comes out is the same in pieces of any size, and so is the error.
namespace {

struct Unpacked {
    std::string text, said;
    bool operator==(const Unpacked&) const = default;
};

Unpacked unpack(std::string_view bytes, std::size_t piece, std::size_t most) {
    actormap::TextSource source(bytes, piece);
    actormap::GzipSource unpacking(source, "fuzz");
    Unpacked result;
    std::string part(most, '\0');
    try {
        while (const std::size_t got = unpacking.read(part.data(), part.size()))
            result.text.append(part, 0, got);
    } catch (const actormap::InputError& error) {
        result.said = error.what();
    }
    return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const Unpacked whole = unpack(bytes, bytes.size() + 1, std::size_t{1} << 16);
    const Unpacked pieces = unpack(bytes, 1, 1000);
    actormap::test::demand(whole.said == pieces.said);
    // What stands before a fault may come out or not, in part.
    if (whole.said.empty()) actormap::test::demand(whole.text == pieces.text);
    return 0;
}
