#include <actormap/base/byte_source.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/stix_properties.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/read/csv.hpp>
#include <actormap/read/json.hpp>
#include <actormap/read/json_outline.hpp>
#include <actormap/read/misp.hpp>
#include <actormap/read/native.hpp>
#include <actormap/read/read.hpp>
#include <actormap/read/stix.hpp>
#include <actormap/read/tables.hpp>
#include <actormap/read/text_check.hpp>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<InputFormat, 6> formats{{"native", "stix", "misp", "claims", "csv", "edges"}};
constexpr std::string_view blank = " \t\r\n";

bool is_json(std::string_view content) {
    const std::size_t first = content.find_first_not_of(blank);
    return first != std::string_view::npos && (content[first] == '{' || content[first] == '[');
}

void read_json_graph(std::string_view content, const std::string& file, GraphBuilder& builder,
                     MispReader& misp, Diagnostics& diagnostics) {
    const JsonValue document = parse_json(content, file, diagnostics);
    if (is_misp(document)) return misp.read(document, file);
    if (!document.find("actormap")) {
        diagnostics.error(
            "format-unknown", {file, document.line, document.column},
            "this is JSON, but neither a native graph nor a MISP galaxy cluster; begin "
            "a native one with {\"actormap\": 1, …}");
        return;
    }
    read_native(document, file, builder, diagnostics);
}

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
    explicit Reading(Diagnostics& diagnostics)
        : diagnostics_(diagnostics), builder_(diagnostics), misp_(builder_, diagnostics) {}

    /// Reads one input; what cannot be read becomes a diagnostic and a count.
    template <typename Open>
    void read(const std::string& name, std::optional<InputFormat> format, Progress& progress,
              const Open& open) {
        try {
            const auto opened = open();
            CountedSource source(*opened, progress);
            read(source, name, format);
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
    void read(ByteSource& source, const std::string& name, std::optional<InputFormat> format) {
        std::string content;
        // A byte more than there is, so that the end is seen; nothing if nobody knows.
        const std::size_t size = source.size() == 0 ? first_piece : source.size() + 1;
        bool whole = fill(source, content, std::min(size, first_piece));
        if (content.starts_with(byte_order_mark)) content.erase(0, byte_order_mark.size());
        if (format.value_or(InputFormat::stix) == InputFormat::stix && is_json(content)) {
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
        if (!format) format = detect_format(content);
        if (!format)
            throw InputError("format-unknown", {name, 1, 1},
                             "the format can't be told from the content; name it with --from "
                             "(native, stix, misp, claims, csv, edges)");
        switch (*format) {
            case InputFormat::native:
            case InputFormat::stix:  // was read before
                return read_json_graph(content, name, builder_, misp_, diagnostics_);
            case InputFormat::misp:
                return misp_.read(parse_json(content, name, diagnostics_), name);
            case InputFormat::claims:
                return read_claims_table(content, name, builder_, diagnostics_);
            case InputFormat::csv:
                return read_edge_table(content, name, builder_, diagnostics_);
            case InputFormat::edges:
                return read_edge_list(content, name, builder_, diagnostics_);
        }
    }

    static constexpr std::size_t first_piece = std::size_t{1} << 16;

    Diagnostics& diagnostics_;
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

std::optional<InputFormat> detect_format(std::string_view content) {
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    if (is_json(content)) {
        const JsonOutline outline = json_outline(content, true);
        const bool stix = outline == JsonOutline::bundle || outline == JsonOutline::list ||
                          outline == JsonOutline::single;
        return stix ? InputFormat::stix : InputFormat::native;
    }
    const std::size_t start = content.find_first_not_of(blank);
    if (start == std::string_view::npos) return std::nullopt;
    constexpr std::size_t longest_header = std::size_t{1} << 20;
    std::vector<CsvCell> header;
    const std::size_t end = std::min(content.find_first_of("\r\n", start), content.size());
    if (content[start] != '#' && content[start] != '%' && end - start <= longest_header) {
        try {
            if (!CsvReader(content.substr(start, end - start), {}).next(header))
                return std::nullopt;
        } catch (const InputError&) {
            return std::nullopt;
        }
    }
    const auto has = [&](std::string_view name) {
        return std::any_of(header.begin(), header.end(),
                           [&](const CsvCell& cell) { return cell.text == name; });
    };
    const bool all = has("from") && has("relation") && has("to");
    if (has("source") && has("target") && !all) return InputFormat::csv;
    if (has("from") || has("relation") || has("to")) return InputFormat::claims;
    if (has("source") || has("target")) return InputFormat::csv;
    const bool one_cell = header.size() <= 1;
    const std::string_view line = content.substr(start, end - start);
    const bool words = line.find_first_of(" \t") != std::string_view::npos;
    const bool comment = line[0] == '#' || line[0] == '%';
    return one_cell && (words || comment) ? std::optional(InputFormat::edges) : std::nullopt;
}

ReadResult read(std::vector<Input> inputs, std::optional<InputFormat> format,
                Diagnostics& diagnostics) {
    Reading reading(diagnostics);
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
                      Diagnostics& diagnostics, const Run& run) {
    Reading reading(diagnostics);
    Progress progress(run, size_of(paths));
    for (const std::string& path : paths)
        reading.read(path, format, progress, [&] { return open_file(path); });
    progress.finish();
    return reading.finish();
}

}  // namespace actormap
