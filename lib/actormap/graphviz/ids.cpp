#include <actormap/graphviz/ids.hpp>

#include <cgraph.h>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace actormap::graphviz {

namespace {

struct Names {
    Agraph_t* graph = nullptr;
    // Of id 2, 4, 6, …: libcgraph's own strings, since it looks for a mark in front of them.
    std::vector<char*> names;
    std::map<std::pair<int, std::string>, std::uint64_t> ids;  // by kind of object and name
    std::uint64_t nameless = 1;                                // odd
};

// Types of results and texts differ between versions of Graphviz, so they are deduced.
void* open_names(Agraph_t* graph, Agdisc_t*) {
    return new Names{graph, {}, {}};
}
template <typename Result, typename Text>
Result find_id(void* state, int kind, Text name, IDTYPE* id, int create) {
    Names& names = *static_cast<Names*>(state);
    if (name == nullptr) {
        *id = static_cast<IDTYPE>(names.nameless);
        names.nameless += 2;
        return 1;
    }
    const auto found = names.ids.find({kind, name});
    if (found != names.ids.end()) {
        *id = static_cast<IDTYPE>(found->second);
    } else if (create == 0) {
        *id = 0;
    } else {
        names.names.push_back(agstrdup(names.graph, name));
        const std::uint64_t fresh = 2 * names.names.size();
        names.ids.emplace(std::pair(kind, std::string(name)), fresh);
        *id = static_cast<IDTYPE>(fresh);
    }
    return 1;
}
template <typename Result>
Result no_id(void*, int, IDTYPE) {
    return Result();
}
template <typename Text>
Text name_of_id(void* state, int, IDTYPE id) {
    Names& names = *static_cast<Names*>(state);
    const std::size_t index = static_cast<std::size_t>(id) / 2;
    return id % 2 != 0 || index == 0 ? nullptr : names.names[index - 1];
}
void close_names(void*) {}
void register_id(void*, int, void*) {}

}  // namespace

Agdisc_s* counting_ids() {
    static Agiddisc_t ids;
    ids.open = open_names;
    ids.map = find_id;
    ids.alloc = no_id;
    ids.free = no_id;
    ids.print = name_of_id;
    ids.close = close_names;
    ids.idregister = register_id;
    static Agdisc_t disciplines{};  // null stands for the usual one
    disciplines.id = &ids;
    return &disciplines;
}

}  // namespace actormap::graphviz
