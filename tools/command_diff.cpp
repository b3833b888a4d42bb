#include "output.hpp"

#include <actormap/study/difference.hpp>
#include <actormap/write/difference.hpp>

namespace actormap::tool {
namespace {

class Diff : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app, "OLD and NEW; or, with --as-of twice, graphs read together as one");
        table_.set_up(app);
        lens_.set_up(app);
        // The one option of the lens that may differ between the sides.
        app.remove_option(app.get_option("--as-of"));
        app.add_option("--as-of", as_of_,
                       "only what had been said by then; given twice, one graph at two dates")
            ->allow_extra_args(false)
            ->group("Lens")
            ->type_name("DATE");
    }

    int run() override {
        const TableFormat format = table_.parsed();
        if (as_of_.size() > 2)
            throw Error("usage", "--as-of is given more than twice; give two dates at most");
        const bool two_dates = as_of_.size() == 2;
        if (!two_dates && input_.files.size() != 2)
            throw Error("usage",
                        "diff compares two graphs; give OLD and NEW, or --as-of twice and any "
                        "number of files");
        const Lens before = lens(0), after = lens(two_dates ? 1 : 0);
        const ActorGraph old_graph = read(two_dates ? input_.files : one(0));
        const ActorGraph new_graph = two_dates ? ActorGraph() : read(one(1));
        const Difference found =
            difference({old_graph, before}, {two_dates ? old_graph : new_graph, after});
        warn_of_marking(input_, found.marking);
        emit(table_.output, render(format, found));
        return found.changes.empty() ? done : answered_no;
    }

  private:
    /// The lens of a side; both have the only date, if there is one.
    [[nodiscard]] Lens lens(std::size_t side) {
        lens_.as_of.reset();
        if (side < as_of_.size()) lens_.as_of = as_of_[side];
        return lens_.lens();
    }

    [[nodiscard]] std::vector<std::string> one(std::size_t side) const {
        return {input_.files.at(side)};
    }

    [[nodiscard]] ActorGraph read(const std::vector<std::string>& files) const {
        InputOptions input = input_;
        input.files = files;
        return lens_.merge.apply(input.read().graph, input);
    }

    [[nodiscard]] std::string render(TableFormat format, const Difference& found) const {
        if (format == TableFormat::json) return difference_json(found);
        const std::string text = table_.render(difference_table(found));
        if (format == TableFormat::csv) return text;
        if (found.changes.empty()) return {};
        return text + "\nTLP: " + std::string(to_string(found.marking)) + '\n';
    }

    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    std::vector<std::string> as_of_;
};

}  // namespace

std::unique_ptr<Command> make_diff() {
    return std::make_unique<Diff>();
}

}  // namespace actormap::tool
