#pragma once

#include <actormap/model/findings.hpp>
#include <actormap/read/fields.hpp>
#include <actormap/read/json.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// A text of a MISP galaxy value, and where it stands.
struct MispText {
    std::string_view text;  ///< without blanks around it, never empty
    Place place;
    std::string_view raw;  ///< with them
};

/// The member `meta` of one MISP galaxy value. Its members are a text here and a list there, and
/// anybody may add more: what nobody interprets is kept.
class MispMeta {
  public:
    /// `meta` may be null or no object: it has no members then.
    MispMeta(const ReadContext& context, Findings& findings, const JsonValue* meta)
        : context_(context), findings_(findings), meta_(meta) {}

    /// The texts of a member, which counts as interpreted as a whole unless `keep` says otherwise.
    /// Numbers are texts as well where `numbers` says so.
    [[nodiscard]] std::vector<MispText> take(std::string_view name, bool numbers = false);
    /// The names of all members that begin with `prefix`.
    [[nodiscard]] std::vector<std::string_view> names(std::string_view prefix) const;
    /// Leaves a member in `rest`.
    void keep(std::string_view name) { kept_.insert(name); }
    /// The same, and counts it: it has no meaning there.
    void uninterpreted(std::string_view name, const Place& place, std::string_view text);

    /// What was not interpreted, as a JSON object; empty if that is nothing.
    [[nodiscard]] std::string rest() const;

  private:
    ReadContext context_;
    Findings& findings_;
    const JsonValue* meta_;
    std::set<std::string_view> taken_;
    std::set<std::string_view> kept_;
};

}  // namespace actormap
