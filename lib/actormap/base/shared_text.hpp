#pragma once

#include <atomic>
#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace actormap {

class Text;

/// What can stand for a text beside a Text itself.
template <typename T>
concept TextLike =
    std::convertible_to<const T&, std::string_view> && !std::same_as<std::remove_cvref_t<T>, Text>;

/// An immutable text of at most 4 GiB in eight bytes. Copies share one block of memory, which
/// counts its uses, so they are cheap and safe between threads; an empty text has no block. A graph
/// holds millions of texts, most of them empty or the same: that is what this is for.
class Text {
  public:
    Text() = default;
    Text(std::string_view text) : block_(make(text)) {}              // NOLINT: meant to be implicit
    Text(const std::string& text) : Text(std::string_view(text)) {}  // NOLINT
    Text(const char* text) : Text(std::string_view(text)) {}         // NOLINT
    Text(const Text& other) noexcept : block_(other.block_) {
        if (block_) block_->uses.fetch_add(1, std::memory_order_relaxed);
    }
    Text(Text&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    Text& operator=(Text other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~Text() {
        if (block_ && block_->uses.fetch_sub(1, std::memory_order_acq_rel) == 1) destroy(block_);
    }

    [[nodiscard]] bool empty() const { return !block_; }
    [[nodiscard]] std::size_t size() const { return view().size(); }
    [[nodiscard]] std::string_view view() const {
        return block_ ? content(block_) : std::string_view();
    }
    [[nodiscard]] std::string str() const { return std::string(view()); }
    operator std::string_view() const { return view(); }  // NOLINT: meant to be implicit
    void clear() { *this = Text(); }

    friend bool operator==(const Text& a, const Text& b) {
        return a.block_ == b.block_ || a.view() == b.view();
    }
    friend std::strong_ordering operator<=>(const Text& a, const Text& b) {
        if (a.block_ == b.block_) return std::strong_ordering::equal;
        return a.view() <=> b.view();
    }
    template <TextLike T>
    friend bool operator==(const Text& a, const T& b) {
        return a.view() == std::string_view(b);
    }
    template <TextLike T>
    friend std::strong_ordering operator<=>(const Text& a, const T& b) {
        return a.view() <=> std::string_view(b);
    }

    friend std::string operator+(std::string a, const Text& b) { return std::move(a.append(b)); }
    friend std::string operator+(const char* a, const Text& b) { return std::string(a) + b; }
    friend std::string operator+(const Text& a, const Text& b) { return a.str() + b; }
    friend std::string operator+(const Text& a, char b) { return a.str() + b; }
    template <TextLike T>
    friend std::string operator+(const Text& a, const T& b) {
        return a.str().append(std::string_view(b));
    }

  private:
    /// The head of a block. Behind it stand the size, seven bits a byte with the lowest first, and
    /// the bytes: five bytes in all for a text of up to 127, so that an id of STIX fills its block.
    struct Block {
        std::atomic<std::uint32_t> uses;
    };

    [[nodiscard]] static Block* make(std::string_view text);
    static void destroy(Block* block);
    [[nodiscard]] static std::string_view content(const Block* block) {
        const auto* at = reinterpret_cast<const unsigned char*>(block + 1);
        std::size_t size = *at & 0x7fU;
        for (unsigned shift = 7; (*at++ & 0x80U) != 0; shift += 7)
            size |= std::size_t{*at & 0x7fU} << shift;
        return {reinterpret_cast<const char*>(at), size};
    }

    Block* block_ = nullptr;
};

}  // namespace actormap
