#include "heap.hpp"

#include <actormap/base/large_pages.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace actormap::tool {

void prepare_heap() {
#if defined(__GLIBC__)
    constexpr int mebibyte = 1 << 20;
    constexpr int step = 64 * mebibyte;
    // Blocks beyond this have pages of their own, which go back to the system as soon as they are
    // free.
    mallopt(M_MMAP_THRESHOLD, 8 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 2 * step);
    mallopt(M_TOP_PAD, step);
    // More than the heap has yet, so that it grows by that and a step. Behind it the allocator has
    // written already: a small page, and what lies in one stretch with it can't be large any more.
    // So all of that is left unused, up to the first large page: nothing touches it, and what is
    // not touched takes no memory.
    constexpr std::size_t block = std::size_t{1} << 18;
    constexpr std::size_t head = 2 * sizeof(std::size_t);  // that the allocator adds to a block
    constexpr std::uintptr_t page = std::uintptr_t{1} << 21;
    static void* left[2];  // static, so that a checker of leaks sees that they are meant to stay
    left[0] = std::malloc(block);
    prefer_large_pages(left[0], block + step);
    const std::uintptr_t behind = reinterpret_cast<std::uintptr_t>(left[0]) + block + 2 * head;
    left[1] = std::malloc(page - behind % page);
#endif
}

}  // namespace actormap::tool
