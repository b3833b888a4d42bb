#include "sample.hpp"

#include <actormap/draw/bibliography.hpp>
#include <actormap/draw/links.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

struct Record {
    std::string type;
    std::string key;
    std::map<std::string, std::string> fields;  // as they stand between their braces
};

/// BibTeX as its own parser reads it: what is outside of entries is nothing, and braces are
/// counted, with no regard to backslashes.
class Parser {
  public:
    explicit Parser(const std::string& text) : text_(text) {}

    std::vector<Record> records() {
        std::vector<Record> all;
        while ((at_ = text_.find('@', at_)) != std::string::npos) all.push_back(record());
        return all;
    }

  private:
    std::string until(const char* ends) {
        const std::size_t end = text_.find_first_of(ends, at_);
        REQUIRE(end != std::string::npos);
        std::string found = text_.substr(at_, end - at_);
        at_ = end + 1;
        while (!found.empty() && std::isspace(static_cast<unsigned char>(found.back())) != 0)
            found.pop_back();
        const std::size_t first = found.find_first_not_of(" \n");
        return first == std::string::npos ? "" : found.substr(first);
    }
    std::string in_braces() {
        std::size_t depth = 1;
        const std::size_t first = at_;
        for (; depth > 0; ++at_) {
            REQUIRE(at_ < text_.size());
            if (text_[at_] == '{') ++depth;
            if (text_[at_] == '}') --depth;
        }
        return text_.substr(first, at_ - 1 - first);
    }
    Record record() {
        ++at_;
        Record record{until("{"), until(","), {}};
        while (true) {
            const std::string name = until("={");
            REQUIRE(text_[at_ - 1] == '=');
            (void)until("{");
            CHECK(record.fields.emplace(name, in_braces()).second);
            at_ = text_.find_first_not_of(" \n", at_);
            if (text_[at_] == '}') return record;
            REQUIRE(text_[at_] == ',');
            ++at_;
        }
    }

    std::string text_;
    std::size_t at_ = 0;
};

/// What TeX prints for a value: the other way round.
std::string typeset(std::string value) {
    const std::vector<std::pair<std::string, std::string>> words = {{"\\textbackslash{}", "\\"},
                                                                    {"\\textbraceleft{}", "{"},
                                                                    {"\\textbraceright{}", "}"},
                                                                    {"\\textasciitilde{}", "~"},
                                                                    {"\\textasciicircum{}", "^"},
                                                                    {"\\%", "%"},
                                                                    {"\\#", "#"},
                                                                    {"\\&", "&"},
                                                                    {"\\$", "$"},
                                                                    {"\\_", "_"}};
    if (value.starts_with('{') && value.ends_with('}')) value = value.substr(1, value.size() - 2);
    std::string text;
    while (!value.empty()) {
        std::size_t taken = 1;
        std::string shown = value.substr(0, 1);
        for (const auto& [word, meaning] : words) {
            if (value.starts_with(word)) taken = word.size(), shown = meaning;
        }
        // Nothing else may mean anything to TeX.
        if (taken == 1) CHECK(std::string("\\{}%#&$_~^").find(shown) == std::string::npos);
        text += shown;
        value.erase(0, taken);
    }
    return text;
}

Citations citations_of(const ActorGraph& graph) {
    return cite(graph, apply(graph, clear()));
}

std::vector<Record> bibtex_of(const Citations& citations, Tlp marking = Tlp::clear) {
    return Parser(bibliography(citations, BibliographyFormat::bibtex, marking)).records();
}

nlohmann::json csl_of(const Citations& citations, Tlp marking = Tlp::clear) {
    return nlohmann::json::parse(bibliography(citations, BibliographyFormat::csl_json, marking));
}

/// A list of one source.
Citations one(CitedWork work, std::string id = "x") {
    Citations citations;
    citations.list = {"text"};
    citations.ids = {std::move(id)};
    citations.works = {std::move(work)};
    return citations;
}

}  // namespace

TEST_CASE("the sources of a picture are a bibliography, in order and with their numbers",
          "[draw][bibliography]") {
    const Citations citations = citations_of(sample());
    const std::vector<Record> bib = bibtex_of(citations);
    const nlohmann::json csl = csl_of(citations);
    REQUIRE(bib.size() == 4);
    REQUIRE(csl.size() == 4);
    const std::vector<std::string> keys = {"s1", "s2", "s3", "vendor"};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i + 1);
        CHECK(citations.list[i].find(csl[i]["author"][0]["literal"].get<std::string>()) !=
              std::string::npos);
        CHECK(bib[i].key == keys[i]);
        CHECK(csl[i]["id"] == keys[i]);
        CHECK(bib[i].fields.at("note") == '[' + number + ']');
        CHECK(csl[i]["citation-label"] == number);
        CHECK(csl[i]["note"] == '[' + number + ']');
    }
    CHECK(bib[1].type == "online");
    CHECK(bib[1].fields.at("author") == "{Supo}");
    CHECK(bib[1].fields.at("title") == "{On the Parliament}");
    CHECK(bib[1].fields.at("date") == "2021-03-18");
    CHECK(bib[1].fields.at("url") == "https://www.supo.fi/x?y=1");
    CHECK(csl[1]["type"] == "webpage");
    CHECK(csl[1]["title"] == "On the Parliament");
    CHECK(csl[1]["URL"] == "https://www.supo.fi/x?y=1");
    CHECK(csl[1]["issued"]["date-parts"].dump() == "[[2021,3,18]]");
    CHECK(csl[0]["issued"]["date-parts"].dump() == "[[2020,6]]");
    CHECK(bib[0].fields.at("date") == "2020-06");
    CHECK(csl[3]["issued"]["date-parts"].dump() == "[[2022]]");
    CHECK(bib[3].type == "misc");  // a speaker's word, in no publication
    CHECK(bib[3].fields.count("title") == 0);
    CHECK(csl[3]["type"] == "document");
    CHECK_FALSE(csl[3].contains("title"));
}

