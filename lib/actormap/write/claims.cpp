#include <actormap/base/csv.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/write/claims.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace actormap {
namespace {

constexpr std::string_view columns[] = {
    "from",       "from_type", "relation", "to",      "to_type",    "start",
    "stop",       "stance",    "by",       "by_kind", "by_country", "date",
    "confidence", "publisher", "title",    "url",     "excerpt",    "note"};

/// Whether a property of that name is read back from a column of that name.
bool can_be_column(std::string_view name) {
    return !name.empty() && without_controls(name) == name &&
           std::find(std::begin(columns), std::end(columns), name) == std::end(columns);
}

/// The text that a property is; nothing if it is no text, or an empty one.
std::optional<std::string> text_of(const Property& property) {
    if (!property.json.starts_with('"') || property.json == "\"\"") return std::nullopt;
    return nlohmann::json::parse(property.json).get<std::string>();
}

/// What is left of a confidence that was written as "words (low-high)" and read again.
Confidence as_held(const Confidence& confidence) {
    if (confidence.words.empty()) return confidence;
    const auto word = confidence_word(confidence.words);
    if (word && word->low == confidence.low && word->high == confidence.high) return *word;
    return confidence_range(confidence.words.str(), confidence.low, confidence.high);
}

struct SourceCells {
    std::string publisher, title, url;
};

/// What a row is made of, in the order that a reader would give its claim.
struct Row {
    const Relation* relation;
    const Claim* claim;
    std::string source;  // the id that the cells will give it, or empty
    std::optional<Confidence> confidence;
    std::vector<Property> texts;  // the properties that have columns

    [[nodiscard]] auto order() const {
        const Relation& r = *relation;
        const Claim& c = *claim;
        return std::tie(r.from, r.type, r.to, r.when, c.date, c.by, source, c.stance, confidence,
                        c.excerpt, c.note, texts);
    }
};

class ClaimsWriter {
  public:
    ClaimsWriter(const ActorGraph& graph, Losses& losses) : graph_(graph), losses_(losses) {}

    [[nodiscard]] std::string table() {
        for (const Relation& relation : graph_.relations()) add(relation);
        count_losses();
        std::sort(rows_.begin(), rows_.end(),
                  [](const Row& a, const Row& b) { return a.order() < b.order(); });
        const auto end = std::unique(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
            return a.order() == b.order();
        });
        losses_.add("claims that differ in nothing the table holds",
                    static_cast<std::size_t>(rows_.end() - end));
        rows_.erase(end, rows_.end());

        std::string text;
        for (const std::string_view column : columns) (text += text.empty() ? "" : ",") += column;
        for (const std::string& name : more_columns_) text += ',' + csv_text(name);
        text += '\n';
        for (const Row& row : rows_) write(row, text);
        return text;
    }

  private:
    void add(const Relation& relation) {
        losses_.add("ids of relations", relation.id.empty() ? 0 : 1);
        losses_.add("descriptions of relations", relation.description.empty() ? 0 : 1);
        losses_.add("markings of relations", relation.marking == Tlp::clear ? 0 : 1);
        losses_.add("properties of relations", relation.properties.size());
        for (const Claim& claim : graph_.claims(relation.claims)) add(relation, claim);
    }

    void add(const Relation& relation, const Claim& claim) {
        speaking_.insert(claim.by);
        Row row{&relation, &claim, {}, claim.confidence, {}};
        if (claim.source) row.source = add(*claim.source);
        if (claim.confidence) {
            row.confidence = as_held(*claim.confidence);
            losses_.add("scales of confidence words",
                        row.confidence->scale == claim.confidence->scale ? 0 : 1);
        }
        for (const Property& property : claim.properties) {
            if (can_be_column(property.name) && text_of(property)) {
                more_columns_.emplace(property.name);
                row.texts.emplace_back(property);
            } else {
                losses_.add("properties of claims");
            }
        }
        losses_.add("ids of claims", claim.id.empty() ? 0 : 1);
        losses_.add("citations between claims", claim.cites ? 1 : 0);
        losses_.add("locators of claims", claim.locator.empty() ? 0 : 1);
        losses_.add("markings of claims", claim.marking == Tlp::clear ? 0 : 1);
        rows_.push_back(std::move(row));
    }

