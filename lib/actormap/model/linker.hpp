#pragma once

#include <actormap/model/builder.hpp>

#include <optional>
#include <string>
#include <vector>

namespace actormap {

/// Makes the graph of what a builder holds. First every reference is checked, while it is still a
/// row of its table; then the rows that stay are put into canonical order, so that a record's
/// place in it is its id; at last the claims are laid one after another.
class GraphBuilder::Linker {
  public:
    explicit Linker(GraphBuilder& builder) : builder_(builder) {}
    ActorGraph link();

  private:
    // Before: references become rows of tables.
    void claim_by_file();
    void refer_from_records();

    // Checking: what refers to nothing is reported, and left out or made up.
    void check_publishers();
    void check_speakers();
    void check_relations();
    void check_claims();
    void check_names(EntityDraft& draft);
    void check_judgements();
    [[nodiscard]] bool check_claim(Claim& claim);
    /// Whether the row may be referred to; reports it if no file defines it.
    template <typename Draft>
    [[nodiscard]] bool check(RecordTable<Draft>& table, std::uint32_t row, const Place& record,
                             const char* what);
    template <typename Draft>
    void report_missing(RecordTable<Draft>& table, std::uint32_t row, const Place& record,
                        const char* what);
    /// The row of the speaker that stands for the file of a place.
    [[nodiscard]] std::uint32_t file_speaker_row(const Place& place);
    [[nodiscard]] std::uint32_t find_file_speaker(const Place& place);

    // Linking: rows become ids.
    void make_up_missing();
    template <typename Draft, typename Record>
    void take(RecordTable<Draft>& table, const char* what, std::vector<std::uint32_t>& ranks,
              std::vector<Record>& records);
    void link_speakers_and_sources();
    void link_claim(Claim& claim) const;
    void link_relations();
    void lay_claims();
    void lay_names(Entity& entity, std::vector<NameDraft>& drafts);
    [[nodiscard]] ClaimRange lay(std::vector<ClaimDraft>& drafts);
    void link_citations();
    void link_judgements();
    void index_relations();

    void error(const char* id, const Place& place, std::string message) {
        builder_.diagnostics_.error(id, builder_.where(place), std::move(message));
    }

    GraphBuilder& builder_;
    ActorGraph graph_;
    std::vector<std::uint8_t> relation_kept_, claim_kept_;
    std::optional<std::uint32_t> last_file_;  // whose speaker was wanted last
    std::uint32_t last_file_speaker_ = 0;     // the row of that
    std::vector<std::uint32_t> speaker_ranks_, source_ranks_, entity_ranks_;  // row -> id
    std::vector<std::uint32_t> relation_ranks_;  // place in the builder -> in the graph
    std::vector<std::vector<NameDraft>> names_;  // of each entity of the graph
    std::vector<std::pair<std::uint32_t, Reference>> citations_;  // claim of the graph -> cited
};

}  // namespace actormap
