#pragma once

#include <cstddef>
#include <vector>

namespace actormap {

/// Gives each row the rank of the first one with its key: ties share a rank, and the next one
/// skips. Needs rows in order.
template <class Row, class Key>
void number_rows(std::vector<Row>& rows, const Key& key) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool tie = i > 0 && key(rows[i]) == key(rows[i - 1]);
        rows[i].rank = tie ? rows[i - 1].rank : i + 1;
    }
}

}  // namespace actormap
