#pragma once

#include <actormap/model/actor_graph.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

// What readers hand to a GraphBuilder: the model's records with references still by name. The
// id fields of the embedded records (`by`, `source`, `from`, …) are filled in by the builder.

/// The id of another record, and where it was named. An empty id means there is none.
struct Reference {
    std::string id;
    Place place;
};

struct SpeakerDraft {
    Speaker speaker;
    Reference entity;
    bool kind_assumed = false;  ///< the input did not say it; one that does wins
};

struct SourceDraft {
    Source source;
    Reference publisher;
};

struct ClaimDraft {
    Claim claim;
    Reference by;
    Reference source;
    Reference cites;
};

struct NameDraft {
    Name name;
    Reference by;
    std::vector<ClaimDraft> claims;
};

struct EntityDraft {
    Entity entity;
    std::vector<NameDraft> names;
    bool type_assumed = false;  ///< the input did not say it; one that does wins
    bool implied = false;       ///< only an edge names it; any other record says what it is
};

struct RelationDraft {
    Relation relation;
    Reference from;
    Reference to;
    std::vector<ClaimDraft> claims;
};

struct JudgementDraft {
    Judgement judgement;
    Reference by;
    Reference source;
};

// The record in a draft that has an id.
[[nodiscard]] inline Speaker& record_of(SpeakerDraft& draft) {
    return draft.speaker;
}
[[nodiscard]] inline Source& record_of(SourceDraft& draft) {
    return draft.source;
}
[[nodiscard]] inline Entity& record_of(EntityDraft& draft) {
    return draft.entity;
}
template <typename Draft>
[[nodiscard]] const auto& record_of(const Draft& draft) {
    return record_of(const_cast<Draft&>(draft));  // as it came in, so it goes out
}

}  // namespace actormap
