#include <actormap/read/sheet.hpp>

#include <string_view>
#include <utility>

namespace actormap {
namespace {

/// How deep each byte stands in brackets and quotes that are closed, as steps up and down.
std::vector<int> steps_of(std::string_view text) {
    constexpr std::string_view opening = "([{", closing = ")]}", quotes_open = "\xE2\x80\x9C",
                               quotes_close = "\xE2\x80\x9D";
    std::vector<int> steps(text.size() + 1);
    std::vector<std::size_t> open;
    const auto enclose = [&](std::size_t from, std::size_t to) {
        ++steps[from];
        --steps[to];
    };
    const auto quoted = [&](std::size_t& at, std::string_view mark, std::string_view end) {
        if (text.substr(at, mark.size()) != mark) return false;
        const std::size_t to = text.find(end, at + mark.size());
        if (to == std::string_view::npos) return false;
        enclose(at, to);
        at = to + end.size() - 1;
        return true;
    };
    // Behind these no quote is closed, so nobody looks again.
    const std::size_t last = text.rfind('"'), last_curly = text.rfind(quotes_close);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (last != std::string_view::npos && i < last && quoted(i, "\"", "\"")) continue;
        if (last_curly != std::string_view::npos && i < last_curly &&
            quoted(i, quotes_open, quotes_close))
            continue;
        if (opening.find(text[i]) != std::string_view::npos) {
            open.push_back(i);
        } else if (const std::size_t kind = closing.find(text[i]);
                   kind != std::string_view::npos && !open.empty() &&
                   text[open.back()] == opening[kind]) {
            enclose(open.back(), i);
            open.pop_back();
        }
    }
    return steps;
}

}  // namespace

std::vector<std::string> list_items(std::string_view text, std::string_view separators) {
    std::vector<std::string> items;
    const std::vector<int> steps = steps_of(text);
    const auto add = [&](std::size_t from, std::size_t to) {
        std::string item = squeezed(text.substr(from, to - from));
        if (!item.empty()) items.push_back(std::move(item));
    };
    std::size_t start = 0;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += steps[i];
        if (depth != 0 || separators.find(text[i]) == std::string_view::npos) continue;
        add(start, i);
        start = i + 1;
    }
    add(start, text.size());
    return items;
}

}  // namespace actormap
