#include "output.hpp"

#include <actormap/draw/draw.hpp>
#include <actormap/lens/restrict.hpp>
#include <actormap/write/write.hpp>

namespace actormap::tool {
namespace {

const std::vector<std::string_view> format_words{"native", "stix", "claims", "csv", "dot"};

class Convert : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        app.add_option("-o,--output", output_, "where to write; - is standard output")
            ->type_name("FILE");
        app.add_option(
               "-T,--to", format_,
               "native, stix, claims, csv or dot [from the ending of FILE: .json is native, "
               ".csv, .dot]")
            ->type_name("FORMAT");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const std::string word = wanted();
        if (word != "dot") (void)parsed(word);
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens);
        say_counts(input_, lens, view);
        if (word == "dot") {
            warn_of_marking(input_, view.marking);
            emit(output_, draw(graph, lens, view, DrawFormat::dot));
            return done;
        }
        // Without a lens everything goes over, isolated entities and hidden claims included.
        Lens others = lens;
        others.merge_names = false;
        const ActorGraph written = settings(others).empty() ? graph : restrict(graph, lens, view);
        warn_of_marking(input_, highest_marking(written));
        Losses losses;
        emit(output_, write(written, parsed(word), losses));
        if (!input_.quiet) {
            for (const std::string& line : lines(losses)) say("actormap: not written: " + line);
        }
        return done;
    }

  private:
    /// The word for the format: what was typed, else the ending of the file.
    [[nodiscard]] std::string wanted() const {
        const std::string word = format_.empty() ? ending(output_) : format_;
        if (word.empty())
            throw Error("usage", "the format is open; give -T native, stix, claims, csv or dot");
        return word;
    }

    [[nodiscard]] OutputFormat parsed(const std::string& word) const {
        return option_word(format_.empty() ? "-o" : "-T", word, parse_output_format, format_words);
    }

    InputOptions input_;
    LensOptions lens_;
    std::string output_ = "-";
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_convert() {
    return std::make_unique<Convert>();
}

}  // namespace actormap::tool