TEST_CASE("what the graph does not say is not made up", "[draw][bibliography]") {
    const Citations citations = one({.publisher = "P"});
    const std::vector<Record> bib = bibtex_of(citations);
    const nlohmann::json csl = csl_of(citations);
    CHECK(bib[0].fields.size() == 2);  // author, note
    CHECK(csl[0].size() == 5);         // id, type, citation-label, author, note
    const std::string all = bibliography(citations_of(sample()), BibliographyFormat::bibtex, {}) +
                            bibliography(citations_of(sample()), BibliographyFormat::csl_json, {});
    CHECK_FALSE(has(all, "urldate"));
    CHECK_FALSE(has(all, "accessed"));
    CHECK(bibtex_of({}).empty());
    CHECK(csl_of({}).dump() == "[]");
}

TEST_CASE("an archived copy is a field of its own", "[draw][bibliography]") {
    const std::string copy = "https://web.archive.org/web/2021/https://a.org/%7Ex_y#z";
    const Citations citations =
        one({.publisher = "P", .url = "https://a.org/%7Ex_y", .archive_url = copy});
    CHECK(bibtex_of(citations)[0].fields.at("archiveurl") == copy);
    CHECK(bibtex_of(citations)[0].fields.at("url") == "https://a.org/%7Ex_y");
    CHECK(csl_of(citations)[0]["archive_location"] == copy);
}

TEST_CASE("hostile names are data in a bibliography", "[draw][bibliography]") {
    const std::vector<std::string> hostile = {"{",
                                              "}",
                                              "}}\n@online{evil, title={x}",
                                              "\\input{/etc/passwd}",
                                              "\\",
                                              "50% #1 & $x_y$ ~ ^",
                                              "{}{}}{",
                                              "a \" b",
                                              "A and B, C",
                                              "@comment{",
                                              "\xE6\x97\xA5\xE6\x9C\xAC",
                                              "\\{",
                                              "%",
                                              "\\textbackslash{}",
                                              "--><script>",
                                              "]]>",
                                              std::string(5000, '{')};
    for (const std::string& text : hostile) {
        INFO(text.substr(0, 40));
        const Citations citations = one({.publisher = text, .title = text}, text);
        const std::vector<Record> bib = bibtex_of(citations);
        REQUIRE(bib.size() == 1);
        std::string shown = text;
        std::replace(shown.begin(), shown.end(), '\n', ' ');
        CHECK(typeset(bib[0].fields.at("author")) == shown);
        CHECK(typeset(bib[0].fields.at("title")) == shown);
        CHECK(bib[0].fields.at("author").starts_with('{'));  // a body, not a list of persons
        CHECK(bib[0].key == token(text));
        const nlohmann::json csl = csl_of(citations);
        CHECK(csl[0]["title"] == shown);
        CHECK(csl[0]["author"][0]["literal"] == shown);
    }
    const nlohmann::json csl = csl_of(one({.publisher = "\xFF", .title = "a\xE2\x80\xAEz"}));
    CHECK(csl[0]["author"][0]["literal"] == "\xEF\xBF\xBD");
    CHECK(csl[0]["title"] == "a\xEF\xBF\xBDz");
}

TEST_CASE("an address that must not be a link is a part of the note", "[draw][bibliography]") {
    for (const std::string url :
         {"javascript:alert(1)", "https://u:p@a.org/", "https://a.org/}{%"}) {
        const Citations citations = one({.publisher = "P", .url = url, .archive_url = url});
        const Record bib = bibtex_of(citations)[0];
        CHECK(bib.type == "misc");
        CHECK(bib.fields.count("url") + bib.fields.count("archiveurl") == 0);
        CHECK(typeset(bib.fields.at("note")) == "[1]; address: " + url + "; archived at: " + url);
        const nlohmann::json csl = csl_of(citations);
        CHECK_FALSE(csl[0].contains("URL"));
        CHECK(csl[0]["note"] == "[1]; address: " + url + "; archived at: " + url);
    }
}

TEST_CASE("no two entries share a key", "[draw][bibliography]") {
    Citations citations;
    citations.ids = {"a", "a", "a-2", "a"};
    citations.works.resize(4);
    citations.list.resize(4);
    std::vector<std::string> keys;
    for (const auto& entry : csl_of(citations)) keys.push_back(entry["id"]);
    CHECK(keys == std::vector<std::string>{"a", "a-2", "a-2-2", "a-3"});
}

TEST_CASE("a bibliography states the marking of the picture", "[draw][bibliography]") {
    const Citations citations = one({.publisher = "P"});
    CHECK(bibliography(citations, BibliographyFormat::bibtex, Tlp::clear)
              .starts_with("% TLP:CLEAR."));
    CHECK(bibliography(citations, BibliographyFormat::bibtex, Tlp::amber_strict)
              .starts_with("% TLP:AMBER+STRICT."));
    CHECK(bibtex_of(citations, Tlp::amber)[0].fields.at("note") == "[1], TLP:AMBER");
    CHECK(csl_of(citations, Tlp::red)[0]["note"] == "[1], TLP:RED");
    CHECK(parse_bibliography_format("bib") == BibliographyFormat::bibtex);
    CHECK(parse_bibliography_format("json") == BibliographyFormat::csl_json);
    CHECK_FALSE(parse_bibliography_format("ris"));
}
