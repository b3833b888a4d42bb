#pragma once

#include <actormap/model/marking.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actormap {

/// An object of a bundle, while it is made. Its members are written in STIX's usual order: what
/// names and dates it, what it says, what it refers to and is marked with, its extensions.
class BundleObject {
  public:
    BundleObject() = default;
    BundleObject(std::string_view type, std::string id);

    /// Sets a member to what is JSON already; replaces it if it is there.
    void set(std::string_view name, std::string_view json);
    /// Sets a member to a text; an empty one is left out.
    void text(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    /// Marks the object with a level of TLP, besides whatever marks it.
    void mark(Tlp level);
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string_view json(std::string_view name) const;  ///< empty if absent

    /// Puts a native record into our extension.
    void carry(std::string_view kind, std::string native);
    /// Says that the object only shows other programs what another one carries.
    void only_renders() { extended_ = true; }
    [[nodiscard]] bool extended() const { return extended_; }

    [[nodiscard]] const std::string& id() const { return id_; }
    /// The object's text, a member a line.
    [[nodiscard]] std::string write(std::string_view indent) const;

  private:
    [[nodiscard]] std::string extensions() const;

    std::string id_;
    std::map<std::pair<int, std::string>, std::string> members_;  // by place and name
    std::vector<std::pair<std::string, std::string>> records_;    // kind and native record
    bool extended_ = false;
};

}  // namespace actormap
