#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/graphviz/parse.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/graph_records.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace actormap {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t largest = std::size_t{64} << 20;
constexpr std::size_t deepest = 64;

/// How deep braces are nested, outside texts and comments, before Graphviz's parser sees them.
class DepthCheck {
  public:
    DepthCheck(std::string_view dot, const std::string& file) : dot_(dot), file_(file) {}

    void run() {
        std::size_t depth = 0;
        while (at_ < dot_.size()) {
            const char c = dot_[at_];
            if (c == '"') {
                skip_text();
            } else if (c == '<') {
                skip_markup();
            } else if (!skip_comment()) {
                if (c == '{' && ++depth > deepest)
                    refuse("dot-depth", "subgraphs are nested more than 64 deep; flatten them");
                if (c == '}' && depth > 0) --depth;
                step();
            }
        }
    }

  private:
    void step() {
        if (dot_[at_++] == '\n') {
            ++line_;
            line_start_ = at_;
        }
    }
    void skip_to(std::size_t end) {
        while (at_ < std::min(end, dot_.size())) step();
    }
    void skip_text() {
        step();
        while (at_ < dot_.size() && dot_[at_] != '"') {
            if (dot_[at_] == '\\') step();
            if (at_ < dot_.size()) step();
        }
        if (at_ < dot_.size()) step();
    }
    /// An HTML-like label, in which angle brackets are nested.
    void skip_markup() {
        std::size_t depth = 0;
        do {
            if (dot_[at_] == '<' && ++depth > deepest)
                refuse("dot-depth", "a label's markup is nested more than 64 deep; flatten it");
            if (dot_[at_] == '>') --depth;
            step();
        } while (depth > 0 && at_ < dot_.size());
    }
    bool skip_comment() {
        const std::string_view rest = dot_.substr(at_);
        if (rest.starts_with("/*")) {
            const std::size_t end = dot_.find("*/", at_ + 2);
            skip_to(end == std::string_view::npos ? dot_.size() : end + 2);
        } else if (rest.starts_with("//") || (rest.starts_with('#') && at_ == line_start_)) {
            skip_to(dot_.find('\n', at_));
        } else {
            return false;
        }
        return true;
    }
    [[noreturn]] void refuse(const char* id, const char* message) const {
        throw InputError(id, {file_, line_, static_cast<std::uint32_t>(at_ - line_start_ + 1)},
                         message);
    }

    std::string_view dot_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    std::uint32_t line_ = 1;
};

/// Graphviz's word for it, at the line that it names.
[[noreturn]] void fail(const Error& error, const std::string& file) {
    if (error.id() == "graphviz-limit")
        throw InputError("dot-limit", {file},
                         "Graphviz needs more than 30 seconds or 1 GB to parse this; split it, or "
                         "convert it to another format");
    std::string_view message = error.what();
    Position where{file, 1, 1};
    constexpr std::string_view mark = "line ";
    if (message.starts_with(mark)) {
        message.remove_prefix(mark.size());
        const auto [end, wrong] =
            std::from_chars(message.data(), message.data() + message.size(), where.line);
        if (wrong != std::errc()) where.line = 1;
        message.remove_prefix(std::min(message.find(' '), message.size() - 1) + 1);
    }
    throw InputError("dot-syntax", where, std::string(message) + "; correct it");
}

/// A number that a character reference names, as UTF-8; nothing if it names no character.
std::string referred(std::string_view reference) {
    const bool hex = reference.starts_with('x') || reference.starts_with('X');
    if (hex) reference.remove_prefix(1);
    std::uint32_t code = 0;
    const char* const end = reference.data() + reference.size();
    const auto [last, error] = std::from_chars(reference.data(), end, code, hex ? 16 : 10);
    std::string text;
    if (error == std::errc() && last == end && code != 0 && code <= 0x10FFFF &&
        (code < 0xD800 || code > 0xDFFF))
        append_utf8(text, code);
    return text;
}

