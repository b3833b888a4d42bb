#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/part.hpp>

namespace actormap {

std::string part_json(const ShardSums& part, std::string_view origin, Tlp marking) {
    std::string text =
        "{\n  \"actormap_part\": 1,\n  \"measure\": \"betweenness\",\n  \"computed_from\": " +
        json_string(origin) + ",\n  \"marking\": " + json_string(to_string(marking)) +
        ",\n  \"shard\": " + std::to_string(part.shard.index) +
        ",\n  \"of\": " + std::to_string(part.shard.count) + ",\n  \"sums\": [";
    const char* before = "\n    [";
    for (const auto& chunk : part.chunks) {
        text += before;
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            if (i > 0) text += ',';
            text += exact(chunk[i]);
        }
        text += ']';
        before = ",\n    [";
    }
    return text + (part.chunks.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace actormap
