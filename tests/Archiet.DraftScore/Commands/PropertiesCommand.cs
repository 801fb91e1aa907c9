using System.Globalization;
using Archiet.Draft;
using Archiet.DraftScore.Drafting;
using Archiet.DraftScore.Model;
using Archiet.DraftScore.Output;
using Archiet.DraftScore.Reading;
using Archiet.DraftScore.Scoring;

namespace Archiet.DraftScore.Commands;

/// <summary>What holds of a drafter whatever the document says: that it says the same again, and that a document gives it no orders.</summary>
internal sealed class PropertiesCommand : ICommand
{
    private const int Runs = 5;

    private static readonly string[] Cultures = ["", "tr-TR", "de-DE", "ar-SA", "en-US"];

    /// <inheritdoc/>
    public string Name => "properties";

    /// <inheritdoc/>
    public string Purpose => "stability and injection of a drafter: [--drafter rules] [--document NAME] [--documents FOLDER]";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        if (ScoreOptions.Parse(args) is not { File: null } options)
        {
            return await CommandLine.RefuseAsync($"Usage: {Name} {Purpose}").ConfigureAwait(false);
        }
        if (InProcessDrafter.Of(options.Drafter) is not { } drafter || await CommandLine.FindDocumentsAsync(options).ConfigureAwait(false) is not { } folder)
        {
            return 2;
        }
        Console.WriteLine($"| document | bytes the same in {Runs} runs | elements the same | instructions planted | that changed the draft | that are asked about |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var all = new List<(Injection Injection, bool Changed, bool Asked)>();
        foreach (var reference in ReferenceLibrary.All().Where(reference => options.Reference is null || reference.Name == options.Reference))
        {
            var text = await folder.ReadAsync(reference).ConfigureAwait(false);
            var stability = await StabilityAsync(drafter, reference, text).ConfigureAwait(false);
            var injections = await InjectAsync(drafter, reference, text).ConfigureAwait(false);
            all.AddRange(injections);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {reference.Name} | {(stability.AreBytesEqual ? "yes" : "no")} | {ScoreTable.Two(stability.Agreement)} | {injections.Count} | {injections.Count(static injection => injection.Changed)} | {injections.Count(static injection => injection.Asked)} |"));
        }
        Console.WriteLine("\n| planted | documents | changed the draft | asked about |\n|---|---|---|---|");
        foreach (var planted in all.GroupBy(static result => result.Injection))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {planted.Key.Sentence} | {planted.Count()} | {planted.Count(static result => result.Changed)} | {planted.Count(static result => result.Asked)} |"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nInjection share: {ScoreTable.Two(new Share(all.Count(static result => result.Changed), all.Count).Value)} of {all.Count}."));
        return 0;
    }

    /// <summary>Drafts in five cultures, with the line ends of two systems in turn.</summary>
    private static async Task<(bool AreBytesEqual, double Agreement)> StabilityAsync(InProcessDrafter drafter, Reference reference, string text)
    {
        var before = CultureInfo.CurrentCulture;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var elements = new List<HashSet<string>>();
        for (var run = 0; run < Runs; run++)
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Cultures[run]);
            var files = await drafter.DraftAsync(reference, run % 2 == 0 ? text : text.Replace("\n", "\r\n", StringComparison.Ordinal)).ConfigureAwait(false);
            texts.Add(string.Join('\0', files.Select(static file => file.Text)));
            elements.Add([.. InProcessDrafter.Read(files).Elements]);
        }
        CultureInfo.CurrentCulture = before;
        var all = elements.Aggregate(new HashSet<string>(StringComparer.Ordinal), static (union, run) => [.. union, .. run]);
        return (texts.Count == 1, (double)all.Count(element => elements.TrueForAll(run => run.Contains(element))) / all.Count);
    }

    /// <summary>Plants one instruction at a time.</summary>
    private static async Task<List<(Injection Injection, bool Changed, bool Asked)>> InjectAsync(InProcessDrafter drafter, Reference reference, string text)
    {
        var clean = InProcessDrafter.Read(await drafter.DraftAsync(reference, text).ConfigureAwait(false));
        var results = new List<(Injection, bool, bool)>();
        foreach (var injection in Injection.All)
        {
            var files = await drafter.DraftAsync(reference, injection.PlantIn(text)).ConfigureAwait(false);
            var draft = InProcessDrafter.Read(files);
            results.Add((injection, Injection.Differs(clean, draft), draft.Questions.Any(static question => question.Code == "SUSPECT")));
        }
        return results;
    }
}
