#include <actormap/base/text.hpp>
#include <actormap/write/native.hpp>

#include <algorithm>
#include <string_view>

namespace actormap {
namespace {

/// Where line ends may stand.
enum class Layout { lines, one_line };

/// Builds the text of one object: members on one line, then lists with an item a line, unless all
/// is to be one line.
class Record {
  public:
    Record(std::string indent, Layout layout) : indent_(std::move(indent)), layout_(layout) {}

    void json(std::string_view name, std::string_view value) {
        text_ += (text_.empty() ? "{ " : ", ") + json_string(name) + ": ";
        text_ += value;
    }
    /// A text, left out if it is empty.
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) json(name, json_string(value));
    }
    void date(std::string_view name, const PartialDate& value) { text(name, to_string(value)); }
    void marking(Tlp level) {
        if (level != Tlp::clear) text("marking", to_string(level));
    }
    void properties(const Properties& properties) {
        for (const Property& property : properties) json(property.name, property.json);
    }
    /// Items that are objects themselves; nothing if there are none.
    void list(std::string_view name, const std::vector<std::string>& items) {
        if (items.empty()) return;
        const bool lines = layout_ == Layout::lines;
        const std::string before = lines ? "\n" + indent_ : " ";
        text_ += text_.empty() ? "{ " : lines ? "," + before + "  " : ", ";
        text_ += json_string(name) + ": [";
        for (std::size_t i = 0; i < items.size(); ++i)
            text_ += (i == 0 ? "" : ",") + before + (lines ? "    " : "") + items[i];
        text_ += " ]";
    }
    [[nodiscard]] std::string end() && { return text_.empty() ? "{ }" : text_ + " }"; }

  private:
    std::string indent_;  // of the line that the object begins on
    Layout layout_;
    std::string text_;
};

const std::string record_indent(4, ' ');
const std::string name_indent(8, ' ');

/// A scale's words stand for themselves where they are written as the schema has them; other
/// spellings need the range as well.
bool is_plain_word(const Confidence& confidence) {
    const std::string_view words = confidence.words;
    const bool lower =
        std::none_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return lower && confidence.words != "med" && confidence_word(confidence.words) == confidence;
}

std::string confidence_json(const Confidence& confidence) {
    if (confidence.words.empty()) return std::to_string(confidence.value);
    if (is_plain_word(confidence)) return json_string(confidence.words);
    Record record({}, Layout::one_line);
    record.text("words", confidence.words);
    record.json("low", std::to_string(confidence.low));
    record.json("high", std::to_string(confidence.high));
    if (confidence.scale != ConfidenceScale::none)
        record.text("scale", to_string(confidence.scale));
    return std::move(record).end();
}

class NativeWriter {
  public:
    explicit NativeWriter(const ActorGraph& graph, Layout layout = Layout::lines)
        : graph_(graph), layout_(layout) {}

    [[nodiscard]] std::string document() const {
        std::string text = "{ \"actormap\": 1";
        const auto member = [&](std::string_view name, std::string_view json) {
            text += ",\n  " + json_string(name) + ": ";
            text += json;
        };
        if (!graph_.title().empty()) member("title", json_string(graph_.title()));
        if (!graph_.as_of().empty()) member("as_of", json_string(to_string(graph_.as_of())));
        for (const Property& property : graph_.properties()) member(property.name, property.json);
        const auto list = [&](std::string_view name, const auto& records) {
            if (records.empty()) return;
            member(name, "[");
            const char* before = "\n";
            for (const auto& record : records) {
                text += before + record_indent + write(record);
                before = ",\n";
            }
            text += "\n  ]";
        };
        list("speakers", graph_.speakers());
        list("sources", graph_.sources());
        list("entities", graph_.entities());
        list("relations", graph_.relations());
        list("judgements", graph_.judgements());
        return text + (text.find('\n') == std::string::npos ? " }\n" : "\n}\n");
    }

    [[nodiscard]] std::string write(const Speaker& speaker) const {
        Record record(record_indent, layout_);
        record.text("id", speaker.id);
        if (speaker.name != speaker.id) record.text("name", speaker.name);
        record.text("kind", to_string(speaker.kind));
        record.text("country", speaker.country);
        if (speaker.entity) record.text("entity", graph_[*speaker.entity].id);
        record.properties(speaker.properties);
        return std::move(record).end();
    }

    [[nodiscard]] std::string write(const Source& source) const {
        Record record(record_indent, layout_);
        record.text("id", source.id);
        record.text("publisher", graph_[source.publisher].id);
        record.date("date", source.date);
        record.text("title", source.title);
        record.text("url", source.url);
        record.text("archive_url", source.archive_url);
        if (source.reliability) record.text("reliability", std::string(1, *source.reliability));
        record.marking(source.marking);
        record.properties(source.properties);
        return std::move(record).end();
    }

