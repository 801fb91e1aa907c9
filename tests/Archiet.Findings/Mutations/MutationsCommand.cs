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
        return Task.FromResult(run.Killed.Count >= Goal * (run.Killed.Count + run.Survived.Count) ? 0 : 1);
    }

    private static void Print(MutationRun run)
    {
        Console.WriteLine($"{"operator",-48} {"mutants",7} {"build",6} {"survived",8}  stopped by");
        foreach (var operation in run.Killed.Select(mutant => mutant.Site.Operator).Concat(run.Survived.Select(site => site.Operator)).Distinct().Order(StringComparer.Ordinal))
        {
            var killed = run.Killed.Where(mutant => mutant.Site.Operator == operation).ToList();
            var survived = run.Survived.Count(site => site.Operator == operation);
            var ids = killed.SelectMany(mutant => mutant.Ids).Distinct().Order(StringComparer.Ordinal);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operation,-48} {killed.Count + survived,7} {killed.Count,6} {survived,8}  {string.Join(' ', ids)}"));
        }
        foreach (var site in run.Survived)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"survived: {site.Operator} in {site.File} at {site.Span.Start}: {site.Text.Trim()}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Killed.Count} killed, {run.Survived.Count} survived"));
    }
}
