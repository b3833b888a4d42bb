#include <actormap/base/text.hpp>
#include <actormap/batch/expand.hpp>
#include <actormap/batch/subjects.hpp>

#include <map>
#include <set>

namespace actormap {
namespace {

/// The files that belong to the batch itself.
bool is_own(std::string_view key) {
    return key.find('/') == std::string_view::npos &&
           (key.starts_with("manifest.") || key.starts_with("timings."));
}

/// The outputs of a batch, each once.
class Paths {
  public:
    /// The path for a subject of a job, told apart from those of the job's other subjects.
    std::string take(const PlannedJob& job, const NameValues& values) {
        const OutputTemplate output(job.output);
        std::string path = output.path(values);
        if (!of_job_.insert(path_key(path)).second) {
            path = output.path(values, '~' + safe_name(values.id));
            for (std::size_t n = 2; !of_job_.insert(path_key(path)).second; ++n)
                path = output.path(values, '~' + std::to_string(n));
        }
        claim(path, job);
        return path;
    }
    void next_job() { of_job_.clear(); }

  private:
    void claim(const std::string& path, const PlannedJob& job) {
        const std::string key = path_key(path);
        if (is_own(key)) fail(job, path, "is a file of the batch itself");
        if (!files_.insert(key).second)
            fail(job, path, "is written by another job of the plan too");
        if (folders_.count(key) != 0) fail(job, path, "is a folder for another output");
        for (std::size_t slash = 0; (slash = key.find('/', slash)) != std::string::npos; ++slash) {
            const std::string folder = key.substr(0, slash);
            if (files_.count(folder) != 0)
                fail(job, path, "needs a folder where another output is a file");
            folders_.insert(folder);
        }
    }
    [[noreturn]] static void fail(const PlannedJob& job, const std::string& path,
                                  const std::string& why) {
        throw InputError("plan-collision", job.where,
                         "the output " + quote(path) + ' ' + why + "; change this 'output'");
    }

    std::set<std::string> files_, folders_, of_job_;
};

/// A picture of something says in its title what of.
void entitle(Work& work, const NameValues& values) {
    DrawJob* draw = std::get_if<DrawJob>(&work);
    if (draw == nullptr) return;
    if (draw->options.title.empty()) draw->options.title = values.name;
    const std::size_t at = draw->options.title.find("{name}");
    if (at != std::string::npos) draw->options.title.replace(at, 6, values.name);
}

}  // namespace

std::vector<Job> expand(const Plan& plan, const ActorGraph& graph) {
    std::vector<Job> jobs;
    Paths paths;
    for (const PlannedJob& planned : plan.jobs) {
        paths.next_job();
        for (const Subject& subject : subjects(graph, planned.lens, planned.for_each)) {
            Job job{planned.work, planned.options, subject.lens, subject.values.id,
                    paths.take(planned, subject.values)};
            if (planned.for_each != ForEach::once) entitle(job.work, subject.values);
            jobs.push_back(std::move(job));
        }
    }
    return jobs;
}

}  // namespace actormap
