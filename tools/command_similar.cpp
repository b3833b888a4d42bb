#include "output.hpp"

#include <actormap/model/lookup.hpp>
#include <actormap/study/similarity.hpp>
#include <actormap/write/similarity.hpp>

namespace actormap::tool {
namespace {

class Similar : public Command {
  public:
    void set_up(CLI::App& app) override {
        app.add_option("NAME", name_, "id or name of an entity")->required();
        input_.set_up(app);
        table_.set_up(app);
        add_list(app, "--by", by_,
                 "rarity, jaccard, adamic-adar, pagerank; the first one orders [all four]")
            ->type_name("M,...");
        add_list(app, "--of", options_.of,
                 "compare with entities of these types [its own, actors with actors]")
            ->type_name("TYPE,...");
        add_list(app, "--on", on_,
                 "count only what is shared under these headings: origin, tooling, techniques, "
                 "victims, vulnerabilities, infrastructure, campaigns, actors, attackers, other")
            ->type_name("H,...");
        app.add_option("--top", options_.top, "list at most so many [10 in tables, else all]")
            ->type_name("N")
            ->check(CLI::Range(0, 1'000'000'000));
        app.add_option("--reasons", options_.reasons, "give at most so many reasons for each [5]")
            ->type_name("N")
            ->check(CLI::Range(0, 1'000'000'000));
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        const bool for_people = format == TableFormat::table || format == TableFormat::markdown;
        if (!options_.top && for_people) options_.top = default_top;
        if (!by_.empty()) options_.by.clear();
        for (const std::string& word : by_)
            options_.by.push_back(option_word("--by", word, parse_likeness, likeness_words()));
        for (const std::string& word : on_)
            options_.on.push_back(option_word("--on", word, parse_heading, heading_words()));

        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens, Direction::directed);
        const EntityId entity = find_by_name(graph, name_, lens.tlp);
        const Similarity similarity = similar(graph, view, entity, options_);
        say_counts(input_, lens, view);
        warn_of_marking(input_, similarity.marking);
        emit(table_.output, render(format, graph, view.selection, similarity));
        return done;
    }

  private:
    static constexpr std::size_t default_top = 10;  // of tables for people; machines get all
    static constexpr int table_digits = 4;

    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const Selection& selection,
                                     const Similarity& similarity) const {
        switch (format) {
            case TableFormat::table:
                return similarity_text(graph, selection, similarity);
            case TableFormat::json:
                return similarity_json(graph, selection, similarity);
            case TableFormat::csv:
                return table_.render(similarity_table(graph, similarity));
            default:
                return table_.render(similarity_table(graph, similarity, table_digits)) +
                       "\nTLP: " + std::string(to_string(similarity.marking)) + '\n';
        }
    }

    std::string name_;
    std::vector<std::string> by_, on_;
    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    SimilarOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_similar() {
    return std::make_unique<Similar>();
}

}  // namespace actormap::tool
