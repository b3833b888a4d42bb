#include "output.hpp"

#include <actormap/lens/merge.hpp>
#include <actormap/study/summary.hpp>
#include <actormap/write/summary.hpp>

namespace actormap::tool {
namespace {

class Info : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
        merge_.set_up(app);
    }

    int run() override {
        const TableFormat format = table_.parsed();
        const bool merging = merge_.wanted();
        const ReadResult read = input_.read();
        const BuildCounts& counts = read.report.counts;
        const ReadingCounts reading{counts.dangling,        counts.duplicates,
                                    counts.conflicts,       counts.unclaimed,
                                    read.report.unreadable, read.report.unknown_types,
                                    read.report.objects,    read.report.findings};
        if (!merging) {
            emit(table_.output, render(format, read.graph, reading, nullptr));
            return done;
        }
        const Merged merged = merge_names(read.graph);
        emit(table_.output, render(format, merged.graph, reading, &merged));
        return done;
    }

  private:
    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const ReadingCounts& reading, const Merged* merged) const {
        const Summary summary = summarize(graph);
        if (format == TableFormat::json) return summary_json(summary, reading, merged);
        return table_.render(summary_table(summary, reading, merged));
    }

    InputOptions input_;
    TableOptions table_;
    MergeOption merge_;
};

}  // namespace

std::unique_ptr<Command> make_info() {
    return std::make_unique<Info>();
}

}  // namespace actormap::tool
