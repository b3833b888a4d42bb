#pragma once

namespace actormap {

/// Draws a small picture of all sizes of type in this process, so that Graphviz, its plugins and
/// the fonts are there for the processes that are forked from it; that is most of what a small
/// picture costs. The process becomes like its children (`become_like_child`). Does nothing where
/// a library would leave a thread behind, since forking would then not be safe.
void warm_up_drawing();

}  // namespace actormap
