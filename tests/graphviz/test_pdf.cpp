#include "support/catch.hpp"

#include <actormap/graphviz/graphviz.hpp>
#include <actormap/graphviz/pdf.hpp>

#include <string>
#include <vector>

using namespace actormap;
using actormap::graphviz::without_date;

namespace {

/// A PDF of these objects, the last of which is its document information.
std::string pdf_of(const std::vector<std::string>& objects) {
    std::string text = "%PDF-1.5\n", table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string offset = std::to_string(text.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        text += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(text.size()), size = std::to_string(objects.size());
    return text + "xref\n0 " + std::to_string(objects.size() + 1) + '\n' + table +
           "trailer\n<< /Size " + size + "\n   /Root 1 0 R\n   /Info " + size +
           " 0 R\n>>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string information(const std::string& date) {
    return "<< /Producer (cairo (a \\) b) /CreationDate \\( (D:1))\n   /CreationDate (" + date +
           ")\n>>";
}

const std::string stream =
    "<< /Length 40 >>\nstream\n<< /CreationDate (D:20200101000000Z) >>   \nendstream";

GvGraph labelled(const std::vector<std::string>& labels) {
    GvGraph graph;
    graph.graph = {{"margin", "0"}};
    graph.node = {{"fontname", "DejaVu Sans"}};
    for (const std::string& label : labels)
        graph.nodes.push_back({{{"label", label}, {"shape", "box"}}, std::nullopt});
    return graph;
}

}  // namespace

TEST_CASE("the date of a PDF is blank, and nothing else", "[graphviz][pdf]") {
    const std::string early = pdf_of({stream, information("D:20240101000000Z")});
    const std::string late = pdf_of({stream, information("D:20261128041021Z")});
    REQUIRE(early != late);
    const std::string blank = without_date(early);
    CHECK(blank == without_date(late));
    CHECK(blank.size() == early.size());
    std::string expected = early;
    const std::string entry = "/CreationDate (D:20240101000000Z)";
    const std::size_t at = expected.find(entry);
    REQUIRE(at != std::string::npos);
    expected.replace(at, entry.size(), entry.size(), ' ');
    CHECK(blank == expected);
    CHECK(without_date(blank) == blank);
}

TEST_CASE("what is no date entry stays, and broken files come back whole", "[graphviz][pdf]") {
    const std::vector<std::string> objects = {stream, "<< /Producer (/CreationDate (D:1)) >>"};
    CHECK(without_date(pdf_of(objects)) == pdf_of(objects));
    for (const std::string& info :
         {std::string("<< /CreationDate 7 0 R >>"), std::string("<< /CreationDate (yesterday) >>"),
          std::string("<< /Title (open"), std::string("[ ]"), std::string()}) {
        CHECK(without_date(pdf_of({stream, info})) == pdf_of({stream, info}));
    }
    const std::string whole = pdf_of({stream, information("D:20240101000000Z")});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::string cut = whole.substr(0, size);
        CHECK(without_date(cut).size() == size);
    }
    for (const std::string text : {"startxref\n99999999\n%%EOF", "startxref", "startxref\n-1",
                                   "xref\n0 999999999999\nstartxref\n0\n%%EOF"}) {
        CHECK(without_date(text) == text);
    }
}

TEST_CASE("a PDF has one page of the picture's size and no date", "[graphviz][pdf]") {
    const GvGraph graph = labelled({"APT31", "Parliament"});
    const std::string pdf = render(graph, Engine::dot, ImageFormat::pdf);
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.find("%%EOF") != std::string::npos);
    CHECK(pdf.find("/Count 1\n") != std::string::npos);
    CHECK(pdf.find("/CreationDate") == std::string::npos);
    CHECK(pdf == render(graph, Engine::dot, ImageFormat::pdf));

    const auto page = [](const std::string& text) {
        const std::size_t at = text.find("/MediaBox [ 0 0 ") + 16;
        return std::stod(text.substr(at));
    };
    const double narrow = page(pdf);
    const double wide =
        page(render(labelled({"a", "b", "c", "d", "e", "f"}), Engine::dot, ImageFormat::pdf));
    const GvLayout place = layout(graph, Engine::dot);
    CHECK(narrow == Approx(place.box.high.x - place.box.low.x + 8).margin(1.5));  // its pad is 4
    CHECK(wide > narrow);
}
