#pragma once

#include <actormap/model/builder.hpp>
#include <actormap/read/sheet_mapping.hpp>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// The groups of a sheet, and the items and speakers that its rows name again and again. A group
/// that stands in two rows goes to the builder twice, which unites them and counts it.
class SheetRecords {
  public:
    void add_group(EntityDraft draft);
    /// Of several with one id and type the first counts, of a group and an item the group.
    void add_item(Entity entity);
    /// Those that are the same are one to the builder.
    void relate(const SheetRelation& how, const std::string& group, const std::string& item,
                Place place);
    void use_speaker(const std::string& id) { speakers_.insert(id); }

    /// Those of the mapping's speakers that were used stand at the beginning of the file.
    void hand_over(GraphBuilder& builder, const std::vector<SpeakerDraft>& speakers,
                   Place beginning);

  private:
    using Key = std::pair<std::string, std::string>;  // id and type

    std::vector<EntityDraft> groups_;
    std::set<Key> group_keys_;
    std::map<Key, Entity> items_;
    std::vector<RelationDraft> relations_;
    std::set<std::string> speakers_;
};

}  // namespace actormap
