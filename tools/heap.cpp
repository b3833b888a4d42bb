#include "heap.hpp"

#include <actormap/base/large_pages.hpp>

#include <cstddef>
#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace actormap::tool {

void prepare_heap() {
#if defined(__GLIBC__)
    constexpr int mebibyte = 1 << 20;
    constexpr int step = 32 * mebibyte;
    // Blocks beyond this have pages of their own, which go back to the system as soon as they are
    // free.
    mallopt(M_MMAP_THRESHOLD, 8 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 2 * step);
    mallopt(M_TOP_PAD, step);
    // More than the heap has yet, so that it grows by that and a step.
    constexpr std::size_t block = 4 * mebibyte;
    void* const last = std::malloc(block);
    prefer_large_pages(last, block + step);
    std::free(last);
#endif
}

}  // namespace actormap::tool
