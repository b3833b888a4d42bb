#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/read/columns.hpp>
#include <actormap/read/csv.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/table_records.hpp>
#include <actormap/read/tables.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace actormap {
namespace {

const std::vector<std::string_view> known_columns{
    "from",       "from_type", "relation", "to",      "to_type",    "start",
    "stop",       "stance",    "by",       "by_kind", "by_country", "date",
    "confidence", "publisher", "title",    "url",     "excerpt",    "note"};

/// What else the native format has for a claim.
const std::vector<std::string_view> other_names{"id", "source", "locator", "cites", "marking"};

/// "80", a word of a scale, or "words (80-90)".
std::optional<Confidence> parse_confidence(const std::string& text) {
    const auto percent = [](std::string_view digits) -> std::optional<std::uint8_t> {
        const auto number = parse_count(digits);
        if (!number || *number > 100) return std::nullopt;
        return static_cast<std::uint8_t>(*number);
    };
    if (const auto number = percent(text)) return confidence_number(*number);
    if (auto word = confidence_word(text)) return word;
    const std::size_t open = text.rfind(" ("), dash = text.rfind('-');
    if (open == std::string::npos || open == 0 || dash == std::string::npos || dash < open ||
        text.back() != ')')
        return std::nullopt;
    const std::string words = text.substr(0, open);
    const auto low = percent(std::string_view(text).substr(open + 2, dash - open - 2));
    const auto high = percent(std::string_view(text).substr(dash + 1, text.size() - dash - 2));
    if (!low || !high || *low > *high) return std::nullopt;
    auto word = confidence_word(words);
    if (word && word->low == *low && word->high == *high) return word;
    return confidence_range(words, *low, *high);
}

class ClaimsReader {
  public:
    ClaimsReader(const std::string& file, GraphBuilder& builder, Diagnostics& diagnostics)
        : file_(file),
          builder_(builder),
          diagnostics_(diagnostics),
          index_(builder.begin({file, "claims", false})) {}

    void read(std::string_view content) {
        CsvReader reader(content, file_);
        if (!reader.next(row_)) return;
        const CsvCell corner = row_[0];
        columns_.emplace(std::move(row_), known_columns, other_names, file_, diagnostics_);
        bool good = columns_->good();
        for (const std::string_view name : {"from", "relation", "to"}) {
            if (columns_->find(name)) continue;
            error("csv-column", corner,
                  "the claims table has no column " + quote(name) + "; add it");
            good = false;
        }
        if (!good) return;
        while (reader.next(row_)) {
            if (columns_->accept(row_)) read_row();
        }
        // At the end, so that a file that can't be read to its end leaves nothing behind.
        records_.hand_over(builder_);
        for (RelationDraft& draft : relations_) builder_.add(std::move(draft));
    }

  private:
    /// The cell of a column; null if the table has none.
    [[nodiscard]] const CsvCell* cell(std::string_view column) const {
        const auto at = columns_->find(column);
        return at ? &row_[*at] : nullptr;
    }
    [[nodiscard]] std::string text(std::string_view column) const {
        const CsvCell* found = cell(column);
        return found ? found->text : std::string();
    }
    [[nodiscard]] Place place(std::string_view column) const {
        const CsvCell* found = cell(column);
        const CsvCell& at = found ? *found : row_[0];
        return {index_, at.line, at.column};
    }

    void read_row() {
        good_ = true;
        RelationDraft relation;
        relation.from = read_entity("from", "from_type");
        relation.to = read_entity("to", "to_type");
        relation.relation.type = read_id("relation");
        relation.relation.place = place("from");
        relation.relation.when = {read_date("start"), read_date("stop")};
        relation.claims.push_back(read_claim());
        if (good_) relations_.push_back(std::move(relation));
    }

    std::string read_id(const char* column) {
        std::string id = text(column);
        if (!is_id(id))
            error("id-invalid", *cell(column),
                  "the row's '" + std::string(column) + "' is " + quote(id) +
                      "; give 1 to 500 bytes without control characters");
        return id;
    }

    Reference read_entity(const char* column, const char* type_column) {
        const std::string id = read_id(column);
        if (is_id(id))
            records_.add_entity(id, text(type_column), place(column), place(type_column));
        return {id, place(column)};
    }

