#pragma once

namespace actormap::tool {

/// Makes the heap grow in large steps, keep what it has, and lie in large pages where the system
/// has them: the program builds one graph and ends, so touching fresh pages is a third of a short
/// run. Changes nothing but the time. Call it once, before anything large is allocated.
void prepare_heap();

}  // namespace actormap::tool
