#include <actormap/base/error.hpp>

#include <utility>

namespace actormap {

std::string to_string(const Position& position) {
    std::string text = position.file;
    if (position.line != 0) text += ':' + std::to_string(position.line);
    if (position.line != 0 && position.column != 0) text += ':' + std::to_string(position.column);
    return text;
}

std::string to_string(const Diagnostic& diagnostic) {
    const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
    const std::string where = to_string(diagnostic.where);
    return where + (where.empty() ? "" : ": ") + severity + ": " + diagnostic.message + " [" +
           diagnostic.id + ']';
}

void Diagnostics::error(std::string id, Position where, std::string message) {
    if (errors_++ < limit)
        all_.push_back({Severity::error, std::move(id), std::move(where), std::move(message)});
}

void Diagnostics::warning(std::string id, Position where, std::string message) {
    if (warnings_++ < limit)
        all_.push_back({Severity::warning, std::move(id), std::move(where), std::move(message)});
}

}  // namespace actormap
