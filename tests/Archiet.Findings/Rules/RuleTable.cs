using System.Globalization;

namespace Archiet.Precision.Rules;

/// <summary>What is found among the cases of rules that are not about secrets, and how much of it at other places.</summary>
internal static class RuleTable
{
    /// <summary>Prints a row a family of cases, and what was answered wrongly; false where less was found than should be, or something harmless was.</summary>
    public static async Task<bool> PrintAsync(RuleCorpus corpus)
    {
        const double LeastRecall = 0.97;
        Console.WriteLine($"{corpus.Name,-34} to find  found  harmless  false alarms");
        var answers = new List<(RuleCase Case, bool Found)>();
        foreach (var item in corpus.Read())
        {
            if (await corpus.FindInAsync(item).ConfigureAwait(false) is { } ids)
            {
                answers.Add((item, item.IsToFind ? ids.Contains(item.Id) : ids.Count > 0));
            }
            else
            {
                Console.WriteLine($"    does not compile: {item.Family}: {item.Name}: {corpus.LastError}");
            }
        }
        foreach (var family in answers.GroupBy(answer => answer.Case.Family, StringComparer.Ordinal))
        {
            PrintRow("  " + family.Key, [.. family]);
        }
        PrintRow("  all", answers);
        foreach (var (item, found) in answers.Where(answer => answer.Found != answer.Case.IsToFind))
        {
            Console.WriteLine($"    {(found ? "false alarm" : "missed")}: {item.Family}: {item.Id} {item.Name}");
        }
        Console.WriteLine();
        var toFind = answers.Where(answer => answer.Case.IsToFind).ToArray();
        return !answers.Exists(answer => answer is { Found: true, Case.IsToFind: false }) && toFind.Count(answer => answer.Found) >= LeastRecall * toFind.Length;
    }

    /// <summary>Prints how many of the cases that are statements or scripts are found at ten other places; gives how many there were, and how many were found.</summary>
    public static async Task<(int Of, int Found)> PrintPlacementsAsync(RuleCorpus corpus, bool isVerbose)
    {
        var (of, found) = (0, 0);
        var cases = corpus.Read().Where(item => item.IsToFind).ToArray();
        foreach (var placement in Placement.OfStatements)
        {
            Count(placement.Name, await AnswersAsync(cases.Where(item => item.Kind == RuleCaseKind.Statements), item => corpus.FindInAsync([placement.Move(item.Code, corpus.Around)], [])).ConfigureAwait(false));
        }
        foreach (var (name, path, move) in Placement.OfScripts)
        {
            Count(name, await AnswersAsync(cases.Where(item => item.Kind == RuleCaseKind.Script), item => corpus.FindInAsync([], [new Testing.InMemoryFile(path, move(item.Code))])).ConfigureAwait(false));
        }
        return (of, found);

        void Count(string name, List<(RuleCase Case, bool Found)> answers)
        {
            if (answers.Count > 0)
            {
                var hits = answers.Count(answer => answer.Found);
                (of, found) = (of + answers.Count, found + hits);
                Rows.PrintShare($"{corpus.Name}: {name}", hits, answers.Count);
                foreach (var (item, _) in answers.Where(answer => !answer.Found && isVerbose))
                {
                    Console.WriteLine($"    missed: {item.Id} {item.Name}");
                }
            }
        }
    }

    /// <summary>What cannot stand at a place, as an await in a method that is none, is left out.</summary>
    private static async Task<List<(RuleCase Case, bool Found)>> AnswersAsync(IEnumerable<RuleCase> cases, Func<RuleCase, Task<IReadOnlySet<string>?>> find)
    {
        var answers = new List<(RuleCase, bool)>();
        foreach (var item in cases)
        {
            if (await find(item).ConfigureAwait(false) is { } ids)
            {
                answers.Add((item, ids.Contains(item.Id)));
            }
        }
        return answers;
    }

    private static void PrintRow(string name, List<(RuleCase Case, bool Found)> answers)
    {
        var toFind = answers.Count(answer => answer.Case.IsToFind);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34} {toFind,7}  {answers.Count(answer => answer is { Found: true, Case.IsToFind: true }),5}  {answers.Count - toFind,8}  {answers.Count(answer => answer is { Found: true, Case.IsToFind: false }),12}"));
    }
}