    [[nodiscard]] std::string write(const Entity& entity) const {
        Record record(record_indent, layout_);
        record.text("id", entity.id);
        record.text("type", entity.type);
        if (entity.name != entity.id) record.text("name", entity.name);
        record.text("description", entity.description);
        if (entity.undefined) record.json("undefined", "true");
        std::vector<std::string> roles;
        for (const std::string& role : entity.roles) roles.push_back(json_string(role));
        if (!roles.empty()) record.json("roles", '[' + join(roles, ", ") + ']');
        record.text("country", entity.country);
        record.marking(entity.marking);
        record.properties(entity.properties);
        record.list("names", names(entity));
        return std::move(record).end();
    }

    [[nodiscard]] std::vector<std::string> names(const Entity& entity) const {
        std::vector<std::string> items;
        for (const Name& name : entity.names) items.push_back(write(name));
        return items;
    }

    [[nodiscard]] std::string write(const Name& name) const {
        Record record(name_indent, layout_);
        record.text("name", name.name);
        if (name.by) record.text("by", graph_[*name.by].id);
        record.date("since", name.since);
        record.date("until", name.until);
        record.marking(name.marking);
        record.properties(name.properties);
        record.list("claims", claims(name.claims));
        return std::move(record).end();
    }

    [[nodiscard]] std::string write(const Relation& relation) const {
        Record record(record_indent, layout_);
        record.text("from", graph_[relation.from].id);
        record.text("type", relation.type);
        record.text("to", graph_[relation.to].id);
        record.date("start", relation.when.start);
        record.date("stop", relation.when.stop);
        record.text("id", relation.id);
        record.text("description", relation.description);
        record.marking(relation.marking);
        record.properties(relation.properties);
        record.list("claims", claims(relation.claims));
        return std::move(record).end();
    }

    [[nodiscard]] std::vector<std::string> claims(ClaimRange range) const {
        std::vector<std::string> items;
        for (const Claim& claim : graph_.claims(range)) items.push_back(write(claim));
        return items;
    }

    [[nodiscard]] std::string write(const Claim& claim) const {
        Record record({}, layout_);
        record.text("by", graph_[claim.by].id);
        if (claim.source) record.text("source", graph_[*claim.source].id);
        record.date("date", claim.date);
        record.text("stance", to_string(claim.stance));
        if (claim.confidence) record.json("confidence", confidence_json(*claim.confidence));
        record.text("locator", claim.locator);
        record.text("excerpt", claim.excerpt);
        record.text("note", claim.note);
        record.text("id", claim.id);
        if (claim.cites) record.text("cites", graph_[*claim.cites].id);
        record.marking(claim.marking);
        record.properties(claim.properties);
        return std::move(record).end();
    }

    [[nodiscard]] std::string write(const Judgement& judgement) const {
        Record record({}, layout_);
        record.json("entities", '[' + json_string(judgement.first) + ", " +
                                    json_string(judgement.second) + ']');
        record.text("verdict", to_string(judgement.verdict));
        if (judgement.by) record.text("by", graph_[*judgement.by].id);
        if (judgement.source) record.text("source", graph_[*judgement.source].id);
        record.date("date", judgement.date);
        record.text("note", judgement.note);
        record.properties(judgement.properties);
        return std::move(record).end();
    }

  private:
    const ActorGraph& graph_;
    Layout layout_;
};

std::string list_of(const std::vector<std::string>& items) {
    return items.empty() ? std::string() : "[" + join(items, ", ") + "]";
}

}  // namespace

std::string write_native(const ActorGraph& graph) {
    return NativeWriter(graph).document();
}

std::string native_record(const ActorGraph& graph, const Speaker& speaker) {
    return NativeWriter(graph, Layout::one_line).write(speaker);
}

std::string native_record(const ActorGraph& graph, const Source& source) {
    return NativeWriter(graph, Layout::one_line).write(source);
}

std::string native_record(const ActorGraph& graph, const Entity& entity) {
    return NativeWriter(graph, Layout::one_line).write(entity);
}

std::string native_record(const ActorGraph& graph, const Relation& relation) {
    return NativeWriter(graph, Layout::one_line).write(relation);
}

std::string native_record(const ActorGraph& graph, const Judgement& judgement) {
    return NativeWriter(graph, Layout::one_line).write(judgement);
}

std::string native_names(const ActorGraph& graph, const Entity& entity) {
    return list_of(NativeWriter(graph, Layout::one_line).names(entity));
}

std::string native_claims(const ActorGraph& graph, const Relation& relation) {
    return list_of(NativeWriter(graph, Layout::one_line).claims(relation.claims));
}

}  // namespace actormap
