using System.Collections.Immutable;

namespace Archiet.Precision.Mutations;

/// <summary>What became of a number of mutants.</summary>
/// <param name="Killed">Those that the build stops, with the ids.</param>
/// <param name="Refused">Those that only the runtime refuses.</param>
/// <param name="Survived">Those that nothing stops.</param>
internal sealed record MutationRun(IReadOnlyList<(MutationSite Site, ImmutableArray<string> Ids)> Killed, IReadOnlyList<MutationSite> Refused, IReadOnlyList<MutationSite> Survived)
{
    /// <summary>Seeds mutants by every operator in turn, at places that the seed chooses, until there are so many or no place is left. What does not compile is no mutant.</summary>
    public static MutationRun Of(SampleApp app, int count, int seed)
    {
        var random = new Random(seed);
        var operators = app.Files.SelectMany(file => MutationOperators.Sites(file, app.ModelOf(file))).GroupBy(site => site.Operator).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var sites = group.ToArray();
                random.Shuffle(sites);
                return new Queue<MutationSite>(sites);
            }).ToList();
        var killed = new List<(MutationSite, ImmutableArray<string>)>();
        var alive = new List<MutationSite>();
        while (killed.Count + alive.Count < count && operators.Exists(sites => sites.Count > 0))
        {
            foreach (var sites in operators.Where(sites => sites.Count > 0))
            {
                if (killed.Count + alive.Count < count && Next(app, sites) is { } mutant)
                {
                    if (mutant.Ids.IsEmpty)
                    {
                        alive.Add(mutant.Site);
                    }
                    else
                    {
                        killed.Add(mutant);
                    }
                }
            }
        }
        return new(killed, [.. alive.Where(IsRefused)], [.. alive.Where(site => !IsRefused(site))]);
    }

    private static bool IsRefused(MutationSite site) => RuntimeGuard.Refuses(site.Operator);

    private static (MutationSite Site, ImmutableArray<string> Ids)? Next(SampleApp app, Queue<MutationSite> sites)
    {
        while (sites.TryDequeue(out var site))
        {
            if (app.IdsOf(site) is { } ids)
            {
                return (site, ids);
            }
        }
        return null;
    }
}
