#include <actormap/base/text.hpp>
#include <actormap/model/marking.hpp>
#include <actormap/model/stance.hpp>
#include <actormap/model/verdict.hpp>
#include <actormap/model/vocabulary.hpp>

namespace actormap {
namespace {

constexpr Vocabulary<Tlp, 5> tlp_levels{{"clear", "green", "amber", "amber+strict", "red"}};
constexpr Vocabulary<Stance, 6> stances{
    {"asserts", "supports", "hypothesises", "disputes", "denies", "retracts"}};
constexpr Vocabulary<SpeakerKind, 7> speaker_kinds{
    {"government", "law-enforcement", "vendor", "researcher", "organisation", "press", "database"}};
constexpr Vocabulary<Verdict, 3> verdicts{{"same", "different", "unsure"}};

}  // namespace

std::string_view to_string(Tlp level) {
    return tlp_levels[level];
}
std::optional<Tlp> parse_tlp(std::string_view text) {
    return tlp_levels.parse(text);
}
std::string tlp_text(Tlp level) {
    std::string text = "TLP:";
    for (const char c : to_string(level)) text += ascii_upper(c);
    return text;
}

std::string_view to_string(Stance stance) {
    return stances[stance];
}
std::optional<Stance> parse_stance(std::string_view text) {
    return stances.parse(text);
}

bool carries(Stance stance) {
    return stance == Stance::asserts || stance == Stance::supports ||
           stance == Stance::hypothesises;
}

bool opposes(Stance stance) {
    return stance == Stance::disputes || stance == Stance::denies;
}

std::string_view to_string(SpeakerKind kind) {
    return speaker_kinds[kind];
}
std::optional<SpeakerKind> parse_speaker_kind(std::string_view text) {
    return speaker_kinds.parse(text);
}

std::string_view to_string(Verdict verdict) {
    return verdicts[verdict];
}
std::optional<Verdict> parse_verdict(std::string_view text) {
    return verdicts.parse(text);
}

}  // namespace actormap
