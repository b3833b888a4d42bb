#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace actormap {

/// Bytes that come one after another: a file, standard input, or a text in memory.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Puts the next bytes, at most `most`, where `to` points. Returns how many; 0 at the end.
    /// Throws  InputError file-unreadable, file-size
    [[nodiscard]] virtual std::size_t read(char* to, std::size_t most) = 0;
    /// How many bytes there are in all; 0 if nobody knows.
    [[nodiscard]] virtual std::size_t size() const = 0;
};

/// A text in memory, in pieces of at most `piece` bytes. The text must outlive it.
class TextSource : public ByteSource {
  public:
    explicit TextSource(std::string_view text, std::size_t piece = std::string_view::npos)
        : rest_(text), size_(text.size()), piece_(piece) {}
    [[nodiscard]] std::size_t read(char* to, std::size_t most) override;
    [[nodiscard]] std::size_t size() const override { return size_; }

  private:
    std::string_view rest_;
    std::size_t size_;
    std::size_t piece_;
};

/// A file, or standard input for "-".
/// Throws  InputError file-missing, file-directory, file-unreadable, file-size
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::string& path);

/// Appends all that is left.
void read_rest(ByteSource& source, std::string& to);

}  // namespace actormap
