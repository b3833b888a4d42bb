#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/model/marking.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace actormap {

enum class BibliographyFormat {
    bibtex,   ///< BibTeX as biblatex and biber read it, in UTF-8
    csl_json  ///< CSL-JSON 1.0.2, which Zotero and pandoc read
};

/// By the ending of a file's name, "bib" or "json".
[[nodiscard]] std::optional<BibliographyFormat> parse_bibliography_format(std::string_view ending);

/// The sources of a picture as a reference manager takes them, in the picture's order and with its
/// numbers (`note`; in CSL `citation-label` too). The publisher is the author, as a body; dates
/// are as partial as they are; no date of access is made up. What the graph does not say is absent.
/// An address that is not `linkable` is no address but a part of the note. `marking`, the highest
/// of what is cited, is stated at the top of a BibTeX file, and in each note if it is above clear.
///
/// Keys        `token` of the source's id (a speaker's, where a claim stands in no source), with
///             -2, -3… where that is taken
[[nodiscard]] std::string bibliography(const Citations& citations, BibliographyFormat format,
                                       Tlp marking);

}  // namespace actormap
