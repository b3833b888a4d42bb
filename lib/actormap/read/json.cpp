#include <actormap/base/text.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/read/json.hpp>
#include <actormap/read/json_tracker.hpp>

#include <nlohmann/json.hpp>

#include <iterator>
#include <unordered_set>
#include <utility>

// nlohmann's SAX parser says what comes, but not where. It takes its bytes one at a time from an
// iterator, so the iterator can follow lines and columns and remember where tokens begin.

namespace actormap {
namespace {

using Spot = JsonSpot;
using Tracker = JsonTracker;

/// An input iterator over bytes that tells the tracker of each.
class TrackedIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedIterator() = default;
    TrackedIterator(const char* at, Tracker* tracker) : at_(at), tracker_(tracker) {}
    reference operator*() const { return *at_; }
    TrackedIterator& operator++() {
        tracker_->take(*at_++);
        return *this;
    }
    TrackedIterator operator++(int) {
        TrackedIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }

  private:
    const char* at_ = nullptr;
    Tracker* tracker_ = nullptr;
};

/// Builds the tree. Open lists and objects are on a stack, so nothing recurses.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
  public:
    using Json = nlohmann::json;
    using Kind = JsonValue::Kind;

    TreeBuilder(const Tracker& tracker, Diagnostics& diagnostics, const JsonLimits& limits)
        : tracker_(tracker), diagnostics_(diagnostics), limits_(limits) {}

    bool null() override { return add(Kind::null, tracker_.literal(), "null"); }
    bool boolean(bool value) override {
        return add(Kind::boolean, tracker_.literal(), value ? "true" : "false");
    }
    bool number_integer(Json::number_integer_t value) override {
        return add(Kind::number, tracker_.literal(), std::to_string(value));
    }
    bool number_unsigned(Json::number_unsigned_t value) override {
        return add(Kind::number, tracker_.literal(), std::to_string(value));
    }
    bool number_float(Json::number_float_t, const std::string& written) override {
        return add(Kind::number, tracker_.literal(), written);
    }
    bool string(std::string& value) override {
        check_text(value);
        return add(Kind::text, tracker_.text(), std::move(value));
    }
    bool binary(Json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        check_text(name);
        Open& object = open_.back();
        object.skip = !object.names.insert(name).second;
        if (object.skip)
            diagnostics_.error(
                "json-duplicate-name", tracker_.position(tracker_.text()),
                "the name " + quote(name) + " stands twice in one object; remove one of them");
        object.name = std::move(name);
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
        if (error.id == 406)
            throw InputError("json-number", tracker_.position(tracker_.literal()),
                             "a number is too large to be held; correct it");
        const std::string reason = plain_reason(error.what());
        const bool at_end = reason.find("unexpected end of input") != std::string::npos ||
                            reason.find("missing closing quote") != std::string::npos;
        // The end of a word or a number is known by what follows it: that was taken already.
        const std::string_view found =
            std::string_view(reason).substr(0, reason.find("; expected "));
        const bool literal = found.find("literal") != std::string_view::npos &&
                             found.find("string literal") == std::string_view::npos;
        const bool number = found.find("invalid number") != std::string_view::npos;
        const Spot spot = at_end              ? tracker_.here()
                          : literal || number ? tracker_.literal()
                                              : tracker_.token();
        throw InputError("json-syntax", tracker_.position(spot),
                         "not valid JSON: " + reason +
                             (at_end ? "; the file is cut off: complete it" : "; correct it"));
    }

    [[nodiscard]] JsonValue root() && { return std::move(root_); }

  private:
    struct Open {
        JsonValue value;
        std::string name;   // of the member that comes next
        bool skip = false;  // that member's name was there before
        std::unordered_set<std::string> names;
    };

    bool add(Kind kind, Spot spot, std::string text) {
        return add({kind, spot.line, spot.column, std::move(text), {}, {}});
    }

    bool add(JsonValue value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return true;
        }
        Open& parent = open_.back();
        if (parent.value.kind == Kind::list)
            parent.value.items.push_back(std::move(value));
        else if (!parent.skip)
            parent.value.members.push_back({std::move(parent.name), std::move(value)});
        return true;
    }

    bool open(Kind kind) {
        const Spot spot = tracker_.structure();
        if (open_.size() == limits_.depth)
            throw InputError("json-depth", tracker_.position(spot),
                             "lists and objects are nested deeper than " +
                                 std::to_string(limits_.depth) + " levels; flatten them");
        open_.push_back({{kind, spot.line, spot.column, {}, {}, {}}, {}, false, {}});
        return true;
    }

    bool close() {
        JsonValue value = std::move(open_.back().value);
        open_.pop_back();
        return add(std::move(value));
    }

    void check_text(const std::string& text) const {
        if (text.size() > limits_.text) tracker_.refuse_size();
        if (text.find('\0') != std::string::npos)
            throw InputError("json-nul", tracker_.position(tracker_.text()),
                             "a text holds the character U+0000; remove it");
    }

    /// nlohmann's message without the parts that this program says itself.
    static std::string plain_reason(std::string_view what) {
        for (const std::string_view prefix : {"] ", ": "}) {
            const std::size_t at = what.find(prefix);
            if (at != std::string_view::npos) what.remove_prefix(at + prefix.size());
        }
        constexpr std::string_view noise = "syntax error while parsing ";
        if (what.starts_with(noise)) what.remove_prefix(noise.size());
        const std::size_t last_read = what.find("; last read: ");
        const std::size_t expected = what.find("; expected ");
        std::string reason(what.substr(0, std::min({last_read, expected, what.size()})));
        if (expected != std::string_view::npos) reason += what.substr(expected);
        return without_controls(reason);
    }

    const Tracker& tracker_;
    Diagnostics& diagnostics_;
    JsonLimits limits_;
    std::vector<Open> open_;
    JsonValue root_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
    for (const JsonMember& member : members) {
        if (member.name == name) return &member.value;
    }
    return nullptr;
}

std::string describe(JsonValue::Kind kind) {
    switch (kind) {
        case JsonValue::Kind::null:
            return "null";
        case JsonValue::Kind::boolean:
            return "true or false";
        case JsonValue::Kind::number:
            return "a number";
        case JsonValue::Kind::text:
            return "a text";
        case JsonValue::Kind::list:
            return "a list";
        case JsonValue::Kind::object:
            return "an object";
    }
    return {};
}

JsonValue parse_json(std::string_view content, const std::string& file, Diagnostics& diagnostics,
                     const JsonLimits& limits, JsonSpot start) {
    Tracker tracker(file, limits, start);
    TreeBuilder builder(tracker, diagnostics, limits);
    const TrackedIterator begin(content.data(), &tracker);
    const TrackedIterator end(content.data() + content.size(), &tracker);
    nlohmann::json::sax_parse(begin, end, &builder);
    return std::move(builder).root();
}

std::string to_json(const JsonValue& value) {
    std::string text;
    switch (value.kind) {
        case JsonValue::Kind::text:
            return json_string(value.text);
        case JsonValue::Kind::list:
            for (const JsonValue& item : value.items)
                text += (text.empty() ? "" : ",") + to_json(item);
            return '[' + text + ']';
        case JsonValue::Kind::object:
            for (const JsonMember& member : value.members)
                text += (text.empty() ? "" : ",") + json_string(member.name) + ':' +
                        to_json(member.value);
            return '{' + text + '}';
        default:
            return value.text;
    }
}

}  // namespace actormap
