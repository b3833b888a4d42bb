#include <actormap/base/shared_text.hpp>

#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>

namespace actormap {

Text::Block* Text::make(std::string_view text) {
    if (text.empty()) return nullptr;
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a text of more than 4 GiB can't be held");
    std::size_t head = sizeof(Block) + 1;
    for (std::size_t rest = text.size() >> 7; rest != 0; rest >>= 7) ++head;
    void* memory = ::operator new(head + text.size());
    auto* at = static_cast<unsigned char*>(memory) + sizeof(Block);
    std::size_t size = text.size();
    for (; size >= 0x80; size >>= 7) *at++ = static_cast<unsigned char>(0x80U | (size & 0x7fU));
    *at++ = static_cast<unsigned char>(size);
    std::memcpy(at, text.data(), text.size());
    return new (memory) Block{1};
}

void Text::destroy(Block* block) {
    block->~Block();
    ::operator delete(block);
}

}  // namespace actormap
