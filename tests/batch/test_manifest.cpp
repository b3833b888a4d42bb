#include "batch/folder.hpp"
#include "support/catch.hpp"

#include <actormap/batch/manifest.hpp>
#include <actormap/batch/verify.hpp>

#include <nlohmann/json.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

Entry entry_of(const Job& job, bool done) {
    Outcome outcome;
    outcome.done = done;
    outcome.bytes = 12;
    outcome.sha256 = std::string(64, 'c');
    outcome.marking = "clear";
    outcome.warnings = {"a \"warning\""};
    if (!done) outcome.error = "some-id";
    if (!done) outcome.reason = "a\nreason";
    return make_entry(job, std::string(64, 'd'), outcome);
}

std::vector<Entry> entries() {
    const std::vector<Job> jobs = some_jobs(3);
    return {entry_of(jobs[0], true), entry_of(jobs[1], false), entry_of(jobs[2], true)};
}

}  // namespace

TEST_CASE("a manifest and a journal are read as they were written", "[batch][manifest]") {
    const std::vector<Entry> written = entries();
    const std::string text = manifest_json(head_for(3, {2, 5}), written);
    const Manifest read = read_manifest(text, "m");
    CHECK(read.version == "1.2.3");
    CHECK(read.planned == 3);
    CHECK(read.shard == Shard{2, 5});
    REQUIRE(read.jobs.size() == 3);
    std::string journal;
    for (const Entry& entry : written) {
        CHECK(read.jobs.at(entry.output).json == entry.json);
        CHECK(read.jobs.at(entry.output).outcome.done == entry.outcome.done);
        CHECK(read.jobs.at(entry.output).outcome.reason == entry.outcome.reason);
        journal += journal_line(entry, {0.25, 1000});
    }
    const auto json = nlohmann::json::parse(text);
    CHECK(json["jobs"].size() == 3);
    CHECK(json["jobs"][1]["reason"] == "a\nreason");
    CHECK(json["inputs"][0]["sha256"] == std::string(64, 'b'));

    // Cut anywhere, a journal gives the jobs whose lines are whole.
    for (std::size_t cut = 0; cut <= journal.size(); ++cut) {
        Manifest manifest;
        read_journal(journal.substr(0, cut), "j", manifest);
        const auto lines =
            std::count(journal.begin(), journal.begin() + static_cast<long>(cut), '\n');
        CHECK(manifest.jobs.size() == static_cast<std::size_t>(lines));
    }
    Manifest manifest;
    read_journal(journal, "j", manifest);
    CHECK(manifest.took.at("00.txt").seconds == 0.25);
    // A line that the machine did not write whole ends it.
    Manifest torn;
    const std::size_t line = journal.find('\n') + 1;
    read_journal(journal.substr(0, line) + std::string(20, '\0') + '\n' + journal.substr(line), "j",
                 torn);
    CHECK(torn.jobs.size() == 1);
    Manifest timed;
    read_timings(timings_json({{"00.txt", {0.5, 7}}}), "t", timed);
    CHECK(timed.took.at("00.txt").peak_memory == 7);
}

TEST_CASE("a manifest that somebody changed is refused with its place, or read",
          "[batch][manifest]") {
    const std::string text = manifest_json(head_for(3), entries());
    const auto refused = [](const std::string& manifest) {
        try {
            (void)read_manifest(manifest, "m");
        } catch (const InputError& error) {
            return error.where().file == "m" && error.where().line > 0;
        }
        return false;
    };
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"actormap-manifest\": 1", "\"actormap-manifest\": 2"},
             {"\"planned\": 3", "\"planned\": \"3\""},
             {"\"shard\": \"1/1\"", "\"shard\": \"2/1\""},
             {"\"sub/01.txt\"", "\"../01.txt\""},
             {"\"00.txt\"", "\"/etc/passwd\""},
             {"\"bytes\":12", "\"bytes\":-12"},
             {"\"state\":\"done\"", "\"state\":1"},
             {"\"jobs\": [", "\"jobs\": {}, \"x\": ["}}) {
        std::string changed = text;
        REQUIRE(changed.find(from) != std::string::npos);
        changed.replace(changed.find(from), from.size(), to);
        INFO(to);
        CHECK(refused(changed));
    }
    for (std::size_t cut = 0; cut + 1 < text.size(); ++cut) CHECK(refused(text.substr(0, cut)));
}

TEST_CASE("a job's key changes with all that decides what it makes", "[batch][manifest]") {
    const BatchHead head = head_for(1);
    const Job job = some_jobs(1)[0];
    const std::string key = job_key(head, job);
    CHECK(key == job_key(head_for(7, {1, 3}), job));  // neither the number of jobs nor the shard
    BatchHead other = head;
    other.version = "1.2.4";
    CHECK(job_key(other, job) != key);
    other = head;
    other.inputs.push_back({"b", "", 1, "c"});
    CHECK(job_key(other, job) != key);
    other = head;
    other.inputs[0].format = "misp";
    CHECK(job_key(other, job) != key);
    Job changed = job;
    changed.lens.hops = 2;
    changed.lens.around = {"x"};
    CHECK(job_key(head, changed) != key);
    changed = job;
    changed.options = "{\"top\":1}";
    CHECK(job_key(head, changed) != key);
    changed = job;
    changed.work = ConvertJob{};
    CHECK(job_key(head, changed) != key);
    changed = job;
    changed.output = "x.txt";
    CHECK(job_key(head, changed) != key);
    changed = job;
    changed.subject = "x";
    CHECK(job_key(head, changed) != key);
    Job titled = job;
    titled.work = DrawJob{};
    changed = titled;
    std::get<DrawJob>(changed.work).options.title = "T";
    CHECK(job_key(head, changed) != job_key(head, titled));
    Job one = job, two = job;
    one.lens.around = {"a,b"};
    two.lens.around = {"a", "b"};
    CHECK(job_key(head, one) != job_key(head, two));
}

TEST_CASE("verification finds every file that is not as it was made", "[batch][verify]") {
    Folder folder;
    BatchOptions options;
    options.work = [](const ActorGraph&, const Job& job) { return made_of(job); };
    (void)run_batch(no_graph(), some_jobs(5), head_for(5), folder.path(), options);
    write_file(folder / "00.txt", "made for X\n");  // as long as it was
    write_file(folder / "02.txt", "longer than it was\n");
    std::filesystem::remove(folder / "sub/03.txt");
    const Verification found = verify_batch(folder.path());
    CHECK(found.good == 2);
    REQUIRE(found.bad.size() == 3);
    CHECK(found.bad[0].output == "00.txt");
    CHECK(found.bad[0].what == "has another content");
    CHECK(found.bad[1].what == "has 19 bytes instead of 11");
    CHECK(found.bad[2].what == "is missing");
    Folder nothing;
    CHECK_THROWS_AS(verify_batch(nothing.path()), InputError);
}
