#include <actormap/write/estimate.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

Json taken_json(double seconds, std::size_t bytes) {
    return {{"seconds", seconds}, {"bytes", bytes}};
}

}  // namespace

Taken whole(std::span<const Estimate> estimates, const Taken& reading) {
    Taken all = reading;
    std::size_t most = 0;
    for (const Estimate& one : estimates) {
        all.seconds += one.seconds;
        most = std::max(most, one.bytes);
    }
    all.bytes += most;
    return all;
}

Table estimate_table(std::span<const Estimate> estimates, const Taken& reading) {
    Table table{{{"work"}, {"seconds", true}, {"MB", true}}, {}};
    const auto add = [&](std::string work, double seconds, std::size_t bytes) {
        table.rows.push_back({std::move(work), fmt::format("{:.2f}", seconds),
                              fmt::format("{:.1f}", static_cast<double>(bytes) / 1e6)});
    };
    add("reading", reading.seconds, reading.bytes);
    for (const Estimate& one : estimates)
        add(std::string(to_string(one.measure)), one.seconds, one.bytes);
    const Taken all = whole(estimates, reading);
    add("whole", all.seconds, all.bytes);
    return table;
}

std::string estimate_json(std::span<const Estimate> estimates, const Taken& reading) {
    Json json{{"reading", taken_json(reading.seconds, reading.bytes)}, {"measures", Json::array()}};
    for (const Estimate& one : estimates) {
        Json entry{{"measure", std::string(to_string(one.measure))}};
        entry.update(taken_json(one.seconds, one.bytes));
        json["measures"].push_back(std::move(entry));
    }
    const Taken all = whole(estimates, reading);
    json["whole"] = taken_json(all.seconds, all.bytes);
    return json.dump(2) + '\n';
}

}  // namespace actormap
