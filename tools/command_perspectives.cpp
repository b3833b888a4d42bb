#include "output.hpp"

#include <actormap/study/perspectives.hpp>
#include <actormap/write/perspectives.hpp>

namespace actormap::tool {
namespace {

class PerspectivesCommand : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
        app.add_option("--by", by_, "what makes a side: speaker, kind or country [kind]")
            ->type_name("WORD");
        add_list(app, "--verdict", verdicts_,
                 "list only relations of these: contested, agreed, one-sided, denied, withdrawn; "
                 "the summary counts all")
            ->type_name("WORD,...");
        lens_.set_up(app);
    }

    int run() override {
        const TableFormat format = table_.parsed();
        PerspectivesOptions options;
        options.by = option_word("--by", by_, parse_side_by, {"speaker", "kind", "country"});
        for (const std::string& word : verdicts_)
            options.verdicts.push_back(
                option_word("--verdict", word, parse_agreement,
                            {"contested", "agreed", "one-sided", "denied", "withdrawn"}));
        const Lens lens = lens_.lens();
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens);
        const Perspectives found = perspectives(graph, lens, view, options);
        say_counts(input_, lens, view);
        warn_of_marking(input_, found.marking);
        emit(table_.output, render(format, graph, view, found));
        return done;
    }

  private:
    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph, const View& view,
                                     const Perspectives& found) const {
        if (format == TableFormat::json) return perspectives_json(graph, view.selection, found);
        if (format == TableFormat::csv) return table_.render(perspectives_rows(graph, found));
        std::string text = table_.render(perspectives_table(graph, found));
        for (const Table& table : perspectives_summary(found)) text += '\n' + table_.render(table);
        if (const std::string note = unpaired_note(found); !note.empty()) text += '\n' + note;
        return text + "\nTLP: " + std::string(to_string(found.marking)) + '\n';
    }

    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
    std::string by_ = "kind";
    std::vector<std::string> verdicts_;
};

}  // namespace

std::unique_ptr<Command> make_perspectives() {
    return std::make_unique<PerspectivesCommand>();
}

}  // namespace actormap::tool
