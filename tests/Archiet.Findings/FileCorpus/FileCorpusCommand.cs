using System.Globalization;
using Archiet.Precision.Corpus;

namespace Archiet.Precision.FileCorpus;

/// <summary>What is found among files of which the answer is known, by our rules and by secretlint.</summary>
internal sealed class FileCorpusCommand : ICommand
{
    private const double LeastRecall = 0.98;

    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public string Purpose => "[secretlint=FOLDER]: secrets and placeholders found, and false alarms, a kind of file, among files of which the answer is known";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        var cases = FileCases.Read();
        var ours = new bool[cases.Count];
        for (var i = 0; i < ours.Length; i++)
        {
            ours[i] = await FileCases.FindsAsync(cases[i]).ConfigureAwait(false);
        }
        Print("files: ours", cases, ours);
        foreach (var other in Detectors.From(args).OfType<SecretlintDetector>())
        {
            // It knows nothing of placeholders.
            var secrets = cases.Where(item => item.Kind != FileCases.Placeholders).ToArray();
            Print("files: " + other.Name, secrets, await other.FindInAsync([.. secrets.Select(item => (item.Path, item.Text))]).ConfigureAwait(false));
        }
        for (var i = 0; i < ours.Length; i++)
        {
            if (ours[i] != cases[i].IsToFind)
            {
                Console.WriteLine($"    {(ours[i] ? "false alarm" : "missed")}: {cases[i].Kind}: {cases[i].Path} {cases[i].Name}");
            }
        }
        var toFind = ours.Where((_, i) => cases[i].IsToFind).ToArray();
        return ours.Where((found, i) => found && !cases[i].IsToFind).Any() || toFind.Count(found => found) < LeastRecall * toFind.Length ? 1 : 0;
    }

    private static void Print(string title, IReadOnlyList<FileCase> cases, bool[] found)
    {
        Console.WriteLine($"{title,-28} to find  found  harmless  false alarms");
        var answers = cases.Zip(found).ToList();
        foreach (var kind in answers.GroupBy(answer => answer.First.Kind, StringComparer.Ordinal))
        {
            PrintRow("  " + kind.Key, [.. kind]);
        }
        PrintRow("  all", answers);
        Console.WriteLine();
    }

    private static void PrintRow(string kind, List<(FileCase Case, bool Found)> answers)
    {
        var toFind = answers.Count(answer => answer.Case.IsToFind);
        var alarms = answers.Count(answer => answer is { Found: true, Case.IsToFind: false });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{kind,-28} {toFind,7} {answers.Count(answer => answer is { Found: true, Case.IsToFind: true }),6} {answers.Count - toFind,9} {alarms,13}"));
    }
}
