#pragma once

#include <actormap/read/read.hpp>
#include <actormap/write/native.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace actormap::test {

/// Stops the program where a fuzzer and a replay see it.
inline void demand(bool holds) {
    if (!holds) std::abort();
}

/// Reads the bytes in one format. Whatever they are: every message can be printed, and what is left
/// can be written in the native format and read again without an error and without a difference.
inline void fuzz_reader(const std::uint8_t* data, std::size_t size, InputFormat format) {
    Diagnostics diagnostics;
    const ReadResult result = read({{"fuzz", std::string(data, data + size)}}, format, diagnostics);
    for (const Diagnostic& d : diagnostics.all()) (void)to_string(d);  // messages are code too

    const std::string text = write_native(result.graph);
    Diagnostics again;
    demand(read({{"again", text}}, InputFormat::native, again).graph == result.graph);
    demand(again.errors() == 0);
    demand(write_native(result.graph) == text);
}

}  // namespace actormap::test