    ClaimDraft read_claim() {
        ClaimDraft draft;
        Claim& claim = draft.claim;
        claim.place = place("from");
        claim.date = read_date("date");
        claim.excerpt = text("excerpt");
        claim.note = text("note");
        if (const std::string stance = text("stance"); !stance.empty()) {
            const auto parsed = parse_stance(stance);
            if (!parsed)
                error("value-unknown", *cell("stance"),
                      quote(stance) +
                          " is no stance; give asserts, supports, hypothesises, "
                          "disputes, denies or retracts");
            claim.stance = parsed.value_or(Stance::asserts);
        }
        if (const std::string confidence = text("confidence"); !confidence.empty()) {
            claim.confidence = parse_confidence(confidence);
            if (!claim.confidence)
                error("confidence-words", *cell("confidence"),
                      quote(confidence) +
                          " is no confidence; give 0 to 100, a word of a scale, or words with "
                          "their range as in 'fairly sure (60-80)'");
        }
        draft.by = read_speaker();
        PropertyCollector properties;
        draft.source = read_source();
        if (draft.by.id.empty() && draft.source.id.empty()) draft.by = producer();
        for (std::size_t c = 0; c < row_.size(); ++c) {
            const std::string& name = columns_->property(c);
            if (!name.empty() && !row_[c].text.empty())
                properties.add(name, json_string(row_[c].text));
        }
        claim.properties = properties.take();
        return draft;
    }

    Reference read_speaker() {
        if (text("by").empty()) return {};
        const std::string id = read_id("by");
        std::optional<SpeakerKind> kind;
        if (const std::string word = text("by_kind"); !word.empty()) {
            kind = parse_speaker_kind(word);
            if (!kind)
                error("value-unknown", *cell("by_kind"),
                      quote(word) +
                          " is no kind of speaker; give government, law-enforcement, "
                          "vendor, researcher, organisation, press or database");
        }
        std::string country = text("by_country");
        if (!country.empty()) {
            const Country* found = find_country(country);
            if (!found)
                error("country-unknown", *cell("by_country"),
                      quote(country) + " is no country of ISO 3166-1; give its code");
            country = found ? found->alpha2 : std::string_view();
        }
        if (is_id(id)) records_.add_speaker(id, kind, country, place("by"));
        return {id, place("by")};
    }

    Reference read_source() {
        const std::string publisher = text("publisher"), title = text("title"), url = text("url");
        if (publisher.empty() && title.empty() && url.empty()) return {};
        SourceDraft draft;
        Source& source = draft.source;
        source.id = source_id(publisher, title, url);
        source.title = title;
        source.url = url;
        source.place = place(!url.empty() ? "url" : !publisher.empty() ? "publisher" : "title");
        if (!url.empty() && !is_web_address(url))
            error("url-invalid", *cell("url"),
                  quote(url) +
                      " is no address; it begins with http:// or https:// and has no "
                      "blanks");
        if (!publisher.empty()) {
            draft.publisher = {read_id("publisher"), place("publisher")};
            if (is_id(publisher)) records_.add_speaker(publisher, {}, {}, place("publisher"));
        } else {
            draft.publisher = text("by").empty() ? producer() : Reference{text("by"), place("by")};
        }
        const Reference reference{source.id, source.place};
        if (good_) records_.add_source(std::move(draft), !publisher.empty());
        return reference;
    }

    /// The file itself, where a row says neither who made a claim nor where it stands.
    Reference producer() {
        const std::string id = file_speaker(file_);
        records_.add_speaker(id, SpeakerKind::database, {}, {index_, 1, 1});
        return {id, {index_, 1, 1}};
    }

    PartialDate read_date(const char* column) {
        const std::string date = text(column);
        if (date.empty()) return {};
        const auto parsed = PartialDate::parse(date);
        if (!parsed)
            error("date-invalid", *cell(column),
                  quote(date) + " is no date; give YYYY, YYYY-MM or YYYY-MM-DD");
        return parsed.value_or(PartialDate{});
    }

    void error(const char* id, const CsvCell& at, std::string message) {
        good_ = false;
        diagnostics_.error(id, {file_, at.line, at.column}, std::move(message));
    }

    const std::string& file_;
    GraphBuilder& builder_;
    Diagnostics& diagnostics_;
    std::uint32_t index_;
    std::optional<Columns> columns_;
    std::vector<CsvCell> row_;
    bool good_ = true;  // nothing is wrong with the row so far
    TableRecords records_;
    std::vector<RelationDraft> relations_;
};

}  // namespace

void read_claims_table(std::string_view content, const std::string& file, GraphBuilder& builder,
                       Diagnostics& diagnostics) {
    ClaimsReader(file, builder, diagnostics).read(content);
}

}  // namespace actormap
