// Runs a fuzz target over the files in the given folders, once each, and then over as many
// mutations of them as asked for, the same ones every time. A folder that does not exist holds no
// files; nothing to replay at all is a mistake, not a pass. Each input is kept in a file while it
// is run, so that whatever stops the program leaves the input behind.

#include "fuzz/mutate.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::uint64_t seed = 1;

std::vector<std::filesystem::path> files_in(int folders, char** names) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < folders; ++i) {
        if (!std::filesystem::is_directory(names[i])) continue;
        for (const auto& entry : std::filesystem::directory_iterator(names[i]))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());  // folders have no order
    return files;
}

/// Runs the target, with the input in a file meanwhile. The file is written over, since a system
/// may wait for its disk when one is emptied and closed.
class Runner {
  public:
    explicit Runner(std::filesystem::path kept)
        : kept_(std::move(kept)), file_(kept_, std::ios::binary | std::ios::trunc) {}

    void run(const std::string& text) {
        file_.seekp(0);
        file_ << text << std::flush;
        std::filesystem::resize_file(kept_, text.size());
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    }

  private:
    std::filesystem::path kept_;
    std::ofstream file_;
};

}  // namespace

int main(int argc, char** argv) {
    const std::string_view number = argc > 1 ? argv[1] : "";
    int mutations = -1;
    std::from_chars(number.data(), number.data() + number.size(), mutations);
    if (mutations < 0) {
        std::cerr << "usage: " << argv[0] << " MUTATIONS FOLDER...\n";
        return 2;
    }
    const std::filesystem::path kept = std::string(argv[0]) + ".input";
    Runner runner(kept);
    std::vector<std::string> inputs;
    for (const auto& path : files_in(argc - 2, argv + 2)) {
        std::ifstream file(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        std::cout << path.string() << std::endl;  // flushed: a crash names its input
        runner.run(inputs.back());
    }
    if (inputs.empty()) {
        std::cerr << "there is nothing to replay\n";
        return 1;
    }
    std::cout << mutations << " mutations; one that fails is left in " << kept.string()
              << std::endl;
    actormap::test::Mutator mutator(std::move(inputs), seed);
    for (int i = 0; i < mutations; ++i) runner.run(mutator.next());
    std::filesystem::remove(kept);
}
