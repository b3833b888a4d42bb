#include <actormap/write/difference.hpp>

#include <nlohmann/json.hpp>

namespace actormap {
namespace {

using Json = nlohmann::ordered_json;

struct List {
    ChangeOf what;
    const char* name;
};
constexpr List lists[] = {{ChangeOf::entity, "entities"},
                          {ChangeOf::name, "names"},
                          {ChangeOf::relation, "relations"},
                          {ChangeOf::claim, "claims"},
                          {ChangeOf::stance, "stances"}};

Json change_json(const Change& change) {
    Json json{{"change", std::string(to_string(change.kind))}};
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) json[name] = text;
    };
    if (change.relation.empty()) {
        add("entity", change.entity);
        add("name", change.name);
    } else {
        add("from", change.entity);
        add("relation", change.relation);
        add("to", change.to);
    }
    add("subject", change.subject);
    add("by", change.by);
    add("by_name", change.by_name);
    add("date", to_string(change.date));
    add("detail", change.detail);
    add("source", change.source);
    add("url", change.url);
    return json;
}

}  // namespace

Table difference_table(const Difference& difference) {
    Table table{{{"change"}, {"what"}, {"subject"}, {"by"}, {"date"}, {"detail"}, {"source"}}, {}};
    for (const Change& change : difference.changes)
        table.rows.push_back({std::string(to_string(change.kind)),
                              std::string(to_string(change.what)), change.subject, change.by_name,
                              to_string(change.date), change.detail, change.url});
    return table;
}

std::string difference_json(const Difference& difference) {
    Json json{{"counts", Json::object()}};
    for (const List& list : lists) {
        for (const ChangeKind kind : {ChangeKind::added, ChangeKind::removed, ChangeKind::changed})
            json["counts"][list.name][std::string(to_string(kind))] =
                difference.count(list.what, kind);
    }
    for (const List& list : lists) {
        json[list.name] = Json::array();
        for (const Change& change : difference.changes) {
            if (change.what == list.what) json[list.name].push_back(change_json(change));
        }
    }
    json["marking"] = std::string(to_string(difference.marking));
    return json.dump(2) + '\n';
}

}  // namespace actormap