    /// The id that the source's cells will give it. Where two sources come to one id, the cells of
    /// the first stand for both.
    std::string add(SourceId id) {
        const Source& source = graph_[id];
        const std::string& publisher = graph_[source.publisher].id;
        const std::string key = source_id(publisher, source.title, source.url);
        if (!sources_.insert(id).second) return key;
        const auto [at, fresh] =
            cells_.try_emplace(key, SourceCells{publisher, source.title, source.url});
        losses_.add("sources that share an address or title with another", fresh ? 0 : 1);
        losses_.add("ids of sources", source.id == key ? 0 : 1);
        losses_.add("dates of sources", source.date.empty() ? 0 : 1);
        losses_.add("archive addresses of sources", source.archive_url.empty() ? 0 : 1);
        losses_.add("reliabilities of sources", source.reliability ? 1 : 0);
        losses_.add("markings of sources", source.marking == Tlp::clear ? 0 : 1);
        losses_.add("properties of sources", source.properties.size());
        return key;
    }

    void count_losses() {
        losses_.add("titles", graph_.title().empty() ? 0 : 1);
        losses_.add("as-of dates", graph_.as_of().empty() ? 0 : 1);
        losses_.add("properties of the graph", graph_.properties().size());
        losses_.add("sources without claims", graph_.sources().size() - sources_.size());
        for (std::size_t s = 0; s < graph_.speakers().size(); ++s)
            count_losses(static_cast<SpeakerId>(s));
        for (std::size_t e = 0; e < graph_.entities().size(); ++e)
            count_losses(static_cast<EntityId>(e));
    }

    void count_losses(SpeakerId id) {
        const Speaker& speaker = graph_[id];
        losses_.add("speakers without claims", speaking_.contains(id) ? 0 : 1);
        losses_.add("labels of speakers", speaker.name == speaker.id ? 0 : 1);
        losses_.add("entities of speakers", speaker.entity ? 1 : 0);
        losses_.add("properties of speakers", speaker.properties.size());
    }

    void count_losses(EntityId id) {
        const Entity& entity = graph_[id];
        losses_.add("entities without relations", graph_.relations_of(id).empty() ? 1 : 0);
        losses_.add("labels of entities", entity.name == entity.id ? 0 : 1);
        losses_.add("names of entities", entity.names.size());
        for (const Name& name : entity.names) losses_.add("claims about names", name.claims.count);
        losses_.add("descriptions of entities", entity.description.empty() ? 0 : 1);
        losses_.add("roles of entities", entity.roles.size());
        losses_.add("countries of locations", entity.country.empty() ? 0 : 1);
        losses_.add("markings of entities", entity.marking == Tlp::clear ? 0 : 1);
        losses_.add("properties of entities", entity.properties.size());
    }

    void write(const Row& row, std::string& text) const {
        const Relation& relation = *row.relation;
        const Claim& claim = *row.claim;
        const Entity &from = graph_[relation.from], &to = graph_[relation.to];
        const Speaker& by = graph_[claim.by];
        const auto source = cells_.find(row.source);
        const SourceCells cells = source == cells_.end() ? SourceCells{} : source->second;
        std::vector<std::string> row_cells;
        for (const std::string_view content : std::initializer_list<std::string_view>{
                 from.id, from.type, relation.type, to.id, to.type})
            row_cells.push_back(cell(content));
        row_cells.push_back(cell(to_string(relation.when.start)));
        row_cells.push_back(cell(to_string(relation.when.stop)));
        row_cells.push_back(cell(to_string(claim.stance)));
        row_cells.push_back(cell(by.id));
        row_cells.push_back(cell(to_string(by.kind)));
        row_cells.push_back(cell(by.country));
        row_cells.push_back(cell(to_string(claim.date)));
        row_cells.push_back(confidence_cell(row.confidence));
        for (const std::string_view content : std::initializer_list<std::string_view>{
                 cells.publisher, cells.title, cells.url, claim.excerpt, claim.note})
            row_cells.push_back(cell(content));
        for (const std::string& name : more_columns_) row_cells.push_back(property_cell(row, name));
        text += join(row_cells, ",") + '\n';
    }

    static std::string cell(std::string_view content) {
        return content.empty() ? std::string() : csv_text(content);
    }

    static std::string confidence_cell(const std::optional<Confidence>& confidence) {
        if (!confidence) return {};
        const std::string text = to_string(*confidence);
        return confidence->words.empty() ? text : csv_text(text);
    }

    static std::string property_cell(const Row& row, std::string_view name) {
        for (const Property& property : row.texts) {
            if (property.name == name) return cell(text_of(property).value_or(std::string()));
        }
        return {};
    }

    const ActorGraph& graph_;
    Losses& losses_;
    std::vector<Row> rows_;
    std::set<std::string> more_columns_;
    std::set<SpeakerId> speaking_;
    std::set<SourceId> sources_;
    std::map<std::string, SourceCells> cells_;
};

}  // namespace

std::string write_claims(const ActorGraph& graph, Losses& losses) {
    return ClaimsWriter(graph, losses).table();
}

}  // namespace actormap
