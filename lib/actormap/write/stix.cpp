#include <actormap/base/text.hpp>
#include <actormap/model/uuid.hpp>
#include <actormap/write/native.hpp>
#include <actormap/write/stix.hpp>
#include <actormap/write/stix_constants.hpp>
#include <actormap/write/stix_ids.hpp>
#include <actormap/write/stix_render.hpp>
#include <actormap/write/stix_told.hpp>
#include <actormap/write/stix_words.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace actormap {
namespace {

class StixWriter {
  public:
    explicit StixWriter(const ActorGraph& graph)
        : graph_(graph), told_(graph), ids_(graph, told_), renderer_(graph, told_, ids_) {}

    [[nodiscard]] std::string bundle() {
        find_needed();
        for (std::size_t e = 0; e < graph_.entities().size(); ++e) add(static_cast<EntityId>(e));
        for (std::size_t r = 0; r < graph_.relations().size(); ++r) add(static_cast<RelationId>(r));
        for (std::size_t s = 0; s < graph_.sources().size(); ++s) add(static_cast<SourceId>(s));
        for (std::size_t s = 0; s < graph_.speakers().size(); ++s) add(static_cast<SpeakerId>(s));
        add_definition();
        add_markings();
        return text();
    }

    [[nodiscard]] const StixTold& told() const { return told_; }

  private:
    /// Which speakers the records need that are written as native ones.
    void find_needed() {
        for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
            if (told_.tells(static_cast<EntityId>(e))) continue;
            for (const Name& name : graph_.entities()[e].names) {
                if (name.by) needed_.insert(*name.by);
                need(name.claims);
            }
        }
        for (std::size_t r = 0; r < graph_.relations().size(); ++r) {
            if (!told_.tells(static_cast<RelationId>(r))) need(graph_.relations()[r].claims);
        }
        for (const Judgement& judgement : graph_.judgements())
            if (judgement.by) needed_.insert(*judgement.by);
        for (std::size_t s = 0; s < graph_.sources().size(); ++s) {
            if (!told_.tells(static_cast<SourceId>(s)))
                needed_.insert(graph_.sources()[s].publisher);
        }
    }

    void need(ClaimRange range) {
        for (const Claim& claim : graph_.claims(range)) needed_.insert(claim.by);
    }

    void add(EntityId id) {
        const Entity& entity = graph_[id];
        if (entity.undefined) return;
        BundleObject object = renderer_.object(id);
        if (!told_.tells(id)) {
            object.carry("entity", native_record(graph_, entity));
        }
        add(std::move(object));
    }

    void add(RelationId id) {
        if (told_.derived(id)) return;
        const Relation& relation = graph_[id];
        BundleObject object = renderer_.object(id);
        if (!told_.tells(id)) {
            object.carry("relation", native_record(graph_, relation));
            for (BundleObject& opinion : renderer_.opinions(id)) add(std::move(opinion));
        }
        add(std::move(object));
    }

    void add(SourceId id) {
        if (told_.tells(id)) return;
        const Source& source = graph_[id];
        BundleObject object = renderer_.object(id);
        object.carry("source", native_record(graph_, source));
        add(std::move(object));
    }

    void add(SpeakerId id) {
        const Speaker& speaker = graph_[id];
        const bool is_told = told_.tells(id) && (!needed_.contains(id) || speaker.entity);
        if (is_told) return;
        std::string record = native_record(graph_, speaker);
        const auto at = objects_.find(ids_.of(id));
        if (at != objects_.end() && at->second.extended()) {
            at->second.carry("speaker", std::move(record));
            return;
        }
        // An object that needs no extension gets none for its speaker's sake.
        BundleObject object =
            renderer_.object(id, at == objects_.end() ? ids_.of(id) : StixIds::made(speaker));
        object.carry("speaker", std::move(record));
        add(std::move(object));
    }

    void add(BundleObject object) {
        std::string id = object.id();
        objects_.try_emplace(std::move(id), std::move(object));
    }

    /// Where anything carries the extension, its definition goes along, which STIX allows no
    /// extension itself: the definition's creator carries what is known of the graph as a whole.
    void add_definition() {
        BundleObject author = extension_author();
        if (std::string facts = graph_facts(); !facts.empty())
            author.carry("graph", std::move(facts));
        for (const Judgement& judgement : graph_.judgements())
            author.carry("judgement", native_record(graph_, judgement));
        const bool used =
            author.extended() || std::any_of(objects_.begin(), objects_.end(),
                                             [](const auto& o) { return o.second.extended(); });
        if (!used) return;
        author.only_renders();
        add(std::move(author));
        add(extension_definition());
    }

    [[nodiscard]] std::string graph_facts() const {
        std::vector<std::string> facts;
        const auto fact = [&](std::string_view name, const std::string& json) {
            facts.push_back(json_string(name) + ": " + json);
        };
        if (!graph_.title().empty()) fact("title", json_string(graph_.title()));
        if (!graph_.as_of().empty()) fact("as_of", json_string(to_string(graph_.as_of())));
        for (const Property& property : graph_.properties())
            fact(property.name, std::string(property.json));
        return facts.empty() ? std::string() : "{ " + join(facts, ", ") + " }";
    }

    /// Each level that we marked something with.
    void add_markings() {
        for (const Tlp level : {Tlp::green, Tlp::amber, Tlp::amber_strict, Tlp::red}) {
            const std::string id = json_string(tlp_marking_id(level));
            const bool used = std::any_of(objects_.begin(), objects_.end(), [&](const auto& o) {
                return o.second.extended() &&
                       o.second.json("object_marking_refs").find(id) != std::string_view::npos;
            });
            if (used) add(stix_marking(level));
        }
    }

    [[nodiscard]] std::string text() const {
        std::string list;
        for (const auto& [id, object] : objects_) {
            list += list.empty() ? "\n    " : ",\n    ";
            list += object.write("    ");
        }
        std::string text =
            "{\n  \"type\": \"bundle\",\n  \"id\": \"bundle--" + uuid5("bundle\x1f" + list) + '"';
        if (!list.empty()) text += ",\n  \"objects\": [" + list + "\n  ]";
        return text + "\n}\n";
    }

    const ActorGraph& graph_;
    StixTold told_;
    StixIds ids_;
    StixRenderer renderer_;
    std::map<std::string, BundleObject> objects_;
    std::set<SpeakerId> needed_;
};

}  // namespace

std::string write_stix(const ActorGraph& graph, Losses& losses) {
    StixWriter writer(graph);
    losses.add("names of files that objects without a creator were read from",
               writer.told().nameless_files());
    return writer.bundle();
}

}  // namespace actormap
