#include <actormap/base/number.hpp>
#include <actormap/read/json_number.hpp>

#include <algorithm>

namespace actormap {

bool is_json_number(std::string_view text) {
    if (!parse_number(text)) return false;
    if (text[0] == '-') text.remove_prefix(1);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || (digits > 1 && text[0] == '0')) return false;
    text.remove_prefix(digits);
    return text.empty() || text[0] != '.' || (text.size() > 1 && text[1] >= '0' && text[1] <= '9');
}

}  // namespace actormap
