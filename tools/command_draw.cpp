#include "output.hpp"

#include <actormap/base/file.hpp>
#include <actormap/base/text.hpp>
#include <actormap/draw/bibliography.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/study/measures.hpp>

#include <cmath>

namespace actormap::tool {
namespace {

const std::vector<std::string_view> format_words{"svg", "png", "pdf", "dot", "json"};

class Draw : public Command {
  public:
    void set_up(CLI::App& app) override {
        app_ = &app;
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
        app.add_option("--bundle", reduction_.bundle,
                       "draw so many entities or more that are linked alike as one; 0: none")
            ->type_name("N");
        app.add_option("--limit", reduction_.limit,
                       "draw only the N nodes of the highest measure; 0: all")
            ->type_name("N");
        app.add_option("--limit-edges", reduction_.edges,
                       "draw only the N edges of the highest association strength; 0: all")
            ->type_name("N");
        app.add_option("--backbone", reduction_.backbone,
                       "draw only the edges whose share of the claims is less likely than this")
            ->type_name("ALPHA");
        app.add_option("--keep-layout", keep_layout_,
                       "an earlier picture as JSON: what was in it stays near its place")
            ->type_name("FILE");
        app.add_option("--theme", theme_, "light, dark or print [light]")->type_name("WORD");
        app.add_flag("--links", options_.links,
                     "in SVG, the listed sources lead to their addresses");
        app.add_option("--citations", citations_,
                       "the sources for a reference manager: .bib (BibTeX) or .json (CSL-JSON)")
            ->type_name("FILE");
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const DrawFormat format = parsed_format();
        const std::optional<BibliographyFormat> citations = parsed_citations();
        if (options_.links && format != DrawFormat::svg)
            throw Error("usage", "--links makes links in SVG alone; give -o FILE.svg or -T svg");
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
        if (app_->count("--bundle") + app_->count("--limit") + app_->count("--limit-edges") +
                app_->count("--backbone") >
            0) {
            options_.reduction = reduction_;
        }
        if (input_.verbose) {
            options_.explain = [](const std::string& text) { say("actormap: " + text); };
        }
        if (!keep_layout_.empty()) {
            options_.earlier = read_places(read_file(keep_layout_), keep_layout_);
        }
        say_counts(input_, lens, view);
        const std::string picture = draw(graph, lens, view, format, options_);
        if (citations) emit(citations_, bibliography(cite(graph, view), *citations, view.marking));
        emit(output_, picture);
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

    [[nodiscard]] std::optional<BibliographyFormat> parsed_citations() const {
        if (citations_.empty()) return std::nullopt;
        const auto format = parse_bibliography_format(ending(citations_));
        if (!format)
            throw Error("usage", "--citations: " + quote(citations_) +
                                     " ends in neither .bib nor .json; give FILE.bib for BibTeX or "
                                     "FILE.json for CSL-JSON");
        if (citations_ == output_)
            throw Error("usage", "--citations and -o name one file; give each its own");
        return format;
    }

    const CLI::App* app_ = nullptr;
    InputOptions input_;
    LensOptions lens_{Tlp::clear};
    DrawOptions options_;
    Reduction reduction_;
    std::string output_ = "-";
    std::string format_;
    std::string citations_;
    std::string keep_layout_;
    std::string layout_ = "auto";
    std::string theme_ = "light";
    std::string size_by_ = "degree";
};

}  // namespace

std::unique_ptr<Command> make_draw() {
    return std::make_unique<Draw>();
}

}  // namespace actormap::tool
