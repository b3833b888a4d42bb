#pragma once

#include <actormap/base/error.hpp>
#include <actormap/read/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The members of one object of a plan, taken one by one with their types checked. What is wrong,
/// and what nobody took, is reported at its place: a plan means what it says, or is refused.
///
/// Reports  plan-key, plan-value
class PlanObject {
  public:
    /// `what` names the object in messages: "the plan", "a lens".
    PlanObject(const JsonValue& object, std::string what, const std::string& file,
               Diagnostics& diagnostics);

    [[nodiscard]] const JsonValue* take(std::string_view name);
    [[nodiscard]] std::optional<std::string> text(std::string_view name);
    [[nodiscard]] std::optional<bool> truth(std::string_view name);
    [[nodiscard]] std::optional<double> number(std::string_view name);
    [[nodiscard]] std::optional<std::uint64_t> count(std::string_view name, std::uint64_t least,
                                                     std::uint64_t most);
    /// A text, or a list of texts; nothing if it is absent.
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view name);
    /// The items of a list; none if it is absent.
    [[nodiscard]] const std::vector<JsonValue>& items(std::string_view name);

    /// A word of a closed list: `parse` turns it into its value.
    template <typename Value>
    [[nodiscard]] std::optional<Value> word(std::string_view name,
                                            std::optional<Value> (*parse)(std::string_view),
                                            const std::vector<std::string_view>& words) {
        const std::optional<std::string> given = text(name);
        if (!given) return std::nullopt;
        const std::optional<Value> value = parse(*given);
        if (!value) unknown_word(name, *given, words);
        return value;
    }
    /// The same for a text or a list of texts.
    template <typename Value>
    [[nodiscard]] std::optional<std::vector<Value>> words(
        std::string_view name, std::optional<Value> (*parse)(std::string_view),
        const std::vector<std::string_view>& all) {
        const auto given = texts(name);
        if (!given) return std::nullopt;
        std::vector<Value> values;
        for (const std::string& text : *given) {
            if (const std::optional<Value> value = parse(text))
                values.push_back(*value);
            else
                unknown_word(name, text, all);
        }
        return values;
    }

    /// Reports every member that was not taken.
    void finish();

    void error(const char* id, const JsonValue& at, const std::string& message);
    [[nodiscard]] const JsonValue& value() const { return object_; }
    [[nodiscard]] Position position(const JsonValue& value) const {
        return {file_, value.line, value.column};
    }

  private:
    [[nodiscard]] const JsonValue* take(std::string_view name, JsonValue::Kind kind);
    void unknown_word(std::string_view name, const std::string& text,
                      const std::vector<std::string_view>& words);

    const JsonValue& object_;
    std::string what_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    std::vector<std::string_view> asked_;
};

}  // namespace actormap
