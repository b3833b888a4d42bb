#include "output.hpp"

#include <actormap/model/lookup.hpp>
#include <actormap/study/comparison.hpp>
#include <actormap/write/comparison.hpp>

namespace actormap::tool {
namespace {

class Compare : public Command {
  public:
    void set_up(CLI::App& app) override {
        app.add_option("A", first_, "id or name of an entity")->required();
        app.add_option("B", second_, "id or name of another")->required();
        input_.set_up(app);
        table_.set_up(app);
        app.add_option("--top", detail_.top,
                       "list at most so many under each heading [10 in tables, else all]")
            ->type_name("N")
            ->check(CLI::Range(0, 1'000'000'000));
        app.add_flag("--all", detail_.all, "list what only one of the two has as well");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        const bool for_people = format == TableFormat::table || format == TableFormat::markdown;
        if (!detail_.top && for_people) detail_.top = default_top;
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens, Direction::directed);
        const EntityId first = find_by_name(graph, first_, lens.tlp),
                       second = find_by_name(graph, second_, lens.tlp);
        const Comparison comparison = compare(graph, lens, view, first, second);
        say_counts(input_, lens, view);
        warn_of_marking(input_, comparison.marking);
        emit(table_.output, render(format, graph, view.selection, comparison));
        return done;
    }

  private:
    static constexpr std::size_t default_top = 10;  // of tables for people; machines get all

    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const Selection& selection,
                                     const Comparison& comparison) const {
        switch (format) {
            case TableFormat::table:
                return comparison_text(graph, selection, comparison, detail_);
            case TableFormat::json:
                return comparison_json(graph, selection, comparison);
            case TableFormat::csv:
                return table_.render(comparison_table(graph, selection, comparison, detail_));
            default:
                return table_.render(comparison_table(graph, selection, comparison, detail_)) +
                       "\nTLP: " + std::string(to_string(comparison.marking)) + '\n';
        }
    }

    std::string first_, second_;
    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    ComparisonDetail detail_;
};

}  // namespace

std::unique_ptr<Command> make_compare() {
    return std::make_unique<Compare>();
}

}  // namespace actormap::tool
