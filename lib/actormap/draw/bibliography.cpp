#include <actormap/base/text.hpp>
#include <actormap/draw/bibliography.hpp>
#include <actormap/draw/links.hpp>
#include <actormap/graphviz/text.hpp>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

namespace actormap {

namespace {

constexpr std::size_t longest_field = 10000;

/// A source, its texts clean, its addresses fit to be links.
struct Entry {
    std::string key;
    std::string number;
    std::string author;
    std::string title;
    std::string date;
    std::string url;
    std::string archive;
    std::string note;
};

std::vector<Entry> entries_of(const Citations& citations, Tlp marking) {
    std::vector<Entry> entries;
    std::set<std::string> keys;
    for (std::size_t i = 0; i < citations.works.size(); ++i) {
        const CitedWork& work = citations.works[i];
        const std::string stem = token(citations.ids[i]);
        std::string key = stem;
        for (std::size_t n = 2; !keys.insert(key).second; ++n) key = stem + '-' + std::to_string(n);
        Entry entry{key,
                    std::to_string(i + 1),
                    clean_text(work.publisher, longest_field),
                    clean_text(work.title, longest_field),
                    to_string(work.date),
                    {},
                    {},
                    {}};
        entry.note = '[' + entry.number + ']';
        if (marking != Tlp::clear) entry.note += ", " + tlp_text(marking);
        const auto take = [&](const std::string& url, std::string& into, const char* word) {
            if (linkable(url)) {
                into = url;
            } else if (!url.empty()) {
                entry.note += std::string("; ") + word + ": " + clean_text(url, longest_field);
            }
        };
        take(work.url, entry.url, "address");
        take(work.archive_url, entry.archive, "archived at");
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// A text as a value in braces. Braces become words: BibTeX counts them even behind a backslash.
std::string bibtex_text(std::string_view clean) {
    std::string text;
    for (const char c : clean) {
        switch (c) {
            case '\\':
                text += "\\textbackslash{}";
                break;
            case '{':
                text += "\\textbraceleft{}";
                break;
            case '}':
                text += "\\textbraceright{}";
                break;
            case '~':
                text += "\\textasciitilde{}";
                break;
            case '^':
                text += "\\textasciicircum{}";
                break;
            case '%':
            case '#':
            case '&':
            case '$':
            case '_':
                text += '\\';
                [[fallthrough]];
            default:
                text += c;
        }
    }
    return text;
}

std::string bibtex(const std::vector<Entry>& entries, Tlp marking) {
    std::string text = "% " + tlp_text(marking) + ". The numbers in the notes are the picture's.\n";
    for (const Entry& entry : entries) {
        // @online must have an address.
        text += std::string(entry.url.empty() ? "\n@misc{" : "\n@online{") + entry.key;
        const auto field = [&](const char* name, const std::string& value) {
            if (!value.empty()) text += std::string(",\n  ") + name + " = {" + value + '}';
        };
        // The inner braces keep a body's name whole, and a title's capitals.
        const auto braced = [](const std::string& clean) {
            return clean.empty() ? clean : '{' + bibtex_text(clean) + '}';
        };
        field("author", braced(entry.author));
        field("title", braced(entry.title));
        field("date", entry.date);
        field("url", entry.url);  // verbatim, and `linkable` lets no brace or backslash through
        field("archiveurl", entry.archive);
        field("note", bibtex_text(entry.note));
        text += "\n}\n";
    }
    return text;
}

using Json = nlohmann::ordered_json;

/// [[2021, 3, 18]], or as much of it as the date has.
Json date_parts(const std::string& date) {
    Json parts = Json::array();
    for (std::size_t at = 0; at < date.size(); at += at == 0 ? 5 : 3) {
        parts.push_back(std::atoi(date.c_str() + at));
    }
    return Json::array({parts});
}

std::string csl_json(const std::vector<Entry>& entries) {
    std::string text = "[";
    for (const Entry& entry : entries) {
        Json json;
        json["id"] = entry.key;
        json["type"] = entry.url.empty() ? "document" : "webpage";
        json["citation-label"] = entry.number;
        if (!entry.author.empty()) json["author"] = Json::array({{{"literal", entry.author}}});
        if (!entry.title.empty()) json["title"] = entry.title;
        if (!entry.date.empty()) json["issued"] = {{"date-parts", date_parts(entry.date)}};
        if (!entry.url.empty()) json["URL"] = entry.url;
        if (!entry.archive.empty()) json["archive_location"] = entry.archive;
        json["note"] = entry.note;
        text += (text.size() == 1 ? "\n  " : ",\n  ") + json.dump();
    }
    return text + (text.size() == 1 ? "]\n" : "\n]\n");
}

}  // namespace

std::optional<BibliographyFormat> parse_bibliography_format(std::string_view ending) {
    if (ending == "bib") return BibliographyFormat::bibtex;
    if (ending == "json") return BibliographyFormat::csl_json;
    return std::nullopt;
}

std::string bibliography(const Citations& citations, BibliographyFormat format, Tlp marking) {
    const std::vector<Entry> entries = entries_of(citations, marking);
    return format == BibliographyFormat::bibtex ? bibtex(entries, marking) : csl_json(entries);
}

}  // namespace actormap
