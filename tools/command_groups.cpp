#include "output.hpp"
#include "weights.hpp"

#include <actormap/study/breaks.hpp>
#include <actormap/study/groups.hpp>
#include <actormap/write/groups.hpp>

#include <fmt/format.h>

namespace actormap::tool {
namespace {

constexpr std::size_t names_in_table = 6;  // of each group

std::optional<CommunityMethod> parse_method(std::string_view word) {
    if (word == "leiden") return CommunityMethod::leiden;
    if (word == "louvain") return CommunityMethod::louvain;
    return std::nullopt;
}

std::optional<Quality> parse_quality(std::string_view word) {
    if (word == "modularity") return Quality::modularity;
    if (word == "cpm") return Quality::cpm;
    return std::nullopt;
}

/// What --by takes: the groupings, and the two ways to break.
std::vector<std::string_view> by_words() {
    std::vector<std::string_view> words = grouping_words();
    words.insert(words.end(), {"articulation-points", "bridges"});
    return words;
}

class GroupsCommand : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
        app.add_option("--by", by_,
                       "communities, components, strong-components, cores, blocks, "
                       "articulation-points, bridges [communities]")
            ->type_name("WORD");
        app.add_option("--top", top_, "list at most so many [20 in tables, else all]")
            ->type_name("N")
            ->check(CLI::Range(0, 1'000'000'000));
        app.add_option("--method", method_, "of communities: leiden, louvain [leiden]")
            ->type_name("WORD");
        app.add_option("--quality", quality_, "of communities: modularity, cpm [modularity]")
            ->type_name("WORD");
        app.add_option(
               "--resolution", options_.communities.resolution,
               "of the quality: more makes smaller communities [1; cpm: the mean over all pairs]")
            ->type_name("NUMBER");
        app.add_option("--seed", options_.communities.seed, "of the random order [0]")
            ->type_name("N");
        app.add_flag("--directed", directed_, "keep the directions of relations");
        weights_.set_up(app);
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        format_ = table_.parsed();
        options_.method = option_word("--method", method_, parse_method, {"leiden", "louvain"});
        options_.communities.quality =
            option_word("--quality", quality_, parse_quality, {"modularity", "cpm"});
        const bool points = by_ == "articulation-points", bridges = by_ == "bridges";
        if (!points && !bridges) options_.by = option_word("--by", by_, parse_grouping, by_words());
        if (by_ != "communities" && (weights_.wanted() || options_.communities.resolution))
            throw Error("usage", "--weight and --resolution are for --by communities");
        if (!top_ && for_people()) top_ = default_top;

        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const bool directed = directed_ || options_.by == Grouping::strong_components;
        const View view =
            apply(graph, lens, directed ? Direction::directed : Direction::undirected);
        say_counts(input_, lens, view);
        warn_of_marking(input_, view.marking);
        const std::string text =
            points || bridges ? breaks_text(graph, view, points) : groups_text(graph, view);
        emit(table_.output, text);
        return done;
    }

  private:
    static constexpr std::size_t default_top = 20;  // of tables for people; machines get all

    [[nodiscard]] bool for_people() const {
        return format_ == TableFormat::table || format_ == TableFormat::markdown;
    }

    template <class Rows>
    void keep_top(Rows& rows) const {
        if (top_ && rows.size() > *top_) rows.resize(*top_);
    }

    [[nodiscard]] std::string groups_text(const ActorGraph& graph, const View& view) const {
        Groups found = groups(graph, view, options_, weights_.of(graph, view).strengths);
        const std::size_t all = found.groups.size();
        keep_top(found.groups);
        if (format_ == TableFormat::json) return groups_json(graph, found);
        if (!for_people()) return table_.render(members_table(graph, found));
        std::string text = table_.render(groups_table(graph, found, names_in_table));
        text += fmt::format("\n{} of {} groups", found.groups.size(), all);
        if (found.communities)
            text += fmt::format("; {} {:.6g}, resolution {:.6g}", quality_,
                                found.communities->quality, found.communities->resolution);
        return text + "\nTLP: " + std::string(to_string(view.marking)) + '\n';
    }

    [[nodiscard]] std::string breaks_text(const ActorGraph& graph, const View& view,
                                          bool points) const {
        Breaks found = breaks(view);
        const std::size_t all = points ? found.points.size() : found.bridges.size();
        keep_top(found.points);
        keep_top(found.bridges);
        if (format_ == TableFormat::json)
            return points ? breaking_points_json(graph, view, found)
                          : bridges_json(graph, view, found);
        const Table table =
            points ? breaking_points_table(graph, found) : bridges_table(graph, found);
        if (!for_people()) return table_.render(table);
        return table_.render(table) + fmt::format("\n{} of {}\nTLP: {}\n", table.rows.size(), all,
                                                  to_string(view.marking));
    }

    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    WeightOptions weights_;
    GroupsOptions options_;
    TableFormat format_ = TableFormat::table;
    std::string by_ = "communities", method_ = "leiden", quality_ = "modularity";
    std::optional<std::size_t> top_;
    bool directed_ = false;
};

}  // namespace

std::unique_ptr<Command> make_groups() {
    return std::make_unique<GroupsCommand>();
}

}  // namespace actormap::tool
