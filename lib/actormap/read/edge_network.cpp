#include <actormap/base/file.hpp>
#include <actormap/base/large_pages.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/decimal_table.hpp>
#include <actormap/read/edge_network.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/name_table.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

// The text is gone through once, byte by byte, and its names are looked up in a hash table. The
// table is larger than the cache, so a look-up is mostly waiting: names are gathered, and the
// memory of all of them is asked for before the first is looked up.

namespace actormap {
namespace {

/// What a byte is to an edge list. Odd ones stand in words that need a closer look.
enum class Kind : std::uint8_t { plain, odd, blank, line_end };

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> kind{};
    for (std::size_t byte = 0; byte < kind.size(); ++byte)
        kind[byte] = byte > 0x20 && byte < 0x7f ? Kind::plain : Kind::odd;
    kind[' '] = kind['\t'] = Kind::blank;
    kind['\r'] = kind['\n'] = Kind::line_end;
    return kind;
}();

struct Word {
    std::string_view text;
    bool plain = true;  // without an odd byte

    [[nodiscard]] bool is_name() const {
        constexpr std::size_t surely_fits = 500;  // see is_id
        return (plain && text.size() <= surely_fits) || is_id(text);
    }
};

/// The lines of a text, word by word. A comment is a line without words.
class Lines {
  public:
    explicit Lines(std::string_view text)
        : at_(text.data()), end_(text.data() + text.size()), start_(at_) {}

    [[nodiscard]] bool next() {
        if (at_ == end_) return false;
        ++number_;
        start_ = at_;
        count_ = 0;
        while (skip_blanks()) {
            const Word word = take_word();
            if (count_ == 0 && (word.text[0] == '#' || word.text[0] == '%')) {
                while (at_ != end_ && kind() != Kind::line_end) ++at_;
                break;
            }
            if (count_ < words_.size()) words_[count_] = word;
            ++count_;
        }
        take_line_end();
        return true;
    }

    [[nodiscard]] std::size_t words() const { return count_; }
    /// One of the first three.
    [[nodiscard]] const Word& word(std::size_t i) const { return words_[i]; }
    [[nodiscard]] std::uint32_t number() const { return number_; }
    [[nodiscard]] std::uint32_t column(const Word& word) const {
        return static_cast<std::uint32_t>(word.text.data() - start_ + 1);
    }

  private:
    [[nodiscard]] Kind kind() const { return kinds[static_cast<unsigned char>(*at_)]; }

    /// Whether a word follows in this line.
    bool skip_blanks() {
        while (at_ != end_ && kind() == Kind::blank) ++at_;
        return at_ != end_ && kind() != Kind::line_end;
    }
    [[nodiscard]] Word take_word() {
        const char* const begin = at_;
        bool plain = true;
        for (; at_ != end_ && kind() <= Kind::odd; ++at_) plain &= kind() == Kind::plain;
        return {{begin, static_cast<std::size_t>(at_ - begin)}, plain};
    }
    void take_line_end() {
        if (at_ == end_) return;
        const bool pair = *at_ == '\r' && end_ - at_ > 1 && at_[1] == '\n';
        at_ += pair ? 2 : 1;
    }

    const char* at_;
    const char* end_;
    const char* start_;  // of the line
    std::uint32_t number_ = 0;
    std::size_t count_ = 0;
    std::array<Word, 3> words_;
};

/// Numbers vertices and collects edges, some of them at a time.
class EdgeCollector {
  public:
    /// For a text of so many bytes.
    explicit EdgeCollector(std::size_t bytes) : decimals_(names_, bytes / 8) {
        edges_.reserve(bytes / 4 + 1);  // an edge takes two names, a blank and a line end
        prefer_large_pages(edges_.data(), edges_.capacity() * sizeof edges_[0]);
        waiting_.reserve(batch + 2);
    }

    void add_vertex(std::string_view name) {
        wait(name, false);
        if (waiting_.size() >= batch) look_up();
    }
    void add_edge(std::string_view from, std::string_view to) {
        wait(from, true);
        wait(to, false);
        if (waiting_.size() >= batch) look_up();
    }

