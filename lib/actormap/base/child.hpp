#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace actormap {

/// What a task in a child process may take before the process is ended.
struct ChildLimits {
    unsigned cpu_seconds = 60;  ///< at least 1; on the clock, 60 seconds and 20 times as long
    /// Of address space, beyond what it has from its parent; not under a sanitizer.
    std::size_t memory_bytes = std::size_t{4} << 30;
    std::size_t output_bytes = std::size_t{512} << 20;
};

enum class ChildEnd {
    answered,     ///< `text` is what the work returned
    threw,        ///< an Error, whose id and text are given
    over_time,    ///< ended beyond a limit
    over_memory,  ///< the same; C code that runs out of memory crashes or gives up instead
    over_output,  ///< the same
    killed,       ///< by somebody else: the system, for want of memory, or a person
    crashed,      ///< by `signal`
    gave_up,      ///< it left without an answer
    status_lost,  ///< somebody else waited for it
};

struct ChildResult {
    ChildEnd end = ChildEnd::gave_up;
    std::string text;
    std::string id;               ///< of an error
    int signal = 0;               ///< of a crash
    double seconds = 0;           ///< on the clock
    std::size_t peak_memory = 0;  ///< bytes that were resident, those shared with the parent too
};

/// A forked process that does one task after the other: it has no open files, an environment of its
/// own in the C locale, may not write files, ends with its parent, and is ended beyond a limit, or
/// when this is destroyed. The parent should have one thread, or none that holds a lock the work
/// needs.
class ChildProcess {
  public:
    /// `work` does a task of that number, in the child.
    /// Throws  Error child-process if there can be no process, or no pipe to it
    ChildProcess(const std::function<std::string(std::size_t)>& work, const ChildLimits& limits);
    ChildProcess(ChildProcess&&) noexcept;
    ChildProcess& operator=(ChildProcess&&) noexcept;
    ~ChildProcess();

    /// Hands it a task. It must have none.
    void begin(std::size_t task);
    /// What to `poll` for reading until there is something to take.
    [[nodiscard]] int descriptor() const;
    /// Takes what has come, without waiting for more than has. Whether the task ended.
    [[nodiscard]] bool advance();
    /// Of the task that ended.
    [[nodiscard]] const ChildResult& result() const;
    /// Whether it can take another task: not after a crash or a limit, nor once tasks have left so
    /// much behind in its memory that a fresh process does better.
    [[nodiscard]] bool usable() const;

  private:
    class State;
    std::unique_ptr<State> state_;
};

/// Whether this process is a child, or has become like one.
[[nodiscard]] bool inside_child();

/// Gives this process the environment and the locale of its children and no limits, for good; for a
/// program that wants to do something once instead of once in each child. To be called while there
/// is one thread.
void become_like_child();

}  // namespace actormap
