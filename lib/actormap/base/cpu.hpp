#pragma once

namespace actormap {

/// What the processor can do, as far as kernels have a version for it. Any version gives the same
/// bits; a wider one is faster.
enum class Cpu { plain, avx2, avx512 };

/// The widest version that this processor can run, or a narrower one if the environment variable
/// ACTORMAP_CPU names it (plain, avx2 or avx512); any other value is passed over.
/// Threads     the variable is read once
[[nodiscard]] Cpu cpu();

}  // namespace actormap