    /// Looks up what waits still; the text is not needed any more.
    void look_up() {
        bool linked = false;
        Vertex before = 0;
        for (const Waiting& next : waiting_) {
            const Vertex v = next.decimal == DecimalTable::none
                                 ? others_.number(NameKey(next.name), next.name)
                                 : decimals_.number(next.decimal, next.name);
            if (linked) edges_.emplace_back(before, v);
            linked = next.linked;
            before = v;
        }
        waiting_.clear();
    }

    [[nodiscard]] EdgeNetwork finish(Direction direction) {
        decimals_.clear();
        others_.clear();
        EdgeNetwork result;
        result.names = std::move(names_);
        NetworkBuild build = build_network(direction, result.names.size(), std::move(edges_));
        result.network = std::move(build.network);
        result.loops = build.loops;
        result.parallel = build.parallel;
        return result;
    }

  private:
    static constexpr std::size_t batch = 64;  // names

    struct Waiting {
        std::string_view name;
        std::uint32_t decimal;  // its value, if it is in the table of those
        bool linked;            // with the next
    };

    void wait(std::string_view name, bool linked) {
        waiting_.push_back({name, decimals_.value(name), linked});
        if (waiting_.back().decimal == DecimalTable::none)
            __builtin_prefetch(others_.home(NameKey(name)));
    }

    NameList names_;
    DecimalTable decimals_;
    NameTable<> others_{names_};
    std::vector<Waiting> waiting_;
    std::vector<std::pair<Vertex, Vertex>> edges_;
};

class Reader {
  public:
    Reader(std::string_view content, const std::string& file, Diagnostics& diagnostics)
        : lines_(content), file_(file), diagnostics_(diagnostics), collector_(content.size()) {}

    /// Goes through the text, which is not needed after that.
    void read() {
        while (lines_.next()) {
            if (lines_.words() == 2 || (lines_.words() == 3 && is_weight(lines_.word(2))))
                add(lines_.word(0), lines_.word(1));
            else if (lines_.words() == 1 || lines_.words() > 3)
                error("edge-words", lines_.word(0),
                      "the line has " + std::to_string(lines_.words()) +
                          " words; give two vertices, and a weight if there is one");
        }
        collector_.look_up();
    }

    [[nodiscard]] EdgeNetwork network(Direction direction) { return collector_.finish(direction); }

  private:
    void add(const Word& from, const Word& to) {
        const bool from_good = check_name(from), to_good = check_name(to);
        if (from_good && to_good) return collector_.add_edge(from.text, to.text);
        if (from_good) collector_.add_vertex(from.text);
        if (to_good) collector_.add_vertex(to.text);
    }
    bool check_name(const Word& word) {
        if (word.is_name()) return true;
        error(
            "id-invalid", word,
            "a vertex is " + quote(word.text) + "; give 1 to 500 bytes without control characters");
        return false;
    }
    bool is_weight(const Word& word) {
        if (parse_number(word.text)) return true;
        error("edge-weight", word, quote(word.text) + " is no weight; give a number");
        return false;
    }
    void error(const char* id, const Word& word, std::string message) {
        diagnostics_.error(id, {file_, lines_.number(), lines_.column(word)}, std::move(message));
    }

    Lines lines_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    EdgeCollector collector_;
};

Reader read_checked(std::string_view content, const std::string& file, Diagnostics& diagnostics) {
    if (content.size() > largest_input)
        throw InputError("file-size", {file}, "is larger than 2 GiB; split it");
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    check_text(content, file);
    return Reader(content, file, diagnostics);
}

}  // namespace

EdgeNetwork read_edge_network(std::string_view content, const std::string& file,
                              Direction direction, Diagnostics& diagnostics) {
    Reader reader = read_checked(content, file, diagnostics);
    reader.read();
    return reader.network(direction);
}

EdgeNetwork read_edge_network_file(const std::string& path, Direction direction,
                                   Diagnostics& diagnostics) {
    std::string content = read_file(path);
    Reader reader = read_checked(content, path, diagnostics);
    reader.read();
    std::string().swap(content);
    return reader.network(direction);
}

}  // namespace actormap
