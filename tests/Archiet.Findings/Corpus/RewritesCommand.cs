using Archiet.Precision.FileCorpus;
using Archiet.Precision.Rules;
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
            Rows.PrintShare("secrets in C#: " + rewrite.Name, hit, answers.Count);
            foreach (var (item, _) in answers.Where(answer => !answer.Found && args.Contains("-v")))
            {
                Console.WriteLine($"    missed: {item.Family}: {item.Name}");
            }
        }
        Rows.PrintShare("secrets in C#: all", hits, total);
        await FileRewritesAsync(args.Contains("-v")).ConfigureAwait(false);
        foreach (var corpus in RuleCorpus.All)
        {
            var (of, found) = await RuleTable.PrintPlacementsAsync(corpus, args.Contains("-v")).ConfigureAwait(false);
            Rows.PrintShare($"{corpus.Name}: all", found, of);
        }
        return 0;
    }

    private static async Task FileRewritesAsync(bool isVerbose)
    {
        var cases = FileCases.Read().Where(item => item.IsToFind).ToArray();
        var (total, hits) = (0, 0);
        foreach (var rewrite in FileRewrite.All)
        {
            var (of, found) = (0, 0);
            foreach (var item in cases)
            {
                if (rewrite.Apply(item, Grammar.Of(item.Path)) is (var path, var text))
                {
                    var isFound = await FileCases.FindsAsync(item with { Path = path, Text = text }).ConfigureAwait(false);
                    (of, found) = (of + 1, found + (isFound ? 1 : 0));
                    if (!isFound && isVerbose)
                    {
                        Console.WriteLine($"    missed: {item.Kind}: {path} {item.Name}");
                    }
                }
            }
            (total, hits) = (total + of, hits + found);
            Rows.PrintShare("files: " + rewrite.Name, found, of);
        }
        Rows.PrintShare("files: all", hits, total);
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
}
