#include <actormap/base/error.hpp>
#include <actormap/base/file.hpp>
#include <actormap/base/sha256.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/inputs.hpp>
#include <actormap/lens/merge.hpp>

#include <algorithm>
#include <filesystem>
#include <glob.h>
#include <set>
#include <utility>

namespace actormap {
namespace {

/// A path as a pattern that matches it alone.
std::string escaped(const std::string& path) {
    std::string pattern;
    for (const char c : path) {
        if (std::string_view("*?[\\").find(c) != std::string_view::npos) pattern += '\\';
        pattern += c;
    }
    return pattern;
}

/// The files that a pattern matches, by name, whatever the locale.
std::vector<std::string> matching(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> paths;
    if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// Files on the way to one graph.
class Gathering {
  public:
    explicit Gathering(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// `name` is what the manifest calls it.
    void add(const std::string& path, std::string name, std::optional<InputFormat> format) {
        std::error_code error_code;
        const auto real = std::filesystem::weakly_canonical(path, error_code);
        if (!seen_.insert(error_code ? path : real.string()).second) return;
        if (find_invalid_utf8(path)) {
            diagnostics_.error("plan-input", {path},
                               "the name of this file is not UTF-8, which a manifest has to be; "
                               "rename it");
            return;
        }
        try {
            std::string content = read_file(path);
            result_.files.push_back({std::move(name),
                                     format ? std::string(to_string(*format)) : std::string(),
                                     content.size(), sha256(content)});
            inputs_.push_back({path, std::move(content), format});
        } catch (const InputError& error) {
            diagnostics_.error(error.id(), error.where(), error.what());
        }
    }

    [[nodiscard]] BatchInputs read(bool merge_names) {
        result_.read = actormap::read(std::move(inputs_), std::nullopt, diagnostics_);
        if (merge_names) result_.read.graph = actormap::merge_names(result_.read.graph).graph;
        return std::move(result_);
    }

  private:
    Diagnostics& diagnostics_;
    std::set<std::string> seen_;
    std::vector<Input> inputs_;
    BatchInputs result_;
};

}  // namespace

BatchInputs read_inputs(const Plan& plan, const std::string& folder, Diagnostics& diagnostics) {
    Gathering gathering(diagnostics);
    for (const PlanInput& input : plan.inputs) {
        const bool absolute = input.pattern.starts_with('/');
        const std::string prefix = absolute || folder.empty() ? std::string() : folder + '/';
        const std::vector<std::string> paths = matching(escaped(prefix) + input.pattern);
        if (paths.empty())
            diagnostics.error(
                "plan-input", input.where,
                "no file matches " + quote(input.pattern) + "; paths begin at the plan's folder");
        for (const std::string& path : paths)
            gathering.add(path, path.substr(prefix.size()), input.format);
    }
    return gathering.read(plan.merge_names);
}

BatchInputs read_inputs(const std::vector<std::string>& paths, bool merge_names,
                        Diagnostics& diagnostics) {
    Gathering gathering(diagnostics);
    for (const std::string& path : paths) gathering.add(path, path, std::nullopt);
    return gathering.read(merge_names);
}

}  // namespace actormap
