#include <actormap/base/cpu.hpp>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace actormap {
namespace {

Cpu widest() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return Cpu::avx512;
    if (__builtin_cpu_supports("avx2")) return Cpu::avx2;
#endif
    return Cpu::plain;
}

Cpu wanted() {
    const char* text = std::getenv("ACTORMAP_CPU");
    const std::string_view name = text ? text : "";
    if (name == "plain") return Cpu::plain;
    if (name == "avx2") return Cpu::avx2;
    return Cpu::avx512;
}

}  // namespace

Cpu cpu() {
    static const Cpu chosen = std::min(widest(), wanted());
    return chosen;
}

}  // namespace actormap
