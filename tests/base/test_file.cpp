#include "support/catch.hpp"

#include <actormap/base/error.hpp>
#include <actormap/base/file.hpp>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace actormap;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes away with the test.
struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "actormap-test-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    [[nodiscard]] std::string operator/(const char* name) const { return (path / name).string(); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), {}));
    }
    fs::path path;
};

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

template <typename Work>
std::string message_of(const Work& work) {
    try {
        work();
    } catch (const InputError& error) {
        return to_string(error.where()) + ": " + error.what() + " [" + error.id() + ']';
    } catch (const Error& error) {
        return std::string(error.what()) + " [" + error.id() + ']';
    }
    return {};
}

}  // namespace

TEST_CASE("a file is written and read back, byte for byte", "[base]") {
    const Folder folder;
    std::string content(300'000, 'x');
    content += std::string("\0\r\n\xFF", 4);
    for (const std::string& text : {std::string(), std::string("a"), content}) {
        write_file(folder / "a", text);
        CHECK(read_file(folder / "a") == text);
        CHECK(folder.files() == 1);
    }
}

TEST_CASE("a new file gets the usual permissions and an old one keeps its own", "[base]") {
    const Folder folder;
    const mode_t mask = ::umask(027);
    write_file(folder / "new", "a");
    CHECK(::umask(mask) == 027);
    CHECK(mode_of(folder / "new") == 0640);
    fs::permissions(folder / "new", fs::perms(0751));
    write_file(folder / "new", "b");
    CHECK(mode_of(folder / "new") == 0751);
    CHECK(read_file(folder / "new") == "b");
}

TEST_CASE("a symbolic link stays one, and its target changes", "[base]") {
    const Folder folder;
    fs::create_directory(folder / "deep");
    write_file(folder / "deep/target", "old");
    fs::create_symlink("deep/target", folder / "link");
    fs::create_symlink(folder / "link", folder / "link2");
    write_file(folder / "link2", "new");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(fs::is_symlink(folder / "link2"));
    CHECK(read_file(folder / "deep/target") == "new");

    fs::create_symlink("deep/fresh", folder / "dangling");
    write_file(folder / "dangling", "fresh");
    CHECK(fs::is_symlink(folder / "dangling"));
    CHECK(read_file(folder / "deep/fresh") == "fresh");

    fs::create_symlink("loop", folder / "loop");
    CHECK(message_of([&] { write_file(folder / "loop", "a"); }).find("[file-unwritable]") !=
          std::string::npos);
    CHECK(fs::is_symlink(folder / "loop"));
}

TEST_CASE("what can't be written is said, and leaves nothing behind", "[base]") {
    const Folder folder;
    CHECK(message_of([&] { write_file(folder / "no/file", "a"); }) ==
          (folder / "no/file") +
              ": cannot be written: No such file or directory; choose another "
              "place for it [file-unwritable]");
    fs::create_directory(folder / "folder");
    CHECK(message_of([&] { write_file(folder / "folder", "a"); }) ==
          (folder / "folder") +
              ": cannot be written: Is a directory; choose another place for it [file-unwritable]");
    CHECK(message_of([&] { write_file("/dev/full", "a"); }) ==
          "/dev/full: cannot be written: No space left on device; choose another place for it "
          "[file-unwritable]");
    CHECK(message_of([&] { write_file("", "a"); }).find("[file-unwritable]") != std::string::npos);
    const std::string long_name(300, 'n');
    CHECK_FALSE(message_of([&] { write_file(folder / long_name.c_str(), "a"); }).empty());
    CHECK(folder.files() == 1);  // the folder itself
}

TEST_CASE("a file keeps its old content when writing fails half way", "[base]") {
    const Folder folder;
    write_file(folder / "a", "old");
    // A limit on the size of files stops the write as a full disk would. It can't be lifted again,
    // so a process of its own runs into it.
    const std::string path = folder / "a";
    const std::string large(100'000, 'x');
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit limit{1000, 1000};
        (void)std::signal(SIGXFSZ, SIG_IGN);
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(3);
        try {
            write_file(path, large);
        } catch (const Error& error) {
            ::_exit(error.id() == "file-unwritable" ? 0 : 1);
        }
        ::_exit(2);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(folder.files() == 1);
    CHECK(read_file(folder / "a") == "old");
}

TEST_CASE("a name as long as names may be can be written", "[base]") {
    const Folder folder;
    const std::string name(255, 'n');
    write_file(folder / name.c_str(), "a");
    CHECK(read_file(folder / name.c_str()) == "a");
}

TEST_CASE("a file that was made read-only is left alone", "[base]") {
    if (::geteuid() == 0) return;  // root may write everything
    const Folder folder;
    write_file(folder / "a", "old");
    fs::permissions(folder / "a", fs::perms(0444));
    CHECK(message_of([&] { write_file(folder / "a", "new"); }).find("Permission denied") !=
          std::string::npos);
    CHECK(read_file(folder / "a") == "old");
}

TEST_CASE("devices and pipes are written to directly", "[base]") {
    const Folder folder;
    write_file("/dev/null", "a");
    CHECK(fs::is_character_file("/dev/null"));
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::string got;
    std::thread reader([&] { got = read_file(folder / "pipe"); });
    write_file(folder / "pipe", "through the pipe");
    reader.join();
    CHECK(got == "through the pipe");
    CHECK(fs::is_fifo(folder / "pipe"));
}

TEST_CASE("what can't be read is said", "[base]") {
    const Folder folder;
    CHECK(message_of([&] { (void)read_file(folder / "none"); }) ==
          (folder / "none") + ": no such file; check the path [file-missing]");
    CHECK(message_of([&] { (void)read_file(folder.path.string()); }) ==
          folder.path.string() + ": is a directory; name the files in it [file-directory]");
    write_file(folder / "a", "a");
    CHECK(message_of([&] { (void)read_file(folder / "a/b"); }) ==
          (folder / "a/b") + ": cannot be read: Not a directory [file-unreadable]");
    CHECK(read_file("/dev/null").empty());
    // Sparse: takes no room on the disk.
    std::ofstream(folder / "large").close();
    fs::resize_file(folder / "large", largest_input + 1);
    CHECK(message_of([&] { (void)read_file(folder / "large"); }) ==
          (folder / "large") + ": is larger than 2 GiB; split it [file-size]");
}
