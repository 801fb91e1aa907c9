using System.Globalization;

namespace Archiet.Precision.Mutations;

/// <summary>Seeds mutations that leave their tenant into the sample's C#, each by itself, and counts which the build stops.</summary>
internal sealed class MutationsCommand : ICommand
{
    /// <summary>The same choice every time.</summary>
    private const int Seed = 20261121;

    /// <summary>What at least 99 of 100 of must be stopped.</summary>
    private const int Mutants = 250;

    private const double Goal = 0.99;

    /// <inheritdoc/>
    public string Name => "mutations";

    /// <inheritdoc/>
    public string Purpose => "seeds mutations that leave their tenant into the sample's C#, and counts what the build stops: mutations [COUNT]";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        var count = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : Mutants;
        var app = SampleApp.Load(Repository.Root);
        if (app.Findings() is [_, ..] before)
        {
            Console.Error.WriteLine("Before any mutation the app has findings:");
            foreach (var finding in before)
            {
                Console.Error.WriteLine($"  {finding}");
            }
            return Task.FromResult(2);
        }
        var run = MutationRun.Of(app, count, Seed);
        Print(run);
        return Task.FromResult(run.Killed.Count >= Goal * (run.Killed.Count + run.Refused.Count + run.Survived.Count) && run.Survived.Count == 0 ? 0 : 1);
    }

    private static void Print(MutationRun run)
    {
        Console.WriteLine($"{"operator",-46} {"mutants",7} {"build",5} {"guard",5} {"survived",8}  stopped by");
        var all = run.Killed.Select(mutant => mutant.Site).Concat(run.Refused).Concat(run.Survived);
        foreach (var group in all.GroupBy(site => site.Operator).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var killed = run.Killed.Where(mutant => mutant.Site.Operator == group.Key).ToList();
            var refused = run.Refused.Count(site => site.Operator == group.Key);
            var ids = killed.SelectMany(mutant => mutant.Ids).Distinct().Order(StringComparer.Ordinal);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key,-46} {group.Count(),7} {killed.Count,5} {refused,5} {group.Count() - killed.Count - refused,8}  {string.Join(' ', ids)}"));
        }
        foreach (var site in run.Survived)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"survived: {site.Operator} in {site.File} at {site.Span.Start}: {site.Text.Trim()}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Killed.Count} killed, {run.Refused.Count} refused by the runtime alone, {run.Survived.Count} survived"));
    }
}
