#include <actormap/base/file.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/read/csv.hpp>
#include <actormap/read/json.hpp>
#include <actormap/read/misp.hpp>
#include <actormap/read/native.hpp>
#include <actormap/read/read.hpp>
#include <actormap/read/tables.hpp>

#include <algorithm>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<InputFormat, 5> formats{{"native", "claims", "csv", "edges", "misp"}};
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blank = " \t\r\n";

Position position_of(std::string_view content, std::size_t at, const std::string& file) {
    const std::string_view before = content.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {file, static_cast<std::uint32_t>(lines + 1),
            static_cast<std::uint32_t>(at - line_start + 1)};
}

void check_text(std::string_view content, const std::string& file) {
    if (content.find_first_not_of(blank) == std::string_view::npos)
        throw InputError("file-empty", {file}, "the file is empty; give a graph");
    if (const auto at = content.find('\0'); at != std::string_view::npos)
        throw InputError("file-encoding", position_of(content, at, file),
                         "the file holds a NUL byte; save it as UTF-8 text");
    if (const auto at = find_invalid_utf8(content))
        throw InputError("file-encoding", position_of(content, *at, file),
                         "the file is not UTF-8; save it as UTF-8 text");
}

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

void read_one(const Input& input, std::optional<InputFormat> format, GraphBuilder& builder,
              MispReader& misp, Diagnostics& diagnostics) {
    std::string_view content = input.content;
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    check_text(content, input.name);
    if (!format) format = detect_format(content);
    if (!format)
        throw InputError("format-unknown", {input.name, 1, 1},
                         "the format can't be told from the content; name it with --from "
                         "(native, claims, csv, edges, misp)");
    switch (*format) {
        case InputFormat::native:
            return read_json_graph(content, input.name, builder, misp, diagnostics);
        case InputFormat::claims:
            return read_claims_table(content, input.name, builder, diagnostics);
        case InputFormat::csv:
            return read_edge_table(content, input.name, builder, diagnostics);
        case InputFormat::edges:
            return read_edge_list(content, input.name, builder, diagnostics);
        case InputFormat::misp:
            return misp.read(parse_json(content, input.name, diagnostics), input.name);
    }
}

/// Runs `work`, and turns an input that can't be read into a diagnostic and a count.
template <typename Work>
void guarded(ReadingReport& report, Diagnostics& diagnostics, const Work& work) {
    try {
        work();
    } catch (const InputError& error) {
        ++report.unreadable;
        diagnostics.error(error.id(), error.where(), error.what());
    }
}

void finish(ReadResult& result, GraphBuilder& builder, MispReader& misp) {
    misp.link();
    result.graph = builder.build();
    result.report.counts = builder.counts();
    result.report.findings = builder.findings();
    for (const Entity& entity : result.graph.entities()) {
        if (entity.undefined || is_stix_entity_type(entity.type)) continue;
        ++result.report.unknown_types[entity.type];
    }
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
    if (is_json(content)) return InputFormat::native;
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
    ReadResult result;
    GraphBuilder builder(diagnostics);
    MispReader misp(builder, diagnostics);
    for (Input& input : inputs) {
        guarded(result.report, diagnostics,
                [&] { read_one(input, format, builder, misp, diagnostics); });
        input.content = {};
    }
    finish(result, builder, misp);
    return result;
}

ReadResult read_files(const std::vector<std::string>& paths, std::optional<InputFormat> format,
                      Diagnostics& diagnostics) {
    ReadResult result;
    GraphBuilder builder(diagnostics);
    MispReader misp(builder, diagnostics);
    for (const std::string& path : paths) {
        guarded(result.report, diagnostics, [&] {
            read_one({path, read_file(path)}, format, builder, misp, diagnostics);
        });
    }
    finish(result, builder, misp);
    return result;
}

}  // namespace actormap
