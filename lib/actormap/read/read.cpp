#include <actormap/base/byte_source.hpp>
#include <actormap/base/gzip.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/stix_properties.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/read/generic_graphs.hpp>
#include <actormap/read/json.hpp>
#include <actormap/read/json_outline.hpp>
#include <actormap/read/misp.hpp>
#include <actormap/read/native.hpp>
#include <actormap/read/read.hpp>
#include <actormap/read/sheet.hpp>
#include <actormap/read/stix.hpp>
#include <actormap/read/tables.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<InputFormat, 11> formats{{"native", "stix", "misp", "claims", "csv", "edges",
                                               "nodes", "node-link", "graphml", "gexf", "dot"}};

/// Tells how far reading has come, and stops it where that is asked for.
class Progress {
  public:
    Progress(const Run& run, std::size_t total) : run_(run), total_(total) { add(0); }
    void add(std::size_t bytes) {
        if (run_.stop.stop_requested()) throw Cancelled();
        done_ = std::min(total_, done_ + bytes);  // nobody knows how much comes out of a pipe
        if (run_.progress) run_.progress(done_, total_);
    }
    void finish() { add(total_ - done_); }

  private:
    const Run& run_;
    std::size_t total_;
    std::size_t done_ = 0;
};

/// A source of which the first bytes were taken already.
class SourceAhead : public ByteSource {
  public:
    SourceAhead(std::string taken, ByteSource& rest) : taken_(std::move(taken)), rest_(rest) {}
    [[nodiscard]] std::size_t read(char* to, std::size_t most) override {
        if (given_ == taken_.size()) return rest_.read(to, most);
        const std::size_t size = std::min(most, taken_.size() - given_);
        taken_.copy(to, size, given_);
        given_ += size;
        return size;
    }
    [[nodiscard]] std::size_t size() const override { return rest_.size(); }

  private:
    std::string taken_;
    std::size_t given_ = 0;
    ByteSource& rest_;
};

/// A source that tells of each piece.
class CountedSource : public ByteSource {
  public:
    CountedSource(ByteSource& source, Progress& progress) : source_(source), progress_(progress) {}
    [[nodiscard]] std::size_t read(char* to, std::size_t most) override {
        const std::size_t got = source_.read(to, most);
        progress_.add(got);
        return got;
    }
    [[nodiscard]] std::size_t size() const override { return source_.size(); }

  private:
    ByteSource& source_;
    Progress& progress_;
};

/// Reads the inputs of one call.
class Reading {
  public:
    Reading(Diagnostics& diagnostics, const InputNames& names)
        : diagnostics_(diagnostics),
          columns_(names.columns),
          sheets_(names.sheets),
          builder_(diagnostics),
          misp_(builder_, diagnostics) {}

    /// Reads one input; what cannot be read becomes a diagnostic and a count.
    template <typename Open>
    void read(const std::string& name, std::optional<InputFormat> format, Progress& progress,
              const Open& open) {
        try {
            const auto opened = open();
            CountedSource source(*opened, progress);
            read_packed(source, name, format);
        } catch (const InputError& error) {
            ++result_.report.unreadable;
            diagnostics_.error(error.id(), error.where(), error.what());
        }
    }

    [[nodiscard]] ReadResult finish() {
        if (stix_) {
            stix_->finish();
            result_.report.objects = stix_->objects();
        }
        misp_.link();
        result_.graph = builder_.build();
        result_.report.counts = builder_.counts();
        result_.report.findings = builder_.findings();
        for (const Entity& entity : result_.graph.entities()) {
            if (!entity.undefined && !is_stix_object_type(entity.type))
                ++result_.report.unknown_types[entity.type];
        }
        return std::move(result_);
    }

  private:
    void read_packed(ByteSource& source, const std::string& name,
                     std::optional<InputFormat> format) {
        std::string head;
        constexpr std::size_t mark = 2;
        (void)fill(source, head, mark);
        const bool packed = is_gzip(head);
        SourceAhead whole(std::move(head), source);
        if (!packed) return read(whole, name, format);
        GzipSource unpacked(whole, name);
        read(unpacked, name, format);
    }

    void read(ByteSource& source, const std::string& name, std::optional<InputFormat> format) {
        std::string content;
        // A byte more than there is, so that the end is seen; nothing if nobody knows.
        const std::size_t size = source.size() == 0 ? first_piece : source.size() + 1;
        bool whole = fill(source, content, std::min(size, first_piece));
        if (content.starts_with(byte_order_mark)) content.erase(0, byte_order_mark.size());
        if (format.value_or(InputFormat::stix) == InputFormat::stix && looks_like_json(content)) {
            JsonOutline outline = json_outline(content, whole);
            while (outline == JsonOutline::undecided) {
                whole = fill(source, content, content.size());
                outline = json_outline(content, whole);
            }
            if (format || is_stix(outline)) return read_stix(source, content, outline, name);
        } else if (format == InputFormat::stix) {
            return read_stix(source, content, JsonOutline::bundle, name);
        }
        if (!whole) read_rest(source, content);
        read_whole(content, name, format);
    }

