#include "common.hpp"

#include <actormap/study/summary.hpp>
#include <actormap/write/summary.hpp>

namespace actormap::tool {
namespace {

class Info : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
    }

    int run() override {
        const TableFormat format = table_.parsed();
        const ReadResult read = input_.read();
        const BuildCounts& counts = read.report.counts;
        const ReadingCounts reading{counts.dangling,        counts.duplicates,
                                    counts.conflicts,       counts.unclaimed,
                                    read.report.unreadable, read.report.unknown_types,
                                    read.report.objects,    read.report.findings};
        const Summary summary = summarize(read.graph);
        emit(table_.output, format == TableFormat::json
                                ? summary_json(summary, reading)
                                : table_.render(summary_table(summary, reading)));
        return done;
    }

  private:
    InputOptions input_;
    TableOptions table_;
};

}  // namespace

std::unique_ptr<Command> make_info() {
    return std::make_unique<Info>();
}

}  // namespace actormap::tool
