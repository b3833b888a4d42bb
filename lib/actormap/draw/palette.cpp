#include <actormap/draw/style.hpp>
#include <actormap/model/vocabulary.hpp>

namespace actormap {

namespace {

constexpr Vocabulary<Theme, themes> theme_words = {{"light", "dark", "print"}};

constexpr std::string_view black = "#000000", white = "#FFFFFF";
constexpr std::string_view dark_text = "#1A1A1A", light_text = "#ECECEC";

// Tints of Okabe and Ito's colours.
constexpr Palette light = {
    .paper = white,
    .ink = dark_text,
    .line = "#333333",
    .edge_text = "#444444",
    .edge_back = "#FFFFFFD0",
    .group_fill = "#F6F6F6",
    .group_border = "#8E8E8E",
    .group_text = "#444444",
    .group_word = "grey box",
    .marking_border = black,
    .kinds = {{{"#F7D9A8", "#B36B00", dark_text},
               {"#F7E9C8", "#B36B00", dark_text},
               {"#F6C3AD", "#A63A00", dark_text},
               {"#E9D3E4", "#8F4A7F", dark_text},
               {"#CFE6F5", "#00588C", dark_text},
               {"#E6E6E6", "#555555", dark_text},
               {"#CDEBDD", "#00704F", dark_text},
               {"#F3EFC2", "#7A6A00", dark_text},
               {"#F9D5DC", "#A0213F", dark_text},
               {"#D9DDF3", "#3B4A9C", dark_text},
               {white, "#555555", dark_text}}},
    .lines = {{{"#333333", "#33333399"},
               {"#333333", "#33333399"},
               {"#333333", "#33333399"},
               {"#8A8A8A", "#4A4A4A99"},
               {"#D55E00", "#D55E00E6"}}},
};

// The same hues: dark where text stands on them, bright where they are lines.
constexpr Palette dark = {
    .paper = "#14181D",
    .ink = light_text,
    .line = "#CFCFCF",
    .edge_text = "#D4D4D4",
    .edge_back = "#14181DD0",
    .group_fill = "#20262D",
    .group_border = "#707780",
    .group_text = "#D4D4D4",
    .group_word = "grey box",
    .marking_border = "#707780",
    .kinds = {{{"#4D3610", "#E0A040", light_text},
               {"#3D341C", "#E0A040", light_text},
               {"#5C2A16", "#F08A5D", light_text},
               {"#4B2F45", "#D08CC0", light_text},
               {"#163A53", "#5AB0E6", light_text},
               {"#34393F", "#A8A8A8", light_text},
               {"#11402F", "#3FBF93", light_text},
               {"#3E3A12", "#C4B23A", light_text},
               {"#541D2C", "#F0708F", light_text},
               {"#272D55", "#94A0F2", light_text},
               {"#14181D", "#A8A8A8", light_text}}},
    .lines = {{{"#CFCFCF", "#CFCFCF99"},
               {"#CFCFCF", "#CFCFCF99"},
               {"#CFCFCF", "#CFCFCF99"},
               {"#7F858C", "#A6ACB299"},
               {"#FF8C42", "#FF8C42E6"}}},
};

constexpr Palette::Kind printed = {white, black, black};

constexpr Palette print = {
    .paper = white,
    .ink = black,
    .line = black,
    .edge_text = black,
    .edge_back = "#FFFFFFD0",
    .group_fill = "#F4F4F4",
    .group_border = "#6E6E6E",
    .group_text = black,
    .group_word = "grey box",
    .marking_border = black,
    .kinds = {{printed, printed, printed, printed, printed, printed, printed, printed, printed,
               printed, printed}},
    .lines = {{{black, "#00000099"},
               {black, "#00000099"},
               {black, "#00000099"},
               {"#595959", "#00000080"},
               {black, "#000000E6"}}},
};

/// On black, as FIRST prescribes them for TLP 2.0.
std::string_view tlp_color(Tlp level) {
    switch (level) {
        case Tlp::clear:
            return white;
        case Tlp::green:
            return "#33FF00";
        case Tlp::amber:
        case Tlp::amber_strict:
            return "#FFC000";
        case Tlp::red:
            break;
    }
    return "#FF2B2B";
}

}  // namespace

std::optional<Theme> parse_theme(std::string_view text) {
    return theme_words.parse(text);
}

const Palette& palette_of(Theme theme) {
    switch (theme) {
        case Theme::dark:
            return dark;
        case Theme::print:
            return print;
        case Theme::light:
            break;
    }
    return light;
}

MarkingStyle style_of(Tlp level, Theme theme) {
    const std::string_view border = palette_of(theme).marking_border;
    if (theme == Theme::print) return {white, black, border};
    return {black, tlp_color(level), border};
}

}  // namespace actormap
