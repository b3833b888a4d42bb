#pragma once

#include "progress.hpp"

#include <actormap/batch/batch.hpp>

#include <chrono>
#include <string>

namespace actormap::tool {

/// Tells on standard error how far a batch has come: on a terminal a bar with the rate and the
/// time that remains, else a line for each failure and each twentieth, or an event a line as JSON.
class BatchProgress {
  public:
    explicit BatchProgress(ProgressMode mode);
    BatchProgress(const BatchProgress&) = delete;
    BatchProgress& operator=(const BatchProgress&) = delete;
    ~BatchProgress() { end(); }
    void tell(const BatchEvent& event);
    /// Clears the bar.
    void end();

  private:
    [[nodiscard]] std::string rate(const BatchEvent& event) const;
    void tell_as_json(const BatchEvent& event) const;
    void tell_as_bar(const BatchEvent& event);
    void tell_as_lines(const BatchEvent& event);

    using Clock = std::chrono::steady_clock;

    ProgressMode mode_;
    bool terminal_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point shown_ = began_;
    std::size_t skipped_ = 0;
    std::size_t step_ = 0;
    bool bar_ = false;
};

}  // namespace actormap::tool
