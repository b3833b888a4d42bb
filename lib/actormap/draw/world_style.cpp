#include <actormap/draw/world_style.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

// Greys that lean to blue, so that the arcs' colours stand out; the arcs have the hues of Okabe and
// Ito's colours, so dark that they stand out from the deepest tint.
constexpr WorldPalette light = {
    .sea = "#F5F8FB",
    .land = "#ECEBE7",
    .border = "#FFFFFF",
    .hit = {"#D8DCE1", "#C7CDD5", "#B7BFCA", "#AAB2BF", "#9EA6B4"},
    .label_back = "#FFFFFFD8",
    .leader = "#4A4A4A",
    .mark = "#FFFFFF",
    .mark_border = "#1A1A1A",
    .arcs = {"#004873", "#773100", "#005239", "#722A60", "#4A4A4A"},
    .arc_cover = "E6",
};
constexpr WorldPalette dark = {
    .sea = "#1A2027",
    .land = "#2A3038",
    .border = "#14181D",
    .hit = {"#333B44", "#39434E", "#404B57", "#495361", "#525C6A"},
    .label_back = "#14181DD8",
    .leader = "#B8B8B8",
    .mark = "#14181D",
    .mark_border = "#ECECEC",
    .arcs = {"#86C3ED", "#F8B596", "#7DD8B8", "#EBB4D3", "#C8C8C8"},
    .arc_cover = "E6",
};
constexpr WorldPalette print = {
    .sea = "#FFFFFF",
    .land = "#F2F2F2",
    .border = "#9A9A9A",
    .hit = {"#E0E0E0", "#CBCBCB", "#B5B5B5", "#9F9F9F", "#898989"},
    .label_back = "#FFFFFFE0",
    .leader = "#333333",
    .mark = "#FFFFFF",
    .mark_border = "#000000",
    .arcs = {"#000000", "#000000", "#000000", "#000000", "#000000"},
    .arc_cover = "E6",
};

constexpr std::array<ArcStyle, 5> arc_styles = {
    {{"RU", "normal"}, {"CN", "vee"}, {"IR", "onormal"}, {"KP", "odot"}, {"", "odiamond"}}};

constexpr std::array<std::size_t, tints> least_hits = {1, 2, 5, 15, 50};
constexpr std::array<std::string_view, tints> hit_words = {"1", "2 to 4", "5 to 14", "15 to 49",
                                                           "50 or more"};

}  // namespace

const WorldPalette& world_palette_of(Theme theme) {
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

std::size_t arc_style_of(std::string_view country_code) {
    std::size_t number = 0;
    while (number + 1 < arc_styles.size() && arc_styles[number].code != country_code) ++number;
    return number;
}

const ArcStyle& arc_style(std::size_t number) {
    return arc_styles.at(number);
}

std::size_t tint_of(std::size_t hits) {
    const auto above = std::upper_bound(least_hits.begin(), least_hits.end(), hits);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - least_hits.begin(), 1) - 1);
}

std::string_view tint_words(std::size_t tint) {
    return hit_words.at(tint);
}

double arc_width(std::size_t claims) {
    return std::min(0.7 * std::sqrt(static_cast<double>(claims)), 4.0);
}

double arc_head(std::size_t claims) {
    return 0.34 + 0.1 * arc_width(claims);
}

}  // namespace actormap
