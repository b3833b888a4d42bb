#include <actormap/analysis/sampled_betweenness.hpp>
#include <actormap/study/sampled_ranking.hpp>

namespace actormap {

SampledRanking rank_sampled(const ActorGraph& graph, const View& view,
                            const SamplingOptions& sampling, const RankingOptions& options,
                            const Run& run) {
    check_ranking(graph, options);
    if (options.measures != std::vector<Measure>{Measure::betweenness})
        throw Error("unknown-measure", "betweenness alone is sampled; name no other measure");
    const MeasureOptions& measuring = options.measuring;
    const SampledBetweenness found = sampled_betweenness(view.network,
                                                         {.epsilon = sampling.epsilon,
                                                          .probability = sampling.probability,
                                                          .seed = measuring.seed,
                                                          .normalized = measuring.normalized},
                                                         run);
    const double error = sampling.epsilon * (measuring.normalized ? 1 : found.pairs);
    return {rank(graph, view, {found.scores}, options),
            sampling.epsilon,
            sampling.probability,
            error,
            found.samples,
            measuring.seed};
}

}  // namespace actormap
