#pragma once

#include <actormap/read/read.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap::test {

struct Reading {
    ReadResult result;
    std::vector<std::string> said;  // every diagnostic, as a user sees it

    [[nodiscard]] const ActorGraph& graph() const { return result.graph; }
};

/// Reads inputs (name, content) as one graph.
inline Reading read_inputs(const std::vector<std::pair<std::string, std::string>>& inputs,
                           std::optional<InputFormat> format = {}) {
    std::vector<Input> list;
    for (const auto& [name, content] : inputs) list.push_back({name, content});
    Diagnostics diagnostics;
    Reading reading{read(std::move(list), format, diagnostics), {}};
    for (const Diagnostic& diagnostic : diagnostics.all())
        reading.said.push_back(to_string(diagnostic));
    return reading;
}

/// Reads one input called "x".
inline Reading read_text(const std::string& content, std::optional<InputFormat> format = {}) {
    return read_inputs({{"x", content}}, format);
}

/// The ids of what was said: what stands in the last brackets.
inline std::vector<std::string> ids_of(const std::vector<std::string>& said) {
    std::vector<std::string> ids;
    for (const std::string& line : said) {
        const std::size_t open = line.rfind('[');
        ids.push_back(line.substr(open + 1, line.size() - open - 2));
    }
    return ids;
}

}  // namespace actormap::test
