#include <actormap/base/text.hpp>
#include <actormap/batch/expand.hpp>
#include <actormap/batch/folder.hpp>
#include <actormap/batch/subjects.hpp>

#include <set>
#include <utility>

namespace actormap {
namespace {

/// Whether the first part of a path is a file that belongs to the batch itself.
bool is_own(std::string_view key) {
    return is_own_file(key.substr(0, key.find('/')));
}

/// The outputs of a batch, each once.
class Paths {
  public:
    /// The path of a job that makes one thing.
    /// Throws  InputError plan-collision
    std::string take_fixed(const PlannedJob& job) {
        std::string path = OutputTemplate(job.output).path({});
        if (const char* what = conflict(path_key(path)))
            throw InputError("plan-collision", job.where,
                             "the output " + quote(path) + ' ' + what + "; change this 'output'");
        take(path_key(path));
        return path;
    }

    /// The path for a subject of a job: no name, whoever chose it, gets in the way of another.
    std::string take_for(const PlannedJob& job, const NameValues& values) {
        const OutputTemplate output(job.output);
        std::string path = output.path(values);
        for (std::size_t n = 1; conflict(path_key(path)) != nullptr; ++n)
            path =
                output.path(values, n == 1 ? '~' + safe_name(values.id) : '~' + std::to_string(n));
        take(path_key(path));
        return path;
    }

  private:
    /// What is wrong with a path; null if nothing is.
    [[nodiscard]] const char* conflict(const std::string& key) const {
        if (is_own(key)) return "is a file of the batch itself";
        if (files_.contains(key)) return "is written by another job of the plan too";
        if (folders_.contains(key)) return "is a folder for another output";
        for (std::size_t slash = 0; (slash = key.find('/', slash)) != std::string::npos; ++slash) {
            if (files_.contains(key.substr(0, slash)))
                return "needs a folder where another output is a file";
        }
        return nullptr;
    }
    void take(const std::string& key) {
        files_.insert(key);
        for (std::size_t slash = 0; (slash = key.find('/', slash)) != std::string::npos; ++slash)
            folders_.insert(key.substr(0, slash));
    }

    std::set<std::string> files_, folders_;
};

/// A picture of something says in its title what of.
void entitle(Work& work, const NameValues& values) {
    DrawJob* draw = std::get_if<DrawJob>(&work);
    if (draw == nullptr) return;
    if (draw->options.title.empty()) draw->options.title = values.name;
    const std::size_t at = draw->options.title.find("{name}");
    if (at != std::string::npos) draw->options.title.replace(at, 6, values.name);
}

/// What a job is for; an error of its lens is told with the job's place.
std::vector<Subject> subjects_of(const ActorGraph& graph, const PlannedJob& job) {
    try {
        return subjects(graph, job.lens, job.for_each);
    } catch (const Error& error) {
        throw InputError(error.id(), job.where, std::string("for this job: ") + error.what());
    }
}

}  // namespace

std::vector<Job> expand(const Plan& plan, const ActorGraph& graph, Diagnostics& diagnostics) {
    Paths paths;
    std::vector<std::string> fixed;  // what a person chose comes before what is made of names
    for (const PlannedJob& planned : plan.jobs)
        fixed.push_back(planned.for_each == ForEach::once ? paths.take_fixed(planned) : "");
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < plan.jobs.size(); ++i) {
        const PlannedJob& planned = plan.jobs[i];
        if (planned.for_each == ForEach::once) {
            jobs.push_back({planned.work, planned.options, planned.lens, "", fixed[i]});
            continue;
        }
        const std::vector<Subject> all = subjects_of(graph, planned);
        if (all.empty())
            diagnostics.warning("plan-empty", planned.where,
                                "under its lens there is nothing of the kind '" +
                                    std::string(to_string(planned.for_each)) +
                                    "', so this job makes nothing");
        for (const Subject& subject : all) {
            jobs.push_back({planned.work, planned.options, subject.lens, subject.values.id,
                            paths.take_for(planned, subject.values)});
            entitle(jobs.back().work, subject.values);
        }
    }
    return jobs;
}

}  // namespace actormap
