#include <actormap/base/shared_text.hpp>

#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>

// The bytes of a text stand right behind the head of its block.

namespace actormap {

Text::Block* Text::make(std::string_view text) {
    if (text.empty()) return nullptr;
    if (text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a text of more than 4 GiB can't be held");
    void* memory = ::operator new(sizeof(Block) + text.size());
    auto* block = new (memory) Block{1, static_cast<std::uint32_t>(text.size())};
    std::memcpy(static_cast<char*>(memory) + sizeof(Block), text.data(), text.size());
    return block;
}

void Text::destroy(Block* block) {
    block->~Block();
    ::operator delete(block);
}

}  // namespace actormap
