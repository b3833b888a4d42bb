#pragma once

#include <cstddef>
#include <vector>

namespace actormap {

/// Asks the system to back memory that nothing has touched yet with large pages, if it has any: a
/// first touch of each 2 MiB instead of each 4 KiB, and fewer look-ups of addresses. Changes
/// nothing but the time; does nothing for less than 4 MiB.
void prefer_large_pages(const void* memory, std::size_t bytes);

/// Makes an empty list `size` long, of default values, in large pages.
template <typename T>
void resize_large(std::vector<T>& list, std::size_t size) {
    list.reserve(size);
    prefer_large_pages(list.data(), list.capacity() * sizeof(T));
    list.resize(size);
}

}  // namespace actormap
