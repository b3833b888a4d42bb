#include "output.hpp"

#include <actormap/base/text.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/study/links.hpp>
#include <actormap/write/links.hpp>

namespace actormap::tool {
namespace {

class Paths : public Command {
  public:
    void set_up(CLI::App& app) override {
        app.add_option("FROM", from_, "id or name of an entity")->required();
        app.add_option("TO", to_, "id or name of another")->required();
        input_.set_up(app);
        table_.set_up(app);
        app.add_option("-k,--count", options_.count, "at most so many paths [3]")
            ->type_name("N")
            ->check(CLI::Range(1, 10'000));
        app.add_option("--max-hops", options_.max_hops, "none longer than this")
            ->type_name("N")
            ->check(CLI::Range(1, 1'000'000));
        app.add_flag("--directed", directed_, "walk relations only from first end to second");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view =
            apply(graph, lens, directed_ ? Direction::directed : Direction::undirected);
        const EntityId from = find_by_name(graph, from_, lens.tlp),
                       to = find_by_name(graph, to_, lens.tlp);
        const bool both_shown = view.vertex(from) && view.vertex(to);
        std::vector<std::vector<Hop>> paths;
        if (both_shown) paths = links(graph, view, from, to, options_);
        say_counts(input_, lens, view);
        warn_of_marking(input_, highest_marking(paths));
        if (paths.empty() && !input_.quiet)
            say("actormap: no path from " + quote(graph[from].id) + " to " + quote(graph[to].id) +
                (both_shown ? " under this lens" : ": the lens does not show both"));
        emit(table_.output, render(format, graph, paths));
        return paths.empty() ? answered_no : done;
    }

  private:
    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const std::vector<std::vector<Hop>>& paths) const {
        switch (format) {
            case TableFormat::table:
                return links_text(graph, paths);
            case TableFormat::json:
                return links_json(graph, paths);
            default:
                return table_.render(links_table(graph, paths));
        }
    }

    std::string from_, to_;
    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    LinksOptions options_;
    bool directed_ = false;
};

}  // namespace

std::unique_ptr<Command> make_paths() {
    return std::make_unique<Paths>();
}

}  // namespace actormap::tool
