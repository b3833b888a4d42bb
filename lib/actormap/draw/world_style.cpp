#include <actormap/draw/world_style.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

// Greys that lean to blue, so that the arcs' colours stand out; the arcs are Okabe and Ito's.
constexpr WorldPalette light = {
    .sea = "#F5F8FB",
    .land = "#ECEBE7",
    .border = "#FFFFFF",
    .hit = {"#D6DAE0", "#BFC6D0", "#A7B1BF", "#8F9BAD", "#76849A"},
    .label_back = "#FFFFFFD8",
    .leader = "#6A6A6A",
    .mark = "#FFFFFF",
    .mark_border = "#1A1A1A",
    .arcs = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#555555"},
};
constexpr WorldPalette dark = {
    .sea = "#1A2027",
    .land = "#2A3038",
    .border = "#14181D",
    .hit = {"#3A434E", "#4A5664", "#5B697A", "#6E7D90", "#8292A6"},
    .label_back = "#14181DD8",
    .leader = "#A8A8A8",
    .mark = "#14181D",
    .mark_border = "#ECECEC",
    .arcs = {"#56B4E9", "#F08A3C", "#35C49A", "#E8A5CC", "#C4C4C4"},
};
constexpr WorldPalette print = {
    .sea = "#FFFFFF",
    .land = "#F2F2F2",
    .border = "#9A9A9A",
    .hit = {"#E0E0E0", "#CBCBCB", "#B5B5B5", "#9F9F9F", "#898989"},
    .label_back = "#FFFFFFE0",
    .leader = "#555555",
    .mark = "#FFFFFF",
    .mark_border = "#000000",
    .arcs = {"#000000", "#000000", "#000000", "#000000", "#000000"},
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
