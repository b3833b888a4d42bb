#include "batch/folder.hpp"
#include "support/catch.hpp"

#include <actormap/batch/verify.hpp>

#include <algorithm>
#include <csignal>
#include <set>
#include <stop_token>
#include <unistd.h>

using namespace actormap;
using namespace actormap::test;

namespace {

BatchOptions making(std::function<Made(const Job&)> work = made_of) {
    BatchOptions options;
    options.work = [work](const ActorGraph&, const Job& job) { return work(job); };
    return options;
}

BatchSummary run(const Folder& folder, const std::vector<Job>& jobs, const BatchOptions& options,
                 unsigned threads = 2, BatchHead head = head_for(0)) {
    head.planned = jobs.size();
    return run_batch(no_graph(), jobs, head, folder.path(), options, {.threads = threads});
}

bool is_whole(const Folder& folder, std::size_t good, std::size_t failed = 0) {
    const Verification found = verify_batch(folder.path());
    for (const auto& bad : found.bad) UNSCOPED_INFO(bad.output << ' ' << bad.what);
    return found.bad.empty() && found.good == good && found.failed == failed;
}

}  // namespace

TEST_CASE("a batch makes every output, the same bytes for any number of workers", "[batch]") {
    const std::vector<Job> jobs = some_jobs(23);
    Folder one, three;
    std::vector<std::size_t> ended;
    BatchOptions options = making();
    options.tell = [&](const BatchEvent& event) {
        ended.push_back(event.ended);
        CHECK(event.total == 23);
        CHECK(event.state == JobState::done);
    };
    const BatchSummary summary = run(one, jobs, options, 1);
    CHECK(summary.done == 23);
    CHECK(summary.failures.empty());
    CHECK(summary.left == 0);
    CHECK(ended.size() == 23);
    CHECK(std::is_sorted(ended.begin(), ended.end()));
    (void)run(three, jobs, making(), 3);
    const auto files = contents(one);
    CHECK(files.size() == 24);
    CHECK(files.at("sub/01.txt") == "made for 1\n");
    CHECK(files == contents(three));
    CHECK(is_whole(one, 23));
}

TEST_CASE("a job that throws, crashes, runs for ever or eats memory fails alone", "[batch]") {
    const std::vector<Job> jobs = some_jobs(9);
    BatchOptions options = making([](const Job& job) {
        if (job.subject == "1") throw Error("some-id", "a reason");
        if (job.subject == "3") {
            ::signal(SIGSEGV, SIG_DFL);
            ::raise(SIGSEGV);
        }
        if (job.subject == "5") {
            for (volatile bool on = true; on;) {
            }
        }
#ifndef ACTORMAP_SANITIZED
        if (job.subject == "7") {
            std::vector<std::string> all;
            while (true) all.emplace_back(1 << 20, 'x');
        }
#endif
        return made_of(job);
    });
    options.limits.cpu_seconds = 1;
    options.limits.memory_bytes = std::size_t{200} << 20;
    for (const unsigned threads : {1U, 3U}) {
        Folder folder;
        const BatchSummary summary = run(folder, jobs, options, threads);
        std::map<std::string, std::string> failed;
        for (const auto& failure : summary.failures) failed[failure.output] = failure.error;
        CHECK(failed["sub/01.txt"] == "some-id");
        CHECK(failed["sub/03.txt"] == "job-crashed");
        CHECK(failed["sub/05.txt"] == "job-limit");
#ifndef ACTORMAP_SANITIZED
        CHECK(failed["sub/07.txt"] == "job-limit");
        CHECK(failed.size() == 4);
#endif
        CHECK(summary.done + failed.size() == 9);
        CHECK(is_whole(folder, 9 - failed.size(), failed.size()));
        CHECK(contents(folder).size() == 10 - failed.size());
    }
}

TEST_CASE("a second run does only what is missing, failed, changed or of something else",
          "[batch][resume]") {
    std::vector<Job> jobs = some_jobs(8);
    Folder folder;
    bool broken = true;
    const auto work = [&](const Job& job) {
        if (broken && job.subject == "2") throw Error("some-id", "a reason");
        return made_of(job);
    };
    (void)run(folder, jobs, making(work));
    broken = false;
    std::filesystem::remove(folder / "sub/01.txt");
    write_file(folder / "04.txt", "somebody changed it\n");
    jobs[6].options = R"({"by":"degree"})";

    std::set<std::string> again;
    BatchOptions options = making(work);
    options.resume = true;
    options.tell = [&](const BatchEvent& event) {
        if (event.state == JobState::done) again.insert(event.job.output);
    };
    const BatchSummary summary = run(folder, jobs, options);
    CHECK(again == std::set<std::string>{"sub/01.txt", "02.txt", "04.txt", "06.txt"});
    CHECK(summary.skipped == 4);
    CHECK(is_whole(folder, 8));

    Folder fresh;
    (void)run(fresh, jobs, making(work));
    CHECK(contents(folder) == contents(fresh));

    // Of another version, or of another input, nothing stays.
    BatchHead head = head_for(8);
    head.version = "1.2.4";
    CHECK(run(folder, jobs, options, 2, head).done == 8);
    head.inputs[0].sha256[0] = 'c';
    CHECK(run(folder, jobs, options, 2, head).done == 8);
    CHECK(run(folder, jobs, options, 2, head).done == 0);
    head.inputs[0].format = "csv";
    CHECK(run(folder, jobs, options, 2, head).done == 8);
    CHECK(run(folder, jobs, making(work)).skipped == 0);  // without resume
}

