using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Precision.Corpus;

/// <summary>How many of the known secrets are still found when they are written in other ways.</summary>
internal sealed class RewritesCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "rewrites";

    /// <inheritdoc/>
    public string Purpose => "[-v]: each known secret in ten other ways of writing it: split, escaped, encoded, moved, ...; how many are still found";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        var cases = CaseFile.Read().Where(item => item is { HoldsSecret: true, Literal: >= 0 }).ToArray();
        var (total, hits) = (0, 0);
        foreach (var rewrite in Rewrite.All)
        {
            var answers = new List<(Case Case, bool Found)>();
            foreach (var item in cases)
            {
                if (await FindsAsync(item, rewrite).ConfigureAwait(false) is { } found)
                {
                    answers.Add((item, found));
                }
            }
            var hit = answers.Count(answer => answer.Found);
            (total, hits) = (total + answers.Count, hits + hit);
            PrintRow(rewrite.Name, hit, answers.Count);
            foreach (var (item, _) in answers.Where(answer => !answer.Found && args.Contains("-v")))
            {
                Console.WriteLine($"    missed: {item.Family}: {item.Name}");
            }
        }
        PrintRow("all", hits, total);
        return 0;
    }

    /// <summary>Whether it is found; null where C# does not allow the rewrite, as where only a constant may stand.</summary>
    private static async Task<bool?> FindsAsync(Case item, Rewrite rewrite)
    {
        var literal = item.Text[item.Literal..item.LiteralEnd];
        if (SyntaxFactory.ParseToken(literal).Value is not string text)
        {
            return null;
        }
        var (start, end) = (item.Literal, item.LiteralEnd);
        var code = item.Text[..start] + rewrite.Expression(text) + item.Text[end..];
        if (rewrite.Member is { } member)
        {
            var at = code.IndexOf("class Code\n{", StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }
            code = code.Insert(at + "class Code\n{".Length, "\n    " + member(text) + "\n");
        }
        return await (rewrite.OtherFile is { } other ? Detectors.Ours.FindsAsync(code, other(text)) : Detectors.Ours.FindsAsync(code)).ConfigureAwait(false);
    }

    private static void PrintRow(string name, int found, int of) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {found,4} of {of,4} found, {(of == 0 ? 0 : 100.0 * found / of):F1} %"));
}
