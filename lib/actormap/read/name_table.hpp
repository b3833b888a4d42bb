#pragma once

#include <actormap/base/large_pages.hpp>
#include <actormap/read/name_list.hpp>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// What a name is looked up by: for names of up to eight bytes the bytes themselves, so that
/// nothing else need be compared; for longer ones a hash of them. Differs between platforms.
class NameKey {
  public:
    static constexpr std::size_t whole = 8;  ///< names of up to this many bytes are in the key

    explicit NameKey(std::string_view name) : length_(static_cast<std::uint32_t>(name.size())) {
        assert(!name.empty());
        const char* const end = name.data() + name.size();
        if (name.size() > whole) {
            for (const char* at = name.data(); at < end - whole; at += whole)
                bits_ = stirred(bits_ ^ load<std::uint64_t>(at));
            bits_ = stirred(bits_ ^ load<std::uint64_t>(end - whole));
        } else if (name.size() >= 4) {  // the two halves overlap, but tell all bytes
            bits_ = std::uint64_t{load<std::uint32_t>(end - 4)} << 32U |
                    load<std::uint32_t>(name.data());
        } else {
            for (const char c : name) bits_ = bits_ << 8U | static_cast<unsigned char>(c);
        }
    }

    [[nodiscard]] std::uint32_t length() const { return length_; }
    /// A number whose low 32 bits depend on all of the name.
    [[nodiscard]] std::uint64_t hash() const { return stirred(stirred(bits_ ^ length_)); }
    friend bool operator==(const NameKey&, const NameKey&) = default;

  private:
    template <typename Number>
    [[nodiscard]] static Number load(const char* from) {
        Number number = 0;
        std::memcpy(&number, from, sizeof number);
        return number;
    }
    /// Multiplying carries each bit upwards; the shift brings what was carried down again.
    [[nodiscard]] static std::uint64_t stirred(std::uint64_t bits) {
        bits *= 0x9e3779b97f4a7c15U;
        return bits ^ bits >> 32U;
    }

    std::uint64_t bits_ = 0;
    std::uint32_t length_ = 0;
};

/// Numbers names in the order in which they are first met.
///
/// A hash table with open addressing. Whoever knows the hash can write names that all want the same
/// place; so nothing is searched for beyond a few places, and what finds none free goes to a tree.
/// A name costs O(its length + log n) at worst, and no secret is needed for that: the same names
/// are the same work every time.
///
/// Memory      32 to 64 bytes a name, beside the names
template <typename Key = NameKey>
class NameTable {
  public:
    /// New names are appended to `names`, and their numbers are their places there.
    explicit NameTable(NameList& names) : names_(names), slots_(smallest) {}
    NameTable(const NameTable&) = delete;
    NameTable& operator=(const NameTable&) = delete;

    /// The memory where the name will be looked for, to have it fetched early. (Not done here: GCC
    /// takes a function that only does that for one without effect.)
    [[nodiscard]] const void* home(const Key& key) const { return &slots_[place(key)]; }

    /// The number of the name whose key is `key`.
    [[nodiscard]] std::uint32_t number(const Key& key, std::string_view name) {
        Slot* const slot = find(key, name);
        if (slot && !slot->free()) return slot->number;
        if (!crowded_.empty()) {
            const auto found = crowded_.find(name);
            if (found != crowded_.end()) return *found;
        }
        const auto next = static_cast<std::uint32_t>(names_.size());
        names_.push_back(name);
        put(slot, {key, next});
        return next;
    }

    /// Gives the memory back; the names stay.
    void clear() {
        std::vector<Slot>(smallest).swap(slots_);
        used_ = 0;
        crowded_.clear();
    }
    /// How many names found no place among the few.
    [[nodiscard]] std::size_t crowded() const { return crowded_.size(); }

  private:
    static constexpr std::size_t smallest = 64;     // places; a power of two
    static constexpr std::size_t most_places = 32;  // that a name is looked for in
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    struct Slot {
        [[no_unique_address]] Key key{" "};  // whose last four bytes are free: 16 in all
        std::uint32_t number = none;

        [[nodiscard]] bool free() const { return number == none; }
    };

    /// Orders numbers by their names.
    struct ByName {
        using is_transparent = void;
        const NameList* names;

        [[nodiscard]] std::string_view name(std::uint32_t number) const { return (*names)[number]; }
        [[nodiscard]] static std::string_view name(std::string_view text) { return text; }
        bool operator()(const auto& a, const auto& b) const { return name(a) < name(b); }
    };

    [[nodiscard]] std::size_t place(const Key& key) const {
        return static_cast<std::size_t>(key.hash()) & (slots_.size() - 1);
    }
    [[nodiscard]] bool is(const Slot& slot, const Key& key, std::string_view name) const {
        return slot.key == key && (key.length() <= Key::whole || names_[slot.number] == name);
    }

    /// Where the name is, or the free place where it would be; nothing if the places are taken.
    [[nodiscard]] Slot* find(const Key& key, std::string_view name) {
        for (std::size_t i = 0, at = place(key); i < most_places; ++i) {
            Slot& slot = slots_[(at + i) & (slots_.size() - 1)];
            if (slot.free() || is(slot, key, name)) return &slot;
        }
        return nullptr;
    }

    void put(Slot* slot, const Slot& entry) {
        if (!slot) {
            crowded_.insert(entry.number);
            return;
        }
        *slot = entry;
        if (++used_ > slots_.size() / 2) grow();
    }

    void grow() {
        std::vector<Slot> old;
        resize_large(old, slots_.size() * 2);
        old.swap(slots_);
        used_ = 0;
        for (const Slot& entry : old) {
            if (!entry.free()) put(find(entry.key, names_[entry.number]), entry);
        }
    }

    NameList& names_;
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
    std::set<std::uint32_t, ByName> crowded_{ByName{&names_}};
};

}  // namespace actormap
