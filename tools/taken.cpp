#include "taken.hpp"

#include <chrono>
#include <sys/resource.h>

namespace actormap::tool {
namespace {

const auto begin = std::chrono::steady_clock::now();

}  // namespace

Taken taken_so_far() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    constexpr std::size_t kibibyte = 1024;
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
            static_cast<std::size_t>(usage.ru_maxrss) * kibibyte};
}

}  // namespace actormap::tool