TEST_CASE("a batch that is told to stop keeps what it did, and the rest can follow", "[batch]") {
    const std::vector<Job> jobs = some_jobs(12);
    for (std::size_t after = 1; after < 12; after += 3) {
        Folder folder;
        std::stop_source source;
        BatchOptions options = making();
        options.tell = [&](const BatchEvent& event) {
            if (event.ended == after) source.request_stop();
        };
        const BatchSummary summary = run_batch(no_graph(), jobs, head_for(12), folder.path(),
                                               options, {.threads = 2, .stop = source.get_token()});
        CHECK(summary.stopped);
        CHECK(summary.done >= after);
        CHECK(summary.done + summary.left == 12);
        CHECK(is_whole(folder, summary.done));
        CHECK(verify_batch(folder.path()).missing == summary.left);
        BatchOptions resume = making();
        resume.resume = true;
        CHECK(run(folder, jobs, resume).skipped == summary.done);
        Folder fresh;
        (void)run(fresh, jobs, making());
        CHECK(contents(folder) == contents(fresh));
    }
}

TEST_CASE("no link in the folder leads an output out of it", "[batch]") {
    Folder folder, outside;
    write_file(outside / "kept.txt", "kept");
    std::filesystem::create_directory_symlink(outside.path(), folder / "sub");
    std::filesystem::create_symlink(outside / "kept.txt", folder / "00.txt");
    std::filesystem::create_symlink(outside / "kept.txt", folder / "manifest.journal");
    const BatchSummary summary = run(folder, some_jobs(4), making());
    REQUIRE(summary.failures.size() == 2);  // those below the link that is a folder
    CHECK(summary.failures[0].error == "output-blocked");
    CHECK(read_file(outside / "kept.txt") == "kept");
    CHECK(contents(outside).size() == 1);
    CHECK(read_file(folder / "00.txt") == "made for 0\n");
    CHECK_FALSE(std::filesystem::is_symlink(folder / "00.txt"));
    CHECK(is_whole(folder, 2, 2));
}

TEST_CASE("an output whose place is taken fails alone", "[batch]") {
    Folder folder;
    std::filesystem::create_directories(folder / "00.txt/inner");
    write_file(folder / "sub", "a file where a folder should be");
    const BatchSummary summary = run(folder, some_jobs(4), making());
    CHECK(summary.done == 1);
    REQUIRE(summary.failures.size() == 3);
    for (const auto& failure : summary.failures) CHECK(failure.error == "output-blocked");
    CHECK(read_file(folder / "sub") == "a file where a folder should be");
}

TEST_CASE("no output replaces what is read", "[batch]") {
    Folder folder;
    write_file(folder / "02.txt", "an input");
    BatchOptions options = making();
    options.keep = {folder.path() + "/./02.txt"};
    try {
        (void)run(folder, some_jobs(4), options);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.id() == "plan-collision");
    }
    CHECK(contents(folder).size() == 1);
    CHECK(read_file(folder / "02.txt") == "an input");
}

TEST_CASE("what an earlier run made, and this one does not, goes away", "[batch]") {
    Folder folder;
    (void)run(folder, some_jobs(6), making());
    write_file(folder / "04.txt", "somebody changed it\n");
    write_file(folder / "other.txt", "nobody's");
    BatchOptions options = making([](const Job& job) {
        if (job.subject == "0") throw Error("some-id", "a reason");
        return made_of(job);
    });
    const BatchSummary summary = run(folder, some_jobs(3), options);
    CHECK(summary.removed == 2);
    CHECK(summary.warned == 2);
    const auto files = contents(folder);
    CHECK_FALSE(files.contains("00.txt"));  // it failed this time
    CHECK_FALSE(files.contains("sub/03.txt"));
    CHECK_FALSE(files.contains("sub/05.txt"));
    CHECK(files.at("04.txt") == "somebody changed it\n");
    CHECK(files.contains("other.txt"));
}

