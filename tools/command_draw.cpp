#include "output.hpp"

#include <actormap/base/text.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/study/measures.hpp>

#include <cmath>

namespace actormap::tool {
namespace {

const std::vector<std::string_view> format_words{"svg", "png", "pdf", "dot", "json"};

class Draw : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        app.add_option("-o,--output", output_, "where to write; - is standard output")
            ->type_name("FILE");
        app.add_option("-T", format_, "svg, png, pdf, dot or json [from the ending of FILE]")
            ->type_name("FORMAT");
        app.add_option("--title", options_.title, "the title [the graph's]")->type_name("TEXT");
        app.add_option("--layout", layout_, "auto, layered, radial, force or world [auto]")
            ->type_name("WORD");
        app.add_option("--size-by", size_by_, "the measure that sizes names [degree]")
            ->type_name("M");
        app.add_option("--theme", theme_, "light, dark or print [light]")->type_name("WORD");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const DrawFormat format = parsed_format();
        options_.layout = option_word("--layout", layout_, parse_draw_layout,
                                      {"auto", "layered", "radial", "force", "world"});
        options_.theme = option_word("--theme", theme_, parse_theme, {"light", "dark", "print"});
        const Measure measure = option_word("--size-by", size_by_, parse_measure, measure_words());
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens);
        options_.size = compute(view.network, {}, measure);
        for (double& size : options_.size) {
            if (std::isnan(size)) size = 0;  // no value: as small as can be
        }
        options_.size_label = to_string(measure);
        say_counts(input_, lens, view);
        emit(output_, draw(graph, lens, view, format, options_));
        return done;
    }

  private:
    /// -T, else the ending of the output file.
    [[nodiscard]] DrawFormat parsed_format() const {
        if (!format_.empty()) return option_word("-T", format_, parse_draw_format, format_words);
        if (ending(output_).empty())
            throw Error("usage",
                        "the format of the picture is open; give -o FILE.svg (or .png, .pdf, "
                        ".dot, .json) or -T FORMAT");
        return option_word("-o", ending(output_), parse_draw_format, format_words);
    }

    InputOptions input_;
    LensOptions lens_{Tlp::clear};
    DrawOptions options_;
    std::string output_ = "-";
    std::string format_;
    std::string layout_ = "auto";
    std::string theme_ = "light";
    std::string size_by_ = "degree";
};

}  // namespace

std::unique_ptr<Command> make_draw() {
    return std::make_unique<Draw>();
}

}  // namespace actormap::tool
