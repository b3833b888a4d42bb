#include "output.hpp"

#include <actormap/study/ranking.hpp>
#include <actormap/write/ranking.hpp>

namespace actormap::tool {
namespace {

constexpr std::size_t default_top = 20;  // of tables for people; machines get all
constexpr int table_digits = 6;

class Rank : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
        add_list(app, "--by", by_,
                 "degree, in-degree, out-degree, betweenness, closeness, harmonic, pagerank, core; "
                 "the first one orders [degree]")
            ->type_name("M,...");
        add_list(app, "--of", of_, "list only entities of these types")->type_name("TYPE,...");
        app.add_option("--top", top_, "list at most so many [20 in tables, else all]")
            ->type_name("N")
            ->check(CLI::Range(0, 1'000'000'000));
        app.add_flag("--directed", directed_, "keep the directions of relations");
        app.add_flag("--raw", raw_, "leave out the normalisation");
        app.add_option("--threads", threads_, "use so many threads at most [1]")
            ->type_name("N")
            ->check(CLI::Range(1, 1024));
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        RankingOptions options{{}, !raw_, of_, top_};
        for (const std::string& word : by_)
            options.measures.push_back(option_word("--by", word, parse_measure, measure_words()));
        if (options.measures.empty()) options.measures.push_back(Measure::degree);
        const bool for_people = format == TableFormat::table || format == TableFormat::markdown;
        if (!options.top && for_people) options.top = default_top;

        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view =
            apply(graph, lens, directed_ ? Direction::directed : Direction::undirected);
        const Ranking ranking = rank(graph, view, options, {.threads = threads_});
        say_counts(input_, lens, view);
        warn_of_marking(input_, view.marking);
        emit(table_.output, render(format, graph, ranking, for_people));
        return done;
    }

  private:
    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const Ranking& ranking, bool for_people) const {
        if (format == TableFormat::json) return ranking_json(graph, ranking);
        if (!for_people) return table_.render(ranking_table(graph, ranking));
        return table_.render(ranking_table(graph, ranking, table_digits)) +
               "\nTLP: " + std::string(to_string(ranking.marking)) + '\n';
    }

    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    std::vector<std::string> by_, of_;
    std::optional<std::size_t> top_;
    bool directed_ = false;
    bool raw_ = false;
    unsigned threads_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_rank() {
    return std::make_unique<Rank>();
}

}  // namespace actormap::tool
