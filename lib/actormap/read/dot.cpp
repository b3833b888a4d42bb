#include <actormap/base/number.hpp>
#include <actormap/graphviz/parse.hpp>
#include <actormap/read/dot_labels.hpp>
#include <actormap/read/free_name.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/graph_records.hpp>

#include <algorithm>
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
/// called like the former gets the prefix x_, as often as it takes.
template <typename ToText>
JsonValue record_of(const JsonValue& object, const JsonValue& attributes, bool own,
                    const ToText& to_text) {
    JsonValue record{.kind = Kind::object, .text = {}, .items = {}, .members = {}};
    for (const std::string_view name : {"id", "source", "target"}) {
        const JsonValue* value = object.find(name);
        if (value)
            add_member(record, name,
                       text_value(own ? undoubled(value->text) : value->text, {0, 0}));
    }
    const JsonValue ends = record;
    for (const JsonMember& member : attributes.members) {
        std::string name = member.name;
        if (ends.find(name))
            name = free_name(std::move(name), [&](const std::string& other) {
                return ends.find(other) || attributes.find(other);
            });
        record.members.push_back(
            {std::move(name), value_of_word(member.name, to_text(member), {0, 0})});
    }
    return record;
}

/// Hands over a file that this program wrote, or another one.
class Records {
  public:
    Records(const JsonValue& document, GraphRecords& records, DotLabels labels)
        : document_(document), records_(records), labels_(std::move(labels)) {}

    void read() {
        const JsonValue nothing{.kind = Kind::object, .text = {}, .items = {}, .members = {}};
        JsonValue about = nothing;  // what two graphs say of themselves, the first says
        for (const JsonValue& graph : document_.find("graphs")->items) {
            for (const JsonMember& member : graph.find("attributes")->members)
                add_member(about, member.name, member.value);
        }
        const JsonValue* version = about.find("actormap");
        own_ = version && version->text == "1";
        records_.graph(record(nothing, about, {}));
        const bool undirected = document_.find("directed")->text == "false";
        for (const JsonValue& node : document_.find("nodes")->items)
            records_.vertex(record(node, *node.find("attributes"),
                                   {{'N', node.find("id")->text}, {'G', graph_of(node)}}));
        std::string both;
        for (const JsonValue& link : document_.find("links")->items) {
            const std::string& tail = link.find("source")->text;
            const std::string& head = link.find("target")->text;
            both.assign(tail).append(undirected ? "--" : "->").append(head);
            JsonValue edge = record(link, *link.find("attributes"),
                                    {{'T', tail}, {'H', head}, {'E', both}, {'G', graph_of(link)}});
            if (undirected)
                add_member(edge, "directed",
                           {.kind = Kind::boolean, .text = "false", .items = {}, .members = {}});
            records_.edge(std::move(edge));
        }
    }

  private:
    [[nodiscard]] std::string_view graph_of(const JsonValue& object) const {
        const auto index = parse_count(object.find("graph")->text);
        return document_.find("graphs")->items[index.value_or(0)].find("name")->text;
    }

    JsonValue record(const JsonValue& object, const JsonValue& attributes,
                     const DotEscapes& escapes) {
        return record_of(object, attributes, own_, [&](const JsonMember& member) {
            const std::string& text = member.value.text;
            if (own_) return undoubled(text);
            return member.name == "label" ? labels_.shown(text, escapes) : text;
        });
    }

    const JsonValue& document_;
    GraphRecords& records_;
    DotLabels labels_;
    bool own_ = false;
};

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
    Records(document, records, DotLabels(content.size(), file)).read();
}

}  // namespace actormap