TEST_CASE("workers leave the signals of a group to their parent", "[batch]") {
    BatchOptions options = making([](const Job& job) {
        if (job.subject == "1") ::raise(SIGTERM);
        if (job.subject == "2") ::raise(SIGINT);
        if (job.subject == "3") ::raise(SIGKILL);
        return made_of(job);
    });
    Folder folder;
    const BatchSummary summary = run(folder, some_jobs(5), options);
    REQUIRE(summary.failures.size() == 1);
    CHECK(summary.failures[0].output == "sub/03.txt");
    CHECK(summary.failures[0].reason.find("was killed") != std::string::npos);
}

TEST_CASE("fail-fast begins nothing after a failure", "[batch]") {
    BatchOptions options = making([](const Job& job) {
        if (job.subject == "3") throw Error("some-id", "a reason");
        return made_of(job);
    });
    options.fail_fast = true;
    Folder folder;
    const BatchSummary summary = run(folder, some_jobs(12), options, 1);
    CHECK(summary.done == 3);
    CHECK(summary.failures.size() == 1);
    CHECK(summary.left == 8);
    CHECK_FALSE(summary.stopped);
}

TEST_CASE("two batches do not work in one folder", "[batch]") {
    Folder folder;
    BatchOptions options = making();
    bool refused = false;
    options.tell = [&](const BatchEvent& event) {
        if (event.ended != 1) return;
        try {
            (void)run(folder, some_jobs(3), making());
        } catch (const Error& error) {
            refused = error.id() == "batch-locked";
        }
    };
    CHECK(run(folder, some_jobs(3), options).done == 3);
    CHECK(refused);
    CHECK(run(folder, some_jobs(3), making()).done == 3);
}

TEST_CASE("what a batch that was killed left half-written goes away", "[batch]") {
    Folder folder;
    std::filesystem::create_directory(folder / "sub");
    write_file(folder / "sub/.actormap-aBcDeF", "half");
    write_file(folder / ".actormap-123456", "half");
    write_file(folder / ".actormap-notes.txt", "somebody's own");
    (void)run(folder, some_jobs(2), making());
    CHECK_FALSE(std::filesystem::exists(folder / "sub/.actormap-aBcDeF"));
    CHECK_FALSE(std::filesystem::exists(folder / ".actormap-123456"));
    CHECK(std::filesystem::exists(folder / ".actormap-notes.txt"));
}

TEST_CASE("a folder that goes away in the middle ends the batch with one error", "[batch]") {
    auto folder = std::make_unique<Folder>();
    BatchOptions options = making();
    options.tell = [&](const BatchEvent& event) {
        if (event.ended == 2) std::filesystem::remove_all(folder->path());
    };
    try {
        (void)run(*folder, some_jobs(9), options);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.id() == "batch-folder");
    }
    CHECK_FALSE(std::filesystem::exists(folder->path()));
}

TEST_CASE("shards make together what one run makes", "[batch][shard]") {
    const std::vector<Job> jobs = some_jobs(11);
    Folder whole, parts;
    (void)run(whole, jobs, making());
    for (std::size_t number = 1; number <= 4; ++number) {
        if (number == 3) {
            const Verification found = verify_batch(parts.path());
            CHECK(found.absent_shards == std::vector<std::string>{"3/4", "4/4"});
            CHECK(found.missing == 5);
        }
        (void)run(parts, jobs, making(), 2, head_for(11, {number, 4}));
    }
    CHECK(is_whole(parts, 11));
    CHECK(verify_batch(parts.path()).absent_shards.empty());
    auto made = contents(whole), joined = contents(parts);
    std::erase_if(made, [](const auto& file) { return file.first.starts_with("manifest"); });
    std::erase_if(joined, [](const auto& file) { return file.first.starts_with("manifest"); });
    CHECK(made == joined);
    // Shards of another number, or of other inputs, do not fit.
    (void)run(parts, some_jobs(5), making(), 2, head_for(5, {1, 2}));
    CHECK_THROWS_AS(verify_batch(parts.path()), Error);
    Folder mixed;
    BatchHead other = head_for(11, {2, 2});
    other.inputs[0].sha256[0] = 'c';
    (void)run(mixed, jobs, making(), 2, head_for(11, {1, 2}));
    (void)run(mixed, jobs, making(), 2, other);
    CHECK_THROWS_AS(verify_batch(mixed.path()), Error);
}

TEST_CASE("shards of different plans do not work in one folder at once", "[batch][shard]") {
    Folder folder;
    std::string told;
    BatchOptions options = making();
    options.tell = [&](const BatchEvent& event) {
        if (event.ended != 1) return;
        try {
            (void)run(folder, some_jobs(4), making(), 2, head_for(4, {2, 3}));
        } catch (const Error& error) {
            told = error.id();
        }
    };
    CHECK(run(folder, some_jobs(4), options, 1, head_for(4, {1, 2})).done == 2);
    CHECK(told == "batch-locked");
}
