#pragma once

#include "support/catch.hpp"

#include <actormap/base/file.hpp>
#include <actormap/batch/batch.hpp>
#include <actormap/read/read.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace actormap::test {

/// A folder that is gone with the test.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "actormap-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const {
        return path_ + '/' + name;
    }

  private:
    std::string path_;
};

/// Every file below a folder and its content, timings and locks aside.
inline std::map<std::string, std::string> contents(const Folder& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        const std::string name = std::filesystem::relative(entry.path(), folder.path()).string();
        if (entry.is_regular_file() && !name.starts_with("timings") && !name.starts_with("."))
            found[name] = read_file(entry.path().string());
    }
    return found;
}

inline ActorGraph no_graph() {
    Diagnostics diagnostics;
    return read({{"g", R"({"actormap": 1})"}}, InputFormat::native, diagnostics).graph;
}

/// So many jobs that write "00.txt", "sub/01.txt" and so on.
inline std::vector<Job> some_jobs(std::size_t count) {
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < count; ++i) {
        Job job;
        job.work = RankJob{};
        job.options = "{}";
        job.subject = std::to_string(i);
        job.output = (i % 2 == 1 ? "sub/" : "") + std::string(i < 10 ? "0" : "") +
                     std::to_string(i) + ".txt";
        jobs.push_back(job);
    }
    return jobs;
}

inline BatchHead head_for(std::size_t planned, Shard shard = {}) {
    return {"1.2.3", "plan.json", std::string(64, 'a'), {{"in.json", "", 3, std::string(64, 'b')}},
            planned, shard};
}

/// What each of these jobs makes.
inline Made made_of(const Job& job) {
    return {"made for " + job.subject + '\n', {"a warning"}, Tlp::clear};
}

}  // namespace actormap::test
