#include "output.hpp"

#include <actormap/model/lookup.hpp>
#include <actormap/study/profile.hpp>
#include <actormap/write/profile.hpp>

namespace actormap::tool {
namespace {

class Show : public Command {
  public:
    void set_up(CLI::App& app) override {
        app.add_option("NAME", name_, "id or name of an entity")->required();
        input_.set_up(app);
        table_.set_up(app);
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens);
        const Profile shown = profile(graph, lens, view, find_by_name(graph, name_, lens.tlp));
        say_counts(input_, lens, view);
        warn_of_marking(input_, shown.marking);
        emit(table_.output, render(format, graph, view.selection, shown));
        return done;
    }

  private:
    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const Selection& selection, const Profile& shown) const {
        switch (format) {
            case TableFormat::table:
                return profile_text(graph, selection, shown);
            case TableFormat::json:
                return profile_json(graph, selection, shown);
            default:
                return table_.render(profile_table(graph, selection, shown));
        }
    }

    std::string name_;
    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
};

}  // namespace

std::unique_ptr<Command> make_show() {
    return std::make_unique<Show>();
}

}  // namespace actormap::tool
