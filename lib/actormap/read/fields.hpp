#pragma once

#include <actormap/base/date.hpp>
#include <actormap/model/builder.hpp>
#include <actormap/read/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The file that a reader is in, and where it reports.
struct ReadContext {
    const std::string& file;
    std::uint32_t file_index;
    Diagnostics& diagnostics;

    [[nodiscard]] Place place(const JsonValue& value) const {
        return {file_index, value.line, value.column};
    }
    [[nodiscard]] Position position(const JsonValue& value) const {
        return {file, value.line, value.column};
    }
};

/// The members of one JSON object, taken one by one with their types checked. What is wrong is
/// reported at its place; what nobody took is a custom property.
///
/// Reports  json-type, property-missing, value-unknown, value-empty, date-invalid, id-invalid,
///          url-invalid, country-unknown, property-unknown (warning)
class Fields {
  public:
    /// Whether the member is true; false if it is absent.
    [[nodiscard]] bool truth(std::string_view name);
    /// `what` names the record in messages: "relation", "entity 'apt31'".
    Fields(ReadContext context, const JsonValue& object, std::string what);

    /// Names the record more closely once its id is known.
    void rename(std::string what) { what_ = std::move(what); }
    [[nodiscard]] const std::string& what() const { return what_; }
    [[nodiscard]] const JsonValue& value() const { return object_; }
    [[nodiscard]] Place place() const { return context_.place(object_); }
    [[nodiscard]] bool good() const { return good_; }  ///< nothing required was wrong

    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::string required_text(std::string_view name, const char* remedy);
    [[nodiscard]] std::string id(std::string_view name, bool required);
    [[nodiscard]] Reference reference(std::string_view name, bool required);
    [[nodiscard]] PartialDate date(std::string_view name);
    [[nodiscard]] std::string url(std::string_view name);
    [[nodiscard]] std::string country(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    [[nodiscard]] std::span<const JsonValue> objects(std::string_view name);
    /// The member, whatever its type; null if it is absent.
    [[nodiscard]] const JsonValue* take(std::string_view name);

    /// A word of a closed list: `parse` turns it into its value.
    template <typename Value>
    [[nodiscard]] std::optional<Value> word(std::string_view name,
                                            std::optional<Value> (*parse)(std::string_view),
                                            const std::vector<std::string_view>& words) {
        const JsonValue* value = take(name);
        if (!value || !expect(name, *value, JsonValue::Kind::text)) return std::nullopt;
        const std::optional<Value> parsed = parse(value->text);
        if (!parsed) unknown_word(name, *value, words);
        return parsed;
    }

    /// What was not taken, and a warning where a name looks like one of those that were asked for.
    [[nodiscard]] Properties rest();

    /// Reports each member that was not taken, where nothing else may stand.
    void refuse_rest(const char* id);

    void error(const char* id, const JsonValue& at, std::string message);
    void missing(std::string_view name, const std::string& remedy);
    void reject() { good_ = false; }  ///< a part of it, reported elsewhere, was wrong

  private:
    bool expect(std::string_view name, const JsonValue& value, JsonValue::Kind kind);
    void unknown_word(std::string_view name, const JsonValue& value,
                      const std::vector<std::string_view>& words);

    ReadContext context_;
    const JsonValue& object_;
    std::string what_;
    std::vector<std::string_view> asked_;
    bool good_ = true;
};

/// Whether a text can be an id: 1 to 500 bytes without control characters.
[[nodiscard]] bool is_id(std::string_view text);

/// Whether a text is an http or https address, without blanks and control characters.
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace actormap
