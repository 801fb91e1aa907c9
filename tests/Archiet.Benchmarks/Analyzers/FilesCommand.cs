using System.Collections.Immutable;
using System.Globalization;
using System.Runtime;
using Microsoft.CodeAnalysis;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>
/// What the rules about files cost a build, by the compiler's own clock: the first small file of a compiler that was just started, the first megabytes of one, and those of
/// one that has compiled before, as the compile server has.
/// </summary>
internal sealed class FilesCommand : ICommand
{
    private const int Rounds = 9;
    private const int WarmUps = 6;
    private const double Goal = 20;

    private static readonly GenomeText Small = new("""
        {
          "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
          "ConnectionStrings": { "Archiet": "Host=localhost;Database=app;Username=app" },
          "AllowedHosts": "*"
        }
        """, "App/appsettings.json");

    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public string Purpose => "[FOLDER]: milliseconds of the rules about files for a megabyte of them, those of a folder or made ones; cold and warm";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        var body = args is [var folder, ..] ? TextBody.Read(folder) : TextBody.Write();
        var megabytes = body.Length / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{body.Count} files, {megabytes:F1} MB"));
        Cold("the first small file of a compiler just started", [Small], 1);
        Cold("the first megabytes of that compiler, each", body.Texts(), megabytes);

        for (var round = 0; round < WarmUps; round++)
        {
            FileRun.Of(body.Texts());
        }
        var measures = new Measures();
        for (var round = 0; round < Rounds; round++)
        {
            IReadOnlyList<(string Id, double Took)> warm = [];
            var texts = body.Texts();
            var taken = ProcessClock.Measure(() => warm = FileRun.Of(texts));
            foreach (var (id, took) in warm)
            {
                measures.Add($"files.{id}.ms-per-mb", took / megabytes, Goal);
            }
            measures.Add("files.all.ms-per-mb", Sum(warm) / megabytes, Goal);
            measures.Add("files.all.processor-ms-per-mb", taken.Processor / megabytes, Goal);
        }
        measures.Print();
        return Task.FromResult(0);
    }

    private static void Cold(string what, ImmutableArray<AdditionalText> files, double share)
    {
        var (methods, compiling) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        IReadOnlyList<(string Id, double Took)> took = [];
        var taken = ProcessClock.Measure(() => took = FileRun.Of(files));
        (methods, compiling) = (JitInfo.GetCompiledMethodCount() - methods, JitInfo.GetCompilationTime() - compiling);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Sum(took) / share:F1} ms; of the processor {taken.Processor / share:F1} ms by all of the process, with {methods} methods compiled just in time in {compiling.TotalMilliseconds:F0} ms"));
    }

    private static double Sum(IEnumerable<(string Id, double Took)> rules) => rules.Sum(rule => rule.Took);
}
