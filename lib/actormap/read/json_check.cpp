#include <actormap/read/json_check.hpp>
#include <actormap/read/json_cutter.hpp>

#include <algorithm>
#include <bit>
#include <new>
#include <simdjson.h>
#include <unordered_set>
#include <vector>

namespace actormap {
namespace {

namespace dom = simdjson::dom;

/// The names of one object. A bit for the length and the ends of a name tells most of them apart:
/// only where two share it are names compared.
class NameSet {
  public:
    bool add(std::string_view name) {
        if (names_.size() < few) {
            const std::uint64_t bit = bit_of(name);
            const bool again =
                (seen_ & bit) != 0 && std::find(names_.begin(), names_.end(), name) != names_.end();
            seen_ |= bit;
            names_.push_back(name);
            return !again;
        }
        if (many_.empty()) many_.insert(names_.begin(), names_.end());
        return many_.insert(name).second;
    }

  private:
    static constexpr std::size_t few = 40;

    static std::uint64_t bit_of(std::string_view name) {
        if (name.empty()) return 1;
        const auto last = static_cast<unsigned char>(name.back());
        const auto middle = static_cast<unsigned char>(name[name.size() / 2]);
        return std::uint64_t{1} << ((name.size() * 7 + last * 5u + middle * 3u) & 63);
    }

    std::uint64_t seen_ = 0;
    std::vector<std::string_view> names_;
    std::unordered_set<std::string_view> many_;
};

// Both recurse as deep as the parser lets values nest.
bool names_differ(const dom::element& value);

bool names_differ(const dom::object& object) {
    NameSet names;
    for (const dom::key_value_pair member : object) {
        if (!names.add(member.key) || !names_differ(member.value)) return false;
    }
    return true;
}

bool names_differ(const dom::element& value) {
    dom::object object;
    if (value.get(object) == simdjson::SUCCESS) return names_differ(object);
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return true;
    for (const dom::element item : list) {
        if (!names_differ(item)) return false;
    }
    return true;
}

}  // namespace

struct JsonCheck::Parser {
    dom::parser parser;
};

JsonCheck::JsonCheck() : parser_(std::make_unique<Parser>()) {}
JsonCheck::~JsonCheck() = default;

bool JsonCheck::admits(std::string_view padded) {
    static_assert(JsonSlice::padding >= simdjson::SIMDJSON_PADDING);
    if (padded.find("\\u0000") != std::string_view::npos) return false;
    // Its tables are some twelve times as large as the text, so they grow with the records; beyond
    // `usual` they do so by themselves.
    constexpr std::size_t smallest = std::size_t{1} << 10, usual = std::size_t{1} << 16;
    if (parser_->parser.capacity() < std::min(padded.size(), usual)) {
        const std::size_t size = std::clamp(std::bit_ceil(padded.size()), smallest, usual);
        if (parser_->parser.allocate(size, JsonLimits{}.depth) != simdjson::SUCCESS)
            throw std::bad_alloc();
    }
    dom::element root;
    const auto error = parser_->parser.parse(padded.data(), padded.size(), false).get(root);
    return error == simdjson::SUCCESS && names_differ(root);
}

}  // namespace actormap
