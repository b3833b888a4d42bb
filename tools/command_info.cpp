#include "output.hpp"

#include <actormap/lens/merge.hpp>
#include <actormap/lens/restrict.hpp>
#include <actormap/study/summary.hpp>
#include <actormap/write/summary.hpp>

namespace actormap::tool {
namespace {

class Info : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
        lens_.set_up(app);
    }

    int run() override {
        const TableFormat format = table_.parsed();
        const Lens lens = lens_.lens();
        const ReadResult read = input_.read();
        const BuildCounts& counts = read.report.counts;
        const ReadingCounts reading{counts.dangling,        counts.duplicates,
                                    counts.conflicts,       counts.unclaimed,
                                    read.report.unreadable, read.report.unknown_types,
                                    read.report.objects,    read.report.findings};
        if (!lens.merge_names) {
            emit(table_.output, render(format, read.graph, lens, reading, nullptr));
            return done;
        }
        const Merged merged = merge_names(read.graph);
        emit(table_.output, render(format, merged.graph, lens, reading, &merged));
        return done;
    }

  private:
    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph, const Lens& lens,
                                     const ReadingCounts& reading, const Merged* merged) const {
        const Summary summary = summarize(graph);
        const std::optional<LensSummary> shown = seen(graph, lens);
        const LensSummary* by_lens = shown ? &*shown : nullptr;
        if (format == TableFormat::json) return summary_json(summary, reading, merged, by_lens);
        return table_.render(summary_table(summary, reading, merged, by_lens));
    }

    /// What the lens shows, if there is one.
    [[nodiscard]] std::optional<LensSummary> seen(const ActorGraph& graph, const Lens& lens) const {
        if (!narrows(lens)) return std::nullopt;
        const View view = apply(graph, lens);
        say_counts(input_, lens, view);
        return summarize(graph, lens, view);
    }

    InputOptions input_;
    TableOptions table_;
    LensOptions lens_;
};

}  // namespace

std::unique_ptr<Command> make_info() {
    return std::make_unique<Info>();
}

}  // namespace actormap::tool
