// Follows a PDF from its end as a reader does (ISO 32000-1, 7.5): startxref, the table of
// references, the trailer, the information dictionary; and takes that dictionary apart by tokens,
// so that the words in a title are not taken for a key.

#include <actormap/graphviz/pdf.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace actormap::graphviz {

namespace {

constexpr std::string_view blanks = "\t\n\f\r ";

/// Reads tokens from `at` on; an empty token is the end.
class Tokens {
  public:
    Tokens(std::string_view text, std::size_t at) : text_(text), at_(std::min(at, text.size())) {}

    /// The next token: a string in its parentheses, "<<", ">>", or a word.
    std::string_view next() {
        at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
        first_ = at_;
        if (at_ == text_.size()) return {};
        const std::string_view two = text_.substr(at_, 2);
        if (two == "<<" || two == ">>") {
            at_ += 2;
        } else if (text_[at_] == '(') {
            skip_string();
        } else {
            at_ = std::min(text_.find_first_of("\t\n\f\r <>()[]/", at_ + 1), text_.size());
        }
        return text_.substr(first_, at_ - first_);
    }
    std::optional<std::size_t> number() {
        const std::string_view word = next();
        std::size_t value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
        return value;
    }
    /// Where the last token began, and where it ended.
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t end() const { return at_; }

  private:
    void skip_string() {
        std::size_t depth = 0;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '(') {
                ++depth;
            } else if (text_[at_] == ')' && --depth == 0) {
                ++at_;
                break;
            }
        }
        at_ = std::min(at_, text_.size());
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t first_ = 0;
};

/// Where an object begins, by the table at `table`.
std::optional<std::size_t> offset_of(std::string_view pdf, std::size_t table, std::size_t object) {
    Tokens tokens(pdf, table);
    if (tokens.next() != "xref") return std::nullopt;
    while (const auto first = tokens.number()) {
        const auto count = tokens.number();
        if (!count) return std::nullopt;
        for (std::size_t i = 0; i < *count; ++i) {
            const auto offset = tokens.number(), generation = tokens.number();
            const std::string_view kind = tokens.next();
            if (!offset || !generation || kind.empty()) return std::nullopt;
            if (*first + i == object && kind == "n") return offset;
        }
    }
    return std::nullopt;
}

/// The number of the object that the trailer names as the document's information.
std::optional<std::size_t> information(std::string_view pdf, std::size_t table) {
    const std::size_t trailer = pdf.find("trailer", table);
    if (trailer == std::string_view::npos) return std::nullopt;
    Tokens tokens(pdf, trailer);
    for (std::string_view word = tokens.next(); !word.empty() && word != ">>";) {
        if (word == "/Info") return tokens.number();
        word = tokens.next();
    }
    return std::nullopt;
}

}  // namespace

std::string without_date(std::string pdf) {
    const std::size_t start = pdf.rfind("startxref");
    if (start == std::string::npos) return pdf;
    Tokens last(pdf, start);
    last.next();
    const auto table = last.number();
    if (!table) return pdf;
    const auto object = information(pdf, *table);
    const auto offset = object ? offset_of(pdf, *table, *object) : std::nullopt;
    if (!offset) return pdf;

    Tokens tokens(pdf, *offset);
    if (tokens.number() != object || !tokens.number() || tokens.next() != "obj" ||
        tokens.next() != "<<") {
        return pdf;
    }
    for (std::string_view word = tokens.next(); !word.empty() && word != ">>";
         word = tokens.next()) {
        if (word != "/CreationDate") continue;
        const std::size_t first = tokens.first();
        if (!tokens.next().starts_with("(D:")) break;
        std::fill(pdf.begin() + static_cast<std::ptrdiff_t>(first),
                  pdf.begin() + static_cast<std::ptrdiff_t>(tokens.end()), ' ');
        break;
    }
    return pdf;
}

}  // namespace actormap::graphviz
