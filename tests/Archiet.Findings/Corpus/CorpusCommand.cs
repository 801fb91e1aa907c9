using Archiet.Precision.Rules;
using System.Globalization;

namespace Archiet.Precision.Corpus;

/// <summary>What is found among cases of which the answer is known, by us and by others.</summary>
internal sealed class CorpusCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "corpus";

    /// <inheritdoc/>
    public string Purpose => "[sonar=FOLDER] [secretlint=FOLDER] [-v]: secrets found, and false alarms, a family, among cases of which the answer is known";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        Case[] cases = [.. FormatCases.Make(), .. CaseFile.Read()];
        foreach (var detector in Detectors.From(args))
        {
            Print(detector, cases, await detector.FindAsync(cases).ConfigureAwait(false), args.Contains("-v"));
        }
        var isGood = true;
        foreach (var corpus in RuleCorpus.All)
        {
            isGood &= await RuleTable.PrintAsync(corpus).ConfigureAwait(false);
        }
        return await new FileCorpus.FileCorpusCommand().RunAsync(args).ConfigureAwait(false) == 0 && isGood ? 0 : 1;
    }

    private static void Print(IDetector detector, Case[] cases, bool?[] found, bool isVerbose)
    {
        Console.WriteLine($"{detector.Name,-28} secrets  found  harmless  false alarms  recall  precision");
        foreach (var family in cases.Index().GroupBy(pair => pair.Item.Family, StringComparer.Ordinal))
        {
            PrintRow("  " + family.Key, [.. family.Select(pair => (pair.Item.HoldsSecret, found[pair.Index]))]);
        }
        PrintRow("  C# beyond formats", [.. cases.Zip(found).Where(pair => !pair.First.Family.Contains("formats", StringComparison.Ordinal)).Select(pair => (pair.First.HoldsSecret, pair.Second))]);
        PrintRow("  all", [.. cases.Zip(found).Select(pair => (pair.First.HoldsSecret, pair.Second))]);
        foreach (var (item, answer) in cases.Zip(found).Where(pair => isVerbose && pair.Second != pair.First.HoldsSecret))
        {
            Console.WriteLine($"    {(answer is null ? "does not compile" : item.HoldsSecret ? "missed" : "false alarm")}: {item.Family}: {item.Name}");
        }
        Console.WriteLine();
    }

    private static void PrintRow(string name, (bool HoldsSecret, bool? Found)[] answers)
    {
        var (secrets, hits) = (answers.Count(answer => answer.HoldsSecret), answers.Count(answer => answer is (true, true)));
        var alarms = answers.Count(answer => answer is (false, true));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28} {secrets,7}  {hits,5}  {answers.Length - secrets,8}  {alarms,12}  {Share(hits, secrets),6}  {Share(hits, hits + alarms),9}"));
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1} %");
}
