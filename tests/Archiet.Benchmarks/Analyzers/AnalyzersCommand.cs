using System.Globalization;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>
/// What the analyzers of hand-written code cost a build: each and all by the compiler's own clock, one after another; a project without Entity
/// Framework; and a method that touches nothing they look for. What files cost that are no C#, <see cref="FilesCommand"/> measures.
/// </summary>
internal sealed class AnalyzersCommand : ICommand
{
    private const int Rounds = 5;
    private const int GoalOfOne = 300;
    private const int GoalOfAll = 1_000;
    private const double LinesOfGoal = 100_000;

    /// <inheritdoc/>
    public string Name => "analyzers";

    /// <inheritdoc/>
    public string Purpose => "[idle]: milliseconds of each analyzer for 100,000 lines; what they allocate where nothing is of interest, that alone with idle";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        var measures = new Measures();
        foreach (var (id, bytes) in IdleMethod.Allocations())
        {
            measures.Add($"analyzers.{id}.idle-bytes", bytes, 0);
        }
        if (args is ["idle"])
        {
            measures.Print();
            return Task.FromResult(0);
        }
        var app = new AnalyzedApp();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{app.Lines} lines of C#"));
        app.RunOverSources();
        for (var round = 0; round < Rounds; round++)
        {
            var all = 0.0;
            foreach (var (id, took) in app.RunOverSources())
            {
                var each = took * LinesOfGoal / app.Lines;
                measures.Add($"analyzers.{id}.ms", each, GoalOfOne);
                all += each;
            }
            measures.Add("analyzers.all.ms", all, GoalOfAll);
        }
        measures.Add("analyzers.tenancy.actions-without-ef", app.ActionsWithoutEntityFramework(), 0);
        measures.Print();
        return Task.FromResult(0);
    }
}
