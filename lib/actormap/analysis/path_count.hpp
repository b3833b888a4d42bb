#pragma once

#include <cmath>

namespace actormap {

/// A number of paths: value * 2^(512 exponent), where value is at least 1 and below 2^512, or 0.
/// A chain of 1,100 diamonds has more paths than a double can hold.
class PathCount {
  public:
    void operator+=(const PathCount& other) {
        if (exponent_ < other.exponent_) {
            value_ = std::ldexp(value_, step * (exponent_ - other.exponent_));
            exponent_ = other.exponent_;
        }
        value_ += other.exponent_ == exponent_
                      ? other.value_
                      : std::ldexp(other.value_, step * (other.exponent_ - exponent_));
        keep_small();
    }
    /// `copies` is at least 1 and below 2^512.
    void operator*=(double copies) {
        value_ *= copies;
        keep_small();
    }
    /// The number, in the unit 2^(512 exponent) of this count.
    [[nodiscard]] double value() const { return value_; }
    /// dividend / this, times the unit of another count.
    [[nodiscard]] double divide(double dividend, const PathCount& other) const {
        const double quotient = dividend / value_;
        if (exponent_ == other.exponent_) return quotient;
        return std::ldexp(quotient, step * (other.exponent_ - exponent_));
    }
    /// Of paths that go on in each of so many ways.
    [[nodiscard]] PathCount operator*(const PathCount& other) const {
        PathCount product;
        product.value_ = value_ * other.value_;  // below 2^1024, so a double holds it
        product.exponent_ = exponent_ + other.exponent_;
        if (product.value_ >= limit) {
            product.value_ /= limit;
            ++product.exponent_;
        }
        return product;
    }
    /// As a share of `whole`.
    [[nodiscard]] double of(const PathCount& whole) const {
        const double ratio = value_ / whole.value_;
        if (exponent_ == whole.exponent_) return ratio;
        return std::ldexp(ratio, step * (exponent_ - whole.exponent_));
    }
    [[nodiscard]] static PathCount one() {
        PathCount count;
        count.value_ = 1;
        return count;
    }

  private:
    static constexpr int step = 512;
    static constexpr double limit = 0x1p512;

    void keep_small() {
        if (value_ < limit) return;
        value_ /= limit;
        ++exponent_;
    }

    double value_ = 0;
    int exponent_ = 0;
};

}  // namespace actormap