    /// Appends up to `size` bytes. Returns whether the source ended.
    static bool fill(ByteSource& source, std::string& content, std::size_t size) {
        std::size_t have = content.size();
        content.resize(have + size);
        std::size_t got = 1;
        for (; have < content.size() && got != 0; have += got)
            got = source.read(content.data() + have, content.size() - have);
        content.resize(have);
        return got == 0;
    }

    static bool is_stix(JsonOutline outline) {
        return outline == JsonOutline::bundle || outline == JsonOutline::list ||
               outline == JsonOutline::single;
    }

    void read_stix(ByteSource& source, std::string_view content, JsonOutline outline,
                   const std::string& name) {
        if (!stix_) stix_.emplace(builder_, diagnostics_);
        stix_->read(source, content, json_shape(outline, content), name);
    }

    void read_whole(std::string_view content, const std::string& name,
                    std::optional<InputFormat> format) {
        check_text(content, name);
        if (!format && sheets_ && is_sheet(content, *sheets_))
            return read_sheet(content, name, *sheets_, builder_, diagnostics_);
        if (!format) format = detect_format(content, columns_);
        if (!format)
            throw InputError(
                "format-unknown", {name, 1, 1},
                "the format can't be told from the content; name it with --from (" +
                    join({input_format_words().begin(), input_format_words().end()}, ", ") + ')' +
                    sheet_hint());
        switch (*format) {
            case InputFormat::native:
            case InputFormat::stix:  // was read before
                return read_json(content, name);
            case InputFormat::misp:
                return misp_.read(parse_json(content, name, diagnostics_), name);
            case InputFormat::claims:
                return read_claims_table(content, name, builder_, diagnostics_);
            case InputFormat::csv:
                return read_edge_table(content, name, columns_, builder_, diagnostics_);
            case InputFormat::edges:
                return read_edge_list(content, name, builder_, diagnostics_);
            case InputFormat::nodes:
                return read_node_table(content, name, columns_, builder_, diagnostics_);
            case InputFormat::node_link:
                return read_node_link(parse_json(content, name, diagnostics_), name, columns_,
                                      builder_, diagnostics_);
            case InputFormat::graphml:
                return read_graphml(content, name, columns_, builder_, diagnostics_);
            case InputFormat::gexf:
                return read_gexf(content, name, columns_, builder_, diagnostics_);
            case InputFormat::dot:
                return read_dot(content, name, columns_, builder_, diagnostics_);
        }
    }

    /// What a file lacks that may have been meant to be a sheet.
    [[nodiscard]] std::string sheet_hint() const {
        if (!sheets_) return {};
        return "; a sheet of the mapping has one of the columns " + join(sheets_->names, ", ") +
               " in row " + std::to_string(sheets_->before.size() + 1);
    }

    /// JSON that is no STIX: what it is shows when it has been parsed.
    void read_json(std::string_view content, const std::string& name) {
        const JsonValue document = parse_json(content, name, diagnostics_);
        if (is_misp(document)) return misp_.read(document, name);
        if (document.find("actormap")) return read_native(document, name, builder_, diagnostics_);
        if (is_node_link(document))
            return read_node_link(document, name, columns_, builder_, diagnostics_);
        diagnostics_.error(
            "format-unknown", {name, document.line, document.column},
            "this is JSON, but no native graph, no MISP galaxy cluster and no node-link graph; "
            "begin a native one with {\"actormap\": 1, …}");
    }

    static constexpr std::size_t first_piece = std::size_t{1} << 16;

    Diagnostics& diagnostics_;
    const ColumnMap& columns_;
    const std::optional<SheetMapping>& sheets_;
    GraphBuilder builder_;
    std::optional<StixReader> stix_;
    MispReader misp_;
    ReadResult result_;
};

std::size_t size_of(const std::vector<std::string>& paths) {
    std::size_t size = 0;
    for (const std::string& path : paths) {
        std::error_code none;
        const auto bytes = std::filesystem::file_size(path, none);
        if (!none) size += bytes;
    }
    return size;
}

}  // namespace

std::optional<InputFormat> parse_input_format(std::string_view text) {
    return formats.parse(text);
}
std::string_view to_string(InputFormat format) {
    return formats[format];
}
const std::vector<std::string_view>& input_format_words() {
    static const std::vector<std::string_view> words(formats.words.begin(), formats.words.end());
    return words;
}

ReadResult read(std::vector<Input> inputs, std::optional<InputFormat> format,
                Diagnostics& diagnostics, const InputNames& names) {
    Reading reading(diagnostics, names);
    const Run unwatched_run;
    Progress unwatched(unwatched_run, 0);
    for (Input& input : inputs) {
        const std::optional<InputFormat> own = input.format ? input.format : format;
        reading.read(input.name, own, unwatched,
                     [&] { return std::make_unique<TextSource>(input.content); });
        input.content = {};
    }
    return reading.finish();
}

ReadResult read_files(const std::vector<std::string>& paths, std::optional<InputFormat> format,
                      Diagnostics& diagnostics, const Run& run, const InputNames& names) {
    Reading reading(diagnostics, names);
    Progress progress(run, size_of(paths));
    for (const std::string& path : paths)
        reading.read(path, format, progress, [&] { return open_file(path); });
    progress.finish();
    return reading.finish();
}

}  // namespace actormap
