#include "output.hpp"
#include "weights.hpp"

#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/study/links.hpp>
#include <actormap/study/severance.hpp>
#include <actormap/write/links.hpp>
#include <actormap/write/severance.hpp>

#include <fmt/format.h>

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
        app.add_option("--cut", cut_,
                       "instead, the least that must go so that no path is left: edges or entities")
            ->type_name("WORD");
        weights_.set_up(app);
        app.add_flag("--directed", directed_, "walk relations only from first end to second");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        if (!cut_.empty() && cut_ != "edges" && cut_ != "entities")
            bad_word("--cut", cut_, {"edges", "entities"});
        if (cut_ != "edges" && weights_.wanted())
            throw Error("usage", "--weight is for --cut edges; the shortest paths count hops");
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view =
            apply(graph, lens, directed_ ? Direction::directed : Direction::undirected);
        const EntityId from = find_by_name(graph, from_, lens.tlp),
                       to = find_by_name(graph, to_, lens.tlp);
        if (!cut_.empty()) {
            say_counts(input_, lens, view);
            return sever(format, graph, view, from, to);
        }
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
    [[nodiscard]] int sever(TableFormat format, const ActorGraph& graph, const View& view,
                            EntityId from, EntityId to) const {
        const bool entities = cut_ == "entities";
        const Severance found =
            entities ? severing_entities(graph, view, from, to)
                     : severing_edges(graph, view, from, to, weights_.of(graph, view).strengths);
        warn_of_marking(input_, view.marking);
        if (found.value == 0 && !input_.quiet)
            say("actormap: no path from " + quote(graph[from].id) + " to " + quote(graph[to].id) +
                " under this lens" +
                (weights_.wanted() ? " whose edges weigh anything"
                                   : ", so there is nothing to cut"));
        std::string text = format == TableFormat::json
                               ? severance_json(graph, view, found, entities)
                               : table_.render(severance_table(graph, view, found, entities));
        if (format == TableFormat::table || format == TableFormat::markdown)
            text += fmt::format("\nin all: {}\nTLP: {}\n", rounded(found.value, 6),
                                to_string(view.marking));
        emit(table_.output, text);
        return found.value == 0 ? answered_no : done;
    }

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

    std::string from_, to_, cut_;
    InputOptions input_;
    TableOptions table_;
    WeightOptions weights_;
    LensOptions lens_;
    LinksOptions options_;
    bool directed_ = false;
};

}  // namespace

std::unique_ptr<Command> make_paths() {
    return std::make_unique<Paths>();
}

}  // namespace actormap::tool
