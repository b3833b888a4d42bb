#pragma once

#include <memory>
#include <string_view>

namespace actormap {

/// Whether texts are valid JSON, fast: what it admits `parse_json` admits, without a word about
/// it. What it does not admit may still be something that `parse_json` does.
class JsonCheck {
  public:
    JsonCheck();
    ~JsonCheck();

    /// Whether the text is valid UTF-8 and JSON in which no object has a name twice and no text
    /// holds U+0000. `JsonSlice::padding` bytes behind it must be readable.
    [[nodiscard]] bool admits(std::string_view padded);

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace actormap
