#pragma once

#include <actormap/model/builder.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// The entities, speakers and sources that the rows of a claims table name again and again. What a
/// row leaves open a later one may fill in; what contradicts an earlier row goes to the builder as
/// a second record, so that the builder reports it and keeps both.
class TableRecords {
  public:
    /// An empty type is one that the row leaves open.
    void add_entity(const std::string& id, const std::string& type, Place place, Place type_place);
    void add_speaker(const std::string& id, std::optional<SpeakerKind> kind,
                     const std::string& country, Place place);
    /// `publisher_given` tells whether the row named it.
    void add_source(SourceDraft draft, bool publisher_given);

    void hand_over(GraphBuilder& builder);

  private:
    using Contradiction = std::pair<std::string, std::string>;  // id and value: each once

    std::map<std::string, EntityDraft> entities_;
    std::map<std::string, SpeakerDraft> speakers_;
    std::map<std::string, std::pair<SourceDraft, bool>>
        sources_;  // and whether its publisher was given
    std::map<Contradiction, EntityDraft> entities_again_;
    std::map<Contradiction, SpeakerDraft> speakers_again_;
    std::map<Contradiction, SourceDraft> sources_again_;
};

}  // namespace actormap
