#pragma once

#include <actormap/batch/plan_object.hpp>
#include <actormap/lens/lens.hpp>

#include <map>
#include <string>

namespace actormap {

/// The lenses of a plan, by name. Their members are the lens options of the command line without
/// dashes in front: "as-of", "around", "roll-up". What a lens does not say it has from the one that
/// it `inherits`, else from the default, which shows nothing above TLP clear.
class PlanLenses {
  public:
    /// `lenses` is the plan's object of lenses; null if it has none.
    /// Reports  plan-lens, plan-key, plan-value
    PlanLenses(const JsonValue* lenses, const std::string& file, Diagnostics& diagnostics);

    /// The lens that a job names, or gives in place.
    [[nodiscard]] Lens lens(const JsonValue& named_or_given);
    [[nodiscard]] static Lens standard();

  private:
    [[nodiscard]] Lens named(const std::string& name, const JsonValue& at);
    [[nodiscard]] Lens read(const JsonValue& value, const std::string& what);
    void report(const JsonValue& at, const std::string& message);

    const JsonValue* lenses_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    std::map<std::string, Lens> known_;
    std::vector<std::string> open_;  ///< those being read, to find a circle
};

}  // namespace actormap
