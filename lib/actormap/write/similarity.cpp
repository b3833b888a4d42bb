#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/lens/merge_evidence.hpp>
#include <actormap/write/claim_json.hpp>
#include <actormap/write/similarity.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

constexpr int digits_for_people = 4;

/// Who stands behind relations, each once, in the order of the claims.
std::string speakers(const ActorGraph& graph, const Selection& selection,
                     const std::vector<RelationId>& relations) {
    std::vector<std::string> names;
    for (const RelationId r : relations) {
        for (const ClaimId c : carrying_claims(graph, selection, r)) {
            const std::string& name = graph[graph[c].by].name;
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    }
    return join(names, ", ");
}

std::string reason_text(const ActorGraph& graph, const Selection& selection, const Reason& reason) {
    const std::string ours = speakers(graph, selection, reason.first),
                      theirs = speakers(graph, selection, reason.second);
    return fmt::format("   {}: {}, which {} of {} have; said by {}{}\n",
                       to_string(reason.trait.heading),
                       printable(label_of(graph, reason.trait.other)), reason.having, reason.known,
                       printable(ours), ours == theirs ? "" : " | " + printable(theirs));
}

std::string why(const ActorGraph& graph, const Selection& selection, const SimilarRow& row) {
    std::string text = fmt::format("\n{}. {}\n", row.rank, printable(graph[row.entity].name));
    for (const RelationId r : row.between)
        text +=
            fmt::format("   directly: {} {} {}; said by {}\n", printable(graph[graph[r].from].name),
                        printable(graph[r].type), printable(graph[graph[r].to].name),
                        printable(speakers(graph, selection, {r})));
    for (const Reason& reason : row.reasons) text += reason_text(graph, selection, reason);
    if (row.shared > row.reasons.size())
        text += fmt::format("   and {} more\n", row.shared - row.reasons.size());
    return text;
}

Json reason_json(const ActorGraph& graph, const Selection& selection, const Reason& reason) {
    const Entity& other = graph[reason.trait.other];
    return {{"heading", std::string(to_string(reason.trait.heading))},
            {"id", other.id},
            {"name", other.name},
            {"type", other.type},
            {"rarity", reason.rarity},
            {"share", reason.share},
            {"having", reason.having},
            {"known", reason.known},
            {"first", relations_json<Json>(graph, selection, reason.first)},
            {"second", relations_json<Json>(graph, selection, reason.second)}};
}

Json row_json(const ActorGraph& graph, const Selection& selection, const Similarity& similarity,
              const SimilarRow& row) {
    const Entity& entity = graph[row.entity];
    Json values = Json::object(), reasons = Json::array();
    for (std::size_t i = 0; i < similarity.by.size(); ++i)
        values[std::string(to_string(similarity.by[i]))] = row.values[i];
    for (const Reason& reason : row.reasons)
        reasons.push_back(reason_json(graph, selection, reason));
    return {
        {"rank", row.rank},     {"id", entity.id},
        {"name", entity.name},  {"type", entity.type},
        {"values", values},     {"shared", row.shared},
        {"traits", row.traits}, {"between", relations_json<Json>(graph, selection, row.between)},
        {"reasons", reasons}};
}

}  // namespace

std::string label_of(const ActorGraph& graph, EntityId id) {
    const Entity& entity = graph[id];
    if (entity.type != "attack-pattern") return entity.name;
    Entity unnamed = entity;  // further names may be withheld
    unnamed.names.clear();
    const auto ids = attack_ids(unnamed);
    return ids.empty() ? entity.name : entity.name + " (" + join(ids, ", ") + ')';
}

std::string similarity_text(const ActorGraph& graph, const Selection& selection,
                            const Similarity& similarity) {
    const Entity& entity = graph[similarity.entity];
    std::string text = printable(entity.name + "  " + entity.type + "  [" + entity.id + ']') +
                       fmt::format("\n{} traits; compared with {} others\n\n", similarity.traits,
                                   similarity.compared);
    Table table{{{"rank", true}, {"name"}}, {}};
    for (const Likeness likeness : similarity.by)
        table.columns.push_back({std::string(to_string(likeness)), true});
    for (const char* column : {"shared", "of"}) table.columns.push_back({column, true});
    table.columns.push_back({"id"});
    for (const SimilarRow& row : similarity.rows) {
        std::vector<std::string> cells{std::to_string(row.rank), graph[row.entity].name};
        for (const double value : row.values) cells.push_back(rounded(value, digits_for_people));
        cells.push_back(std::to_string(row.shared));
        cells.push_back(std::to_string(row.traits));
        cells.push_back(graph[row.entity].id);
        table.rows.push_back(std::move(cells));
    }
    text += similarity.rows.empty() ? "nobody has anything in common with it under this lens\n"
                                    : to_text(table);
    for (const SimilarRow& row : similarity.rows) text += why(graph, selection, row);
    return text + "\nTLP: " + std::string(to_string(similarity.marking)) + '\n';
}

Table similarity_table(const ActorGraph& graph, const Similarity& similarity,
                       std::optional<int> digits) {
    Table table{{{"rank", true}, {"id"}, {"name"}, {"type"}}, {}};
    for (const Likeness likeness : similarity.by)
        table.columns.push_back({std::string(to_string(likeness)), true});
    for (const char* column : {"shared", "traits"}) table.columns.push_back({column, true});
    table.columns.push_back({"reasons"});
    for (const SimilarRow& row : similarity.rows) {
        const Entity& entity = graph[row.entity];
        std::vector<std::string> cells{std::to_string(row.rank), entity.id, entity.name,
                                       entity.type};
        for (const double value : row.values)
            cells.push_back(digits ? rounded(value, *digits) : exact(value));
        cells.push_back(std::to_string(row.shared));
        cells.push_back(std::to_string(row.traits));
        std::vector<std::string> reasons;
        for (const Reason& reason : row.reasons)
            reasons.push_back(std::string(to_string(reason.trait.heading)) + ": " +
                              label_of(graph, reason.trait.other));
        cells.push_back(join(reasons, "; "));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string similarity_json(const ActorGraph& graph, const Selection& selection,
                            const Similarity& similarity) {
    const Entity& entity = graph[similarity.entity];
    Json json{{"id", entity.id},
              {"name", entity.name},
              {"type", entity.type},
              {"traits", similarity.traits},
              {"compared", similarity.compared},
              {"marking", std::string(to_string(similarity.marking))},
              {"measures", Json::array()},
              {"rows", Json::array()}};
    for (const Likeness likeness : similarity.by)
        json["measures"].push_back(std::string(to_string(likeness)));
    for (const SimilarRow& row : similarity.rows)
        json["rows"].push_back(row_json(graph, selection, similarity, row));
    return json.dump(2) + '\n';
}

}  // namespace actormap
