#include "convert_with.hpp"
#include "output.hpp"

#include <actormap/base/text.hpp>
#include <actormap/lens/restrict.hpp>
#include <actormap/write/write.hpp>

#include <filesystem>

namespace actormap::tool {
namespace {

class Convert : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        app.add_option("-o,--output", output_,
                       "where to write; - is standard output; a folder for tables and neo4j")
            ->type_name("FILE");
        app.add_option(
               "-T,--to", format_,
               "native, stix, claims, csv, graphml, gexf, node-link, cytoscape, dot, tables "
               "or neo4j [from the ending of FILE: .json is native, .cyjs cytoscape]")
            ->type_name("FORMAT");
        with_.set_up(app);
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const OutputFormat format = parsed();
        with_.check();
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens);
        say_counts(input_, lens, view);
        // Without a lens everything goes over, isolated entities and hidden claims included.
        const ActorGraph written = narrows(lens) ? restrict(graph, lens, view) : graph;
        warn_of_marking(input_, highest_marking(written));
        WriteExtras extras;
        if (with_.wanted())
            extras = {with_.columns(graph, lens, written), with_.looks(graph, lens, written)};
        Losses losses;
        if (is_folder(format))
            emit_folder(write_folder(written, format, losses, extras));
        else
            emit(output_, write(written, format, losses, extras));
        if (!input_.quiet) {
            for (const std::string& line : lines(losses)) say("actormap: not written: " + line);
        }
        return done;
    }

  private:
    /// What was typed, else what the ending of the file says.
    [[nodiscard]] OutputFormat parsed() const {
        const std::string word = format_.empty() ? ending(output_) : format_;
        const auto& words = output_format_words();
        if (word.empty())
            throw Error("usage", "the format is open; give -T with one of " +
                                     join({words.begin(), words.end()}, ", "));
        const OutputFormat format =
            option_word(format_.empty() ? "-o" : "-T", word, parse_output_format, words);
        if (is_folder(format) && output_ == "-")
            throw Error("usage", word + " is several files; give a folder with -o");
        return format;
    }

    void emit_folder(const std::vector<WrittenFile>& files) const {
        const std::filesystem::path folder(output_);
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        if (failed)
            throw Error("file-unwritable",
                        output_ + ": " + failed.message() + "; give a folder that can be written");
        for (const WrittenFile& file : files) emit((folder / file.name).string(), file.content);
    }

    InputOptions input_;
    LensOptions lens_;
    WithOptions with_;
    std::string output_ = "-";
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_convert() {
    return std::make_unique<Convert>();
}

}  // namespace actormap::tool
