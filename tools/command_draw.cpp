#include "output.hpp"

#include <actormap/base/file.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/draw/bibliography.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/draw/frames.hpp>
#include <actormap/study/measures.hpp>

#include <cmath>

namespace actormap::tool {
namespace {

constexpr unsigned most_frames = 200;
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
        app.add_option(
               "--cluster", cluster_,
               "what stands together: country, community or none; auto: countries, in columns "
               "alone [auto]")
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
        app.add_option("--frames", frames_,
                       "a picture as of each year, FIRST..LAST, with everything in its place: "
                       "FILE-2018.svg and so on")
            ->type_name("YEARS");
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
        const std::vector<PartialDate> dates = parsed_frames();
        const Measure measure = option_word("--size-by", size_by_, parse_measure, measure_words());
        set_options(format, measure);
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        if (!dates.empty()) {
            draw_all(graph, lens, dates, format, measure);
            return done;
        }
        const View view = apply(graph, lens);
        options_.size = sizes(view, measure);
        say_counts(input_, lens, view);
        const std::string picture = draw(graph, lens, view, format, options_, told());
        if (citations) emit(citations_, bibliography(cite(graph, view), *citations, view.marking));
        emit(output_, picture);
        return done;
    }

  private:
    void set_options(DrawFormat format, Measure measure) {
        if (options_.links && format != DrawFormat::svg)
            throw Error("usage", "--links makes links in SVG alone; give -o FILE.svg or -T svg");
        options_.layout = option_word("--layout", layout_, parse_draw_layout,
                                      {"auto", "layered", "radial", "force", "world"});
        options_.cluster = option_word("--cluster", cluster_, parse_clustering,
                                       {"auto", "none", "country", "community"});
        check_layout();
        options_.theme = option_word("--theme", theme_, parse_theme, {"light", "dark", "print"});
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
    }

    /// Refuses what a layout would pass over in silence.
    void check_layout() const {
        const bool placed =
            options_.layout == DrawLayout::automatic || options_.layout == DrawLayout::force;
        for (const char* option : {"--keep-layout", "--frames"}) {
            if (app_->count(option) > 0 && !placed)
                throw Error("usage", std::string(option) + " goes with --layout force");
        }
        const bool bare =
            options_.layout == DrawLayout::world || options_.layout == DrawLayout::radial;
        if (app_->count("--cluster") > 0 && bare)
            throw Error("usage", "--cluster goes with --layout layered or force");
        if (options_.layout != DrawLayout::world) return;
        for (const char* option :
             {"--bundle", "--limit", "--limit-edges", "--backbone", "--size-by"}) {
            if (app_->count(option) > 0)
                throw Error("usage", std::string(option) + " does not go with --layout world");
        }
    }

    static std::vector<double> sizes(const View& view, Measure measure) {
        std::vector<double> found = compute(view.network, {}, measure);
        for (double& size : found) {
            if (std::isnan(size)) size = 0;  // no value: as small as can be
        }
        return found;
    }

    /// Says how far the layout is.
    [[nodiscard]] Run told() const {
        Run run;
        run.progress = input_.progress_of("laying out", 1);
        return run;
    }

    /// A file for each date: map.svg becomes map-2018.svg and so on.
    void draw_all(const ActorGraph& graph, const Lens& lens, const std::vector<PartialDate>& dates,
                  DrawFormat format, Measure measure) const {
        const std::vector<std::string> frames = draw_frames(
            graph, lens, dates, format, options_,
            [&](const View& view) { return sizes(view, measure); }, told());
        const std::size_t dot = output_.size() - ending(output_).size() - 1;
        for (std::size_t i = 0; i < frames.size(); ++i) {
            emit(output_.substr(0, dot) + '-' + to_string(dates[i]) + output_.substr(dot),
                 frames[i]);
        }
    }

    /// The years of --frames.
    [[nodiscard]] std::vector<PartialDate> parsed_frames() const {
        if (frames_.empty()) return {};
        const std::size_t dots = frames_.find("..");
        const auto year = [](const std::string& text) {
            return text.size() == 4 ? parse_count(text) : std::nullopt;
        };
        const auto first = year(frames_.substr(0, dots));
        const auto last = dots == std::string::npos ? first : year(frames_.substr(dots + 2));
        if (!first || !last || *first < 1 || *last < *first || *last - *first >= most_frames)
            throw Error("usage", "--frames: " + quote(frames_) + " is no range of at most " +
                                     std::to_string(most_frames) +
                                     " years; give FIRST..LAST, as 2018..2024");
        if (ending(output_).empty())
            throw Error("usage", "--frames writes a file for each year; give -o FILE.svg");
        if (!citations_.empty())
            throw Error("usage", "--citations goes with one picture, not with --frames");
        std::vector<PartialDate> dates;
        for (std::uint64_t y = *first; y <= *last; ++y) {
            const std::string digits = std::to_string(y);
            dates.push_back(*PartialDate::parse(std::string(4 - digits.size(), '0') + digits));
        }
        return dates;
    }

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
    std::string frames_;
    std::string layout_ = "auto";
    std::string cluster_ = "auto";
    std::string theme_ = "light";
    std::string size_by_ = "degree";
};

}  // namespace

std::unique_ptr<Command> make_draw() {
    return std::make_unique<Draw>();
}

}  // namespace actormap::tool
