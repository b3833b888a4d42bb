#include "output.hpp"

#include <actormap/lens/restrict.hpp>
#include <actormap/study/lint.hpp>

namespace actormap::tool {
namespace {

class Check : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        Diagnostics diagnostics;
        ReadResult read = input_.read(diagnostics);
        if (read.report.unreadable == 0)
            lint_under(lens, lens_.merge.apply(std::move(read.graph), input_), diagnostics);
        report(diagnostics, !input_.quiet);
        if (!input_.quiet) say_findings(read.report.findings);
        if (!input_.quiet)
            say(std::to_string(diagnostics.errors()) + " errors, " +
                std::to_string(diagnostics.warnings()) + " warnings");
        if (read.report.unreadable != 0) return failed;
        return diagnostics.errors() == 0 ? done : answered_no;
    }

  private:
    /// Asks about all of the graph, or about what the lens shows of it.
    void lint_under(const Lens& lens, const ActorGraph& graph, Diagnostics& diagnostics) const {
        if (!narrows(lens)) return lint(graph, diagnostics);
        const View view = apply(graph, lens);
        say_counts(input_, lens, view);
        lint(restrict(graph, lens, view), diagnostics);
    }

    InputOptions input_;
    LensOptions lens_;
};

}  // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

}  // namespace actormap::tool
