#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace actormap::test {

/// Red, green, blue as a screen takes them, 0 to 1.
using Color = std::array<double, 3>;

inline double byte_at(std::string_view text, std::size_t at) {
    return std::stoi(std::string(text.substr(at, 2)), nullptr, 16) / 255.0;
}

/// "#RRGGBB", or "#RRGGBBAA" over what is behind it.
inline Color color(std::string_view text, const Color& behind = {1, 1, 1}) {
    const double cover = text.size() == 9 ? byte_at(text, 7) : 1;
    Color result{};
    for (std::size_t i = 0; i < 3; ++i) {
        result[i] = byte_at(text, 1 + 2 * i) * cover + behind[i] * (1 - cover);
    }
    return result;
}

inline double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}
inline double encoded(double part) {
    const double held = std::clamp(part, 0.0, 1.0);
    return held <= 0.0031308 ? held * 12.92 : 1.055 * std::pow(held, 1 / 2.4) - 0.055;
}

/// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
inline double luminance(const Color& color) {
    return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

/// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
inline double contrast(const Color& a, const Color& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// What an eye sees. The two kinds of colour blindness in full, after G. M. Machado, M. M.
/// Oliveira, L. A. F. Fernandes, A physiologically-based model for simulation of color vision
/// deficiency, IEEE TVCG 15 (2009) 1291-1298, https://doi.org/10.1109/TVCG.2009.113; and no colour
/// at all, as a copier sees (ITU-R BT.601).
enum class Sight { full, protanopia, deuteranopia, grey };

inline Color seen(const Color& color, Sight sight) {
    using Matrix = std::array<Color, 3>;
    constexpr Matrix protan = {{{0.152286, 1.052583, -0.204868},
                                {0.114503, 0.786281, 0.099216},
                                {-0.003882, -0.048116, 1.051998}}};
    constexpr Matrix deutan = {{{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}}};
    if (sight == Sight::full) return color;
    if (sight == Sight::grey) {
        const double grey = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2];
        return {grey, grey, grey};
    }
    const Matrix& matrix = sight == Sight::protanopia ? protan : deutan;
    Color result{};
    for (std::size_t i = 0; i < 3; ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < 3; ++j) sum += matrix[i][j] * linear(color[j]);
        result[i] = encoded(sum);
    }
    return result;
}

}  // namespace actormap::test
