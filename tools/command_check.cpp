#include "output.hpp"

#include <actormap/study/lint.hpp>

namespace actormap::tool {
namespace {

class Check : public Command {
  public:
    void set_up(CLI::App& app) override { input_.set_up(app); }

    int run() override {
        Diagnostics diagnostics;
        const ReadResult read = input_.read(diagnostics);
        if (read.report.unreadable == 0) lint(read.graph, diagnostics);
        report(diagnostics, !input_.quiet);
        if (!input_.quiet) say_findings(read.report.findings);
        if (!input_.quiet)
            say(std::to_string(diagnostics.errors()) + " errors, " +
                std::to_string(diagnostics.warnings()) + " warnings");
        if (read.report.unreadable != 0) return failed;
        return diagnostics.errors() == 0 ? done : answered_no;
    }

  private:
    InputOptions input_;
};

}  // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

}  // namespace actormap::tool
