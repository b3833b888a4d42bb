#include "output.hpp"

#include <actormap/draw/draw.hpp>
#include <actormap/lens/restrict.hpp>
#include <actormap/write/claims.hpp>
#include <actormap/write/edges.hpp>
#include <actormap/write/native.hpp>
#include <actormap/write/stix.hpp>

namespace actormap::tool {
namespace {

enum class Target { native, stix, claims, csv, dot };

std::optional<Target> parse_target(std::string_view text) {
    if (text == "native" || text == "json") return Target::native;
    if (text == "stix") return Target::stix;
    if (text == "claims") return Target::claims;
    if (text == "csv") return Target::csv;
    if (text == "dot") return Target::dot;
    return std::nullopt;
}

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
        const Target target = parsed_target();
        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const View view = apply(graph, lens);
        say_counts(input_, lens, view);
        if (target == Target::dot) {
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
        emit(output_, text(target, written, losses));
        if (!input_.quiet) {
            for (const std::string& line : lines(losses)) say("actormap: not written: " + line);
        }
        return done;
    }

  private:
    [[nodiscard]] Target parsed_target() const {
        const std::string word = format_.empty() ? ending(output_) : format_;
        if (word.empty())
            throw Error("usage", "the format is open; give -T native, stix, claims, csv or dot");
        return option_word(format_.empty() ? "-o" : "-T", word, parse_target,
                           {"native", "stix", "claims", "csv", "dot"});
    }

    [[nodiscard]] static std::string text(Target target, const ActorGraph& graph, Losses& losses) {
        switch (target) {
            case Target::stix:
                return write_stix(graph, losses);
            case Target::claims:
                return write_claims(graph, losses);
            case Target::csv:
                return write_edges(graph, losses);
            default:
                return write_native(graph);
        }
    }

    [[nodiscard]] static Tlp highest_marking(const ActorGraph& graph) {
        Tlp highest = Tlp::clear;
        for (const Entity& entity : graph.entities()) {
            highest = std::max(highest, entity.marking);
            for (const Name& name : entity.names) highest = std::max(highest, name.marking);
        }
        for (const Relation& relation : graph.relations())
            highest = std::max(highest, relation.marking);
        for (const Source& source : graph.sources()) highest = std::max(highest, source.marking);
        for (const Claim& claim : graph.claims()) highest = std::max(highest, graph.marking(claim));
        return highest;
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
