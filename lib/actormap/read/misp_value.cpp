#include <actormap/base/text.hpp>
#include <actormap/model/unite.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/read/misp_record.hpp>

#include <algorithm>
#include <array>

namespace actormap {
namespace {

using Kind = MispCluster::Kind;

/// "002 - Africa" without the number of UN M49, which countries have as well.
std::string_view without_m49(std::string_view value) {
    constexpr std::string_view form = "000 - ";
    if (value.size() <= form.size()) return value;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = value[i] >= '0' && value[i] <= '9';
        if (form[i] == '0' ? !digit : value[i] != form[i]) return value;
    }
    return value.substr(form.size());
}

/// "Eastern Africa" as STIX's vocabulary of regions writes it.
std::string region_word(std::string_view name) {
    std::string word = fold_case(name);
    std::replace(word.begin(), word.end(), ' ', '-');
    return word;
}

/// Names of properties have neither hyphens nor capitals in STIX.
std::string property_name(std::string_view type) {
    std::string name = "x_misp_" + std::string(type);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

bool has_property(const Properties& properties, std::string_view name) {
    for (const Property& property : properties) {
        if (property.name == name) return true;
    }
    return false;
}

class ValueReader {
  public:
    ValueReader(MispCluster& cluster, GraphBuilder& builder, MispPending& pending,
                const JsonValue& item)
        : item_(item), record_{cluster,
                               builder,
                               pending,
                               MispMeta(cluster.context, builder.findings(), item.find("meta")),
                               {},
                               {},
                               {},
                               nullptr} {}

    void read() {
        Fields fields(record_.cluster.context, item_, "a value");
        record_.value = fields.required_text("value", "say what it is called");
        if (record_.value.empty()) return;
        record_.place = fields.place();
        const std::string uuid = read_uuid();
        MispEntity own;
        record_.entity = &own;
        Entity& entity = own.draft.entity;
        entity.id = record_.cluster.entity_type + "--" + uuid;
        entity.type = record_.cluster.entity_type;
        entity.name = record_.value;
        entity.place = record_.place;
        read_revoked();
        if (!read_country()) read_own();
        record_.id = std::string(record_.entity->draft.entity.id);
        record_.pending.know_uuid(uuid, record_.cluster.type, record_.id,
                                  record_.cluster.context.position(item_));
        read_meta();
        keep_rest();
        if (record_.entity == &own) record_.pending.add(std::move(own));
    }

  private:
    [[nodiscard]] Entity& entity() { return record_.entity->draft.entity; }

    /// The value's UUID; without one, one that is made of the cluster's type and the value.
    std::string read_uuid() {
        const JsonValue* uuid = item_.find("uuid");
        if (uuid && uuid->kind == JsonValue::Kind::text && is_uuid(uuid->text))
            return lower_uuid(uuid->text);
        if (uuid) uninterpreted(*uuid, "uuid");
        return uuid5("misp:" + record_.cluster.type + ':' + record_.value);
    }

    void read_revoked() {
        const JsonValue* revoked = item_.find("revoked");
        if (!revoked) return;
        if (revoked->kind == JsonValue::Kind::boolean)
            set_property(entity().properties, {"revoked", revoked->text});
        else
            uninterpreted(*revoked, "revoked");
    }

    /// A value that is a country becomes the one entity of that country.
    bool read_country() {
        const bool by_name = record_.cluster.kind == Kind::target;
        if (record_.cluster.kind != Kind::country && !by_name) return false;
        const Country* country = nullptr;
        for (const MispText& text : record_.meta.take(by_name ? "iso-code" : "ISO")) {
            if (const Country* found = find_country(text.text); found && !country) country = found;
        }
        record_.meta.keep(by_name ? "iso-code" : "ISO");
        if (!country) {
            record_.builder.findings().add("unresolved-country",
                                           record_.cluster.context.position(item_),
                                           "value " + quote(record_.value));
            return false;
        }
        MispEntity& shared = record_.pending.country(*country, record_.place);
        if (has_property(entity().properties, "revoked"))
            set_property(shared.draft.entity.properties, {"revoked", item_.find("revoked")->text});
        record_.entity = &shared;
        // The cluster `country` has small letters in `value` and the name in `description`.
        const std::string_view member = by_name ? "value" : "description";
        const JsonValue* name = item_.find(member);
        if (name && name->kind == JsonValue::Kind::text && !name->text.empty() &&
            name->text != country->name)
            record_.add_name(name->text, member, record_.place);
        return true;
    }

    void read_own() {
        if (const JsonValue* text = item_.find("description")) {
            if (text->kind == JsonValue::Kind::text)
                entity().description = text->text;
            else
                uninterpreted(*text, "description");
        }
        if (record_.cluster.kind == Kind::region) {
            entity().name = std::string(without_m49(record_.value));
            set_property(entity().properties,
                         {"region", json_string(region_word(std::string_view(entity().name)))});
        }
        if (record_.cluster.kind == Kind::sector || record_.cluster.kind == Kind::producer)
            set_property(entity().properties,
                         {"identity_class",
                          record_.cluster.kind == Kind::sector ? "\"class\"" : "\"organization\""});
        if (record_.cluster.type.starts_with("mitre-")) read_external_id();
    }

    /// "APT31 - G0128" is APT31.
    void read_external_id() {
        const auto ids = record_.meta.take("external_id");
        if (ids.size() != 1) return record_.meta.keep("external_id");
        const std::string_view id = ids.front().text;
        set_property(entity().properties, {"external_id", json_string(id)});
        const std::string ending = " - " + std::string(id);
        if (record_.value.size() > ending.size() && record_.value.ends_with(ending))
            entity().name = record_.value.substr(0, record_.value.size() - ending.size());
    }

    void read_meta() {
        read_misp_names(record_);
        for (const MispName& name : record_.entity->names) know_name(name.name);
        know_name(record_.value);
        if (record_.cluster.kind == Kind::actor || record_.cluster.kind == Kind::other)
            read_misp_actor(record_);
        if (record_.cluster.kind == Kind::producer) read_misp_producer(record_);
    }

    void know_name(std::string_view name) {
        if (record_.cluster.kind == Kind::producer) record_.pending.know_producer(name, record_.id);
        if (record_.cluster.kind == Kind::sector) record_.pending.know_sector(name, record_.id);
    }

    /// What the entity does not say is kept under the name of the cluster, verbatim.
    void keep_rest() {
        MispLeftovers left;
        for (const JsonMember& member : item_.members) {
            const bool shown = member.name == "description" && !entity().description.empty();
            const bool flag =
                member.name == "revoked" && member.value.kind == JsonValue::Kind::boolean;
            if (shown || flag || member.name == "meta" || member.name == "related") continue;
            left.add(member.name, to_json(member.value));
            constexpr std::array<std::string_view, 4> known{"value", "uuid", "description",
                                                            "revoked"};
            if (std::find(known.begin(), known.end(), member.name) == known.end())
                record_.builder.findings().add("unknown-property",
                                               record_.cluster.context.position(member.value),
                                               quote(member.name));
        }
        if (const JsonValue* related = item_.find("related")) {
            const std::string rest = read_misp_related(record_, *related);
            if (!rest.empty()) left.add("related", rest);
        }
        const JsonValue* meta = item_.find("meta");
        if (meta && meta->kind != JsonValue::Kind::object) uninterpreted(*meta, "meta");
        if (const std::string rest = record_.meta.rest(); !rest.empty()) left.add("meta", rest);
        Properties& properties = entity().properties;
        const std::string name = property_name(record_.cluster.type);
        std::string free = name;
        for (int i = 2; has_property(properties, free); ++i) free = name + '_' + std::to_string(i);
        set_property(properties, {free, left.json()});
    }

    void uninterpreted(const JsonValue& value, std::string_view member) {
        record_.builder.findings().add("uninterpreted-value",
                                       record_.cluster.context.position(value),
                                       std::string(member) + ' ' + quote(to_json(value)));
    }

    const JsonValue& item_;
    MispRecord record_;
};

}  // namespace

void read_misp_value(MispCluster& cluster, GraphBuilder& builder, MispPending& pending,
                     const JsonValue& item) {
    ValueReader(cluster, builder, pending, item).read();
}

}  // namespace actormap
