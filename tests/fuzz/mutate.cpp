#include "fuzz/mutate.hpp"

#include <algorithm>
#include <utility>

namespace actormap::test {
namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// The word at or after a place.
std::string_view word_from(std::string_view text, std::size_t at) {
    const auto begin =
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_word);
    const auto end = std::find_if_not(begin, text.end(), is_word);
    return text.substr(static_cast<std::size_t>(begin - text.begin()),
                       static_cast<std::size_t>(end - begin));
}

}  // namespace

Mutator::Mutator(std::vector<std::string> inputs, std::uint64_t seed)
    : inputs_(std::move(inputs)),
      // Marks that formats give a meaning to, bytes that no text has, and ends of ranges.
      words_{"{",
             "}",
             "[",
             "]",
             "\"",
             "\\",
             ",",
             ":",
             "\n",
             "\r\n",
             " ",
             "\t",
             "'",
             "=",
             "#",
             "%",
             std::string(1, '\0'),
             "\xff",
             "\xed\xa0\x80",
             "\xef\xbb\xbf",
             "\\ud800",
             "\\u0000",
             "-1",
             "101",
             "1e999",
             "4294967296",
             "18446744073709551616",
             "null",
             "true",
             "{}",
             "[]",
             "\"\""},
      state_(seed) {
    for (const std::string& input : inputs_) {
        for (std::size_t at = 0;;) {
            const std::string_view word = word_from(input, at);
            if (word.empty()) break;
            words_.emplace_back(word);
            at = static_cast<std::size_t>(word.data() - input.data()) + word.size();
        }
    }
}

std::string Mutator::next() {
    std::string text(any(inputs_));
    for (std::size_t changes = 1 + below(8); changes != 0; --changes) change(text);
    return text;
}

std::size_t Mutator::below(std::size_t end) {
    // splitmix64 of Steele, Lea and Flood. The bias of the remainder does not matter here.
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    z ^= z >> 31;
    return end == 0 ? 0 : static_cast<std::size_t>(z % end);
}

std::string_view Mutator::any(const std::vector<std::string>& texts) {
    return texts[below(texts.size())];
}

void Mutator::change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t size = 1 + below(below(4) == 0 ? 64 : 4);
    switch (below(6)) {
        case 0:  // another byte
            if (at < text.size()) text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text.erase(at, size);
            break;
        case 2:  // what stands there, again and elsewhere
            text.insert(below(text.size() + 1), text.substr(at, size));
            break;
        case 3:
            text.insert(at, any(words_));
            break;
        case 4: {  // one word for another, which leaves the form as it is
            const std::string_view word = word_from(text, at);
            const auto start = static_cast<std::size_t>(word.data() - text.data());
            text.replace(start, word.size(), any(words_));
            break;
        }
        default: {  // a piece of any input
            const std::string_view other = any(inputs_);
            text.insert(at, other.substr(below(other.size() + 1), size * 4));
        }
    }
}

}  // namespace actormap::test
