#include <actormap/analysis/perron.hpp>
#include <actormap/analysis/spectral_radius.hpp>

namespace actormap {
namespace {

SpectralRadius radius(const WalkMatrix& matrix, const SpectralRadiusOptions& options,
                      const Run& run) {
    const Perron found = perron(
        matrix, {.tolerance = options.tolerance, .max_iterations = options.max_iterations}, run);
    return {matrix.in_unit(found.value), found.iterations, found.residual};
}

}  // namespace

SpectralRadius spectral_radius(const Network& network, const SpectralRadiusOptions& options,
                               const Run& run) {
    return radius(WalkMatrix(network), options, run);
}

SpectralRadius spectral_radius(const Network& network, const Strengths& strengths,
                               const SpectralRadiusOptions& options, const Run& run) {
    return radius(WalkMatrix(network, strengths), options, run);
}

}  // namespace actormap