/// Text with its entities as characters, which is how Graphviz shows labels.
std::string without_entities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 4> named{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}}};
    std::string result;
    while (!text.empty()) {
        const std::size_t start = std::min(text.find('&'), text.size());
        result += text.substr(0, start);
        text.remove_prefix(start);
        const std::size_t end = text.substr(0, 12).find(';');
        std::string meant;
        if (end != std::string_view::npos) {
            const std::string_view entity = text.substr(1, end - 1);
            if (entity.starts_with('#')) meant = referred(entity.substr(1));
            for (const auto& [name, character] : named) {
                if (entity == name) meant = character;
            }
        }
        if (!meant.empty()) {
            result += meant;
            text.remove_prefix(end + 1);
        } else if (!text.empty()) {
            result += text.front();
            text.remove_prefix(1);
        }
    }
    return result;
}

/// A label as it is shown: `name` is what \N stands for.
std::string shown(std::string_view label, std::string_view name) {
    std::string result;
    for (std::size_t i = 0; i < label.size(); ++i) {
        if (label[i] != '\\' || i + 1 == label.size()) {
            result += label[i];
            continue;
        }
        const char c = label[++i];
        if (c == 'n' || c == 'l' || c == 'r')
            result += '\n';
        else if (c == 'N')
            result += name;
        else
            result += c;
    }
    while (result.ends_with('\n')) result.pop_back();
    return without_entities(result);
}

/// A text of a file that this program wrote, where a backslash stands twice and a line end is \n.
std::string undoubled(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escaped = text[i] == '\\' && i + 1 < text.size();
        if (escaped) ++i;
        result += escaped && text[i] == 'n' ? '\n' : text[i];
    }
    return result;
}

/// An object as the records want it, without places, since Graphviz tells none: what it is called
/// and where it leads, then its attributes, decoded, numbers where they are. An attribute that is
/// called like the former gets the prefix x_.
JsonValue record_of(const JsonValue& object, const JsonValue& attributes, bool own) {
    JsonValue record{.kind = Kind::object, .text = {}, .items = {}, .members = {}};
    const JsonValue* id = object.find("id");
    for (const std::string_view name : {"id", "source", "target"}) {
        const JsonValue* value = object.find(name);
        if (value)
            add_member(record, name,
                       text_value(own ? undoubled(value->text) : value->text, {0, 0}));
    }
    const std::size_t taken = record.members.size();
    for (const JsonMember& member : attributes.members) {
        const std::string& text = member.value.text;
        std::string value = own                      ? undoubled(text)
                            : member.name == "label" ? shown(text, id ? id->text : "")
                                                     : text;
        const auto first = record.members.begin();
        const bool clash = std::any_of(first, first + static_cast<std::ptrdiff_t>(taken),
                                       [&](const JsonMember& m) { return m.name == member.name; });
        record.members.push_back({(clash ? "x_" : "") + member.name,
                                  value_of_word(member.name, std::move(value), {0, 0})});
    }
    return record;
}

}  // namespace

void read_dot(std::string_view content, const std::string& file, const ColumnMap& columns,
              GraphBuilder& builder, Diagnostics& diagnostics) {
    if (content.size() > largest)
        throw InputError("dot-size", {file},
                         "a DOT file may have 64 MB; convert it to another format");
    DepthCheck(content, file).run();
    RenderLimits limits;
    limits.cpu_seconds = 30;
    limits.memory_bytes = std::size_t{1} << 30;
    std::string json;
    try {
        json = dot_as_json(content, limits);
    } catch (const Error& error) {
        fail(error, file);
    }
    const JsonValue document = parse_json(json, file, diagnostics, {.depth = 8, .text = largest});
    json = {};
    GraphRecords records(builder, diagnostics, file, "dot", columns);
    const JsonValue nothing{.kind = Kind::object, .text = {}, .items = {}, .members = {}};
    JsonValue about = nothing;  // what two graphs say of themselves, the first says
    for (const JsonValue& graph : document.find("graphs")->items) {
        for (const JsonMember& member : graph.members) add_member(about, member.name, member.value);
    }
    const JsonValue* version = about.find("actormap");
    const bool own = version && version->text == "1";
    const bool undirected = document.find("directed")->text == "false";
    records.graph(record_of(nothing, about, own));
    for (const JsonValue& node : document.find("nodes")->items)
        records.vertex(record_of(node, *node.find("attributes"), own));
    for (const JsonValue& link : document.find("links")->items) {
        JsonValue edge = record_of(link, *link.find("attributes"), own);
        if (undirected)
            add_member(edge, "directed",
                       {.kind = Kind::boolean, .text = "false", .items = {}, .members = {}});
        records.edge(std::move(edge));
    }
}

}  // namespace actormap
