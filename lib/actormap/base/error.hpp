#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// Where in an input something was found. Lines and columns count from 1, columns in
/// bytes; 0 means unknown.
struct Position {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// "file:line:col", without the parts that are unknown.
[[nodiscard]] std::string to_string(const Position& position);

/// The one exception type: the work cannot go on. `id` is stable and listed in docs/errors.md.
class Error : public std::runtime_error {
  public:
    Error(std::string id, const std::string& message)
        : std::runtime_error(message), id_(std::move(id)) {}
    [[nodiscard]] const std::string& id() const { return id_; }

  private:
    std::string id_;
};

/// An input that cannot be read at all.
class InputError : public Error {
  public:
    InputError(std::string id, Position where, const std::string& message)
        : Error(std::move(id), message), where_(std::move(where)) {}
    [[nodiscard]] const Position& where() const { return where_; }

  private:
    Position where_;
};

enum class Severity { error, warning };

/// Something wrong with the input that did not stop the reader.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string id;  ///< stable, listed in docs/errors.md
    Position where;
    std::string message;  ///< what is wrong and what to do
};

/// "file:line:col: error: message [id]", the form that compilers print and editors parse.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// Collects what readers and checks find. They report here and go on with the next record.
/// The first `limit` of each severity are kept, all are counted.
class Diagnostics {
  public:
    static constexpr std::size_t limit = 1000;

    void error(std::string id, Position where, std::string message);
    void warning(std::string id, Position where, std::string message);

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t warnings() const { return warnings_; }

  private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

}  // namespace actormap
