#include "output.hpp"
#include "weights.hpp"

#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/study/links.hpp>
#include <actormap/study/rests_on.hpp>
#include <actormap/study/severance.hpp>
#include <actormap/write/links.hpp>
#include <actormap/write/rests_on.hpp>
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
        count_ = app.add_option("-k,--count", options_.count, "at most so many paths [3]")
                     ->type_name("N")
                     ->check(CLI::Range(1, 10'000));
        app.add_option("--max-hops", options_.max_hops, "none longer than this")
            ->type_name("N")
            ->check(CLI::Range(1, 1'000'000));
        app.add_option("--cut", cut_,
                       "instead, the least that must go so that no path is left: edges or entities")
            ->type_name("WORD");
        app.add_flag("--rests-on", rests_on_,
                     "instead, the fewest claims whose withdrawal leaves no path, and the proof");
        weights_.set_up(app);
        app.add_flag("--directed", directed_, "walk relations only from first end to second");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        if (!cut_.empty() && cut_ != "edges" && cut_ != "entities")
            bad_word("--cut", cut_, {"edges", "entities"});
        if (cut_ != "edges" && !rests_on_ && weights_.wanted())
            throw Error("usage", "--weight is for --cut edges; the shortest paths count hops");
        if (rests_on_) check_rests_on();
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
        if (rests_on_) {
            say_counts(input_, lens, view);
            return rest(format, graph, view, from, to, both_shown);
        }
        std::vector<std::vector<Hop>> paths;
        if (both_shown) paths = links(graph, view, from, to, options_);
        say_counts(input_, lens, view);
        warn_of_marking(input_, highest_marking(paths));
        if (paths.empty()) say_no_path(graph, from, to, both_shown);
        emit(table_.output, render(format, graph, paths));
        return paths.empty() ? answered_no : done;
    }

  private:
    /// Throws  Error usage where --rests-on does not fit the other options
    void check_rests_on() const {
        std::string other;
        if (!cut_.empty()) other = "--cut";
        if (weights_.wanted()) other = "--weight";
        if (count_->count() > 0) other = "-k";
        if (options_.max_hops) other = "--max-hops";
        if (!other.empty())
            throw Error("usage",
                        "--rests-on counts claims, over paths of any number and length; "
                        "leave out " +
                            other);
    }

    void say_no_path(const ActorGraph& graph, EntityId from, EntityId to, bool both_shown) const {
        if (input_.quiet) return;
        say("actormap: no path from " + quote(graph[from].id) + " to " + quote(graph[to].id) +
            (both_shown ? " under this lens" : ": the lens does not show both"));
    }

    [[nodiscard]] int rest(TableFormat format, const ActorGraph& graph, const View& view,
                           EntityId from, EntityId to, bool both_shown) const {
        RestsOn found;
        if (both_shown) found = rests_on(graph, view, from, to);
        warn_of_marking(input_, found.marking);
        if (found.claims.empty()) say_no_path(graph, from, to, both_shown);
        emit(table_.output, format == TableFormat::json ? rests_on_json(graph, view, found)
                            : format == TableFormat::table
                                ? rests_on_text(graph, view, found)
                                : table_.render(rests_on_table(graph, found)));
        return found.claims.empty() ? answered_no : done;
    }

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
    CLI::Option* count_ = nullptr;
    bool directed_ = false;
    bool rests_on_ = false;
};

}  // namespace

std::unique_ptr<Command> make_paths() {
    return std::make_unique<Paths>();
}

}  // namespace actormap::tool
