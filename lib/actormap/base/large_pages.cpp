#include <actormap/base/large_pages.hpp>

#include <cstdint>
#include <sys/mman.h>

namespace actormap {

void prefer_large_pages([[maybe_unused]] const void* memory, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
    constexpr std::size_t least = std::size_t{1} << 22;
    constexpr std::uintptr_t page = std::uintptr_t{1} << 21;
    if (bytes < least) return;
    // Whole pages only: what lies beside may be in use. A refusal is no error.
    const auto from = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page * page;
    const auto to = (reinterpret_cast<std::uintptr_t>(memory) + bytes) / page * page;
    static_cast<void>(::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE));
#endif
}

}  // namespace actormap
