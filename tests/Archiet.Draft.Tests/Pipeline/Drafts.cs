using Archiet.Genome;
using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Questions;
using Archiet.Genome.Diagnostics;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>Makes drafts as a person would: draft, answer, draft again, take the status out.</summary>
internal static class Drafts
{
    private const int MostRounds = 8;

    public static Task<DraftResult> MakeAsync(ProseDocument document, IReadOnlyList<DraftItem> items) =>
        DraftPipeline.RunAsync(new("orders", document), new ScriptedModel(items));

    public static string Text(DraftResult result, string ending) => result.Files.Single(file => file.Name.EndsWith(ending, StringComparison.Ordinal)).Text;

    public static string Genome(DraftResult result) => Text(result, ".draft.genome.yaml");

    /// <summary>What is wrong with a draft beside that it is one, warnings too.</summary>
    public static IReadOnlyList<string> Faults(string genome) =>
    [
        .. GenomeFrontEnd.Compile([new("orders.draft.genome.yaml", genome)]).Diagnostics.Where(static found => !GenomeDiagnostics.IsUndecided(found.Descriptor))
            .Select(static found => FormattableString.Invariant($"{found.Span.Line}: {found.Descriptor.Id}: {found.Message}")),
    ];

    /// <summary>Answers every open question by its first option and drafts again, until none is open; the genome without its status.</summary>
    public static Task<string> AnswerAllAsync(ProseDocument document, IReadOnlyList<DraftItem> items) => AnswerAllAsync(document, new ScriptedModel(items));

    /// <summary>The same with any model.</summary>
    public static async Task<string> AnswerAllAsync(ProseDocument document, IDraftModel model)
    {
        var result = await DraftPipeline.RunAsync(new("orders", document), model);
        for (var round = 0; result.Questions.Any(static question => question.Answer is null); round++)
        {
            Assert.That(round, Is.LessThan(MostRounds), "Every answer raises a new question.");
            result = await DraftPipeline.RunAsync(
                new("orders", document) { Draft = Answered(Genome(result), result.Questions), Base = Text(result, ".base.yaml") }, model);
        }
        return Genome(result).Replace("status: draft\n", "", StringComparison.Ordinal);
    }

    /// <summary>A draft with an answer under every open question: its first option, or a word.</summary>
    public static string Answered(string genome, IEnumerable<DraftQuestion> questions, Func<DraftQuestion, string>? answer = null)
    {
        var lines = genome.Split('\n').ToList();
        foreach (var question in questions.Where(static question => question.Answer is null))
        {
            var at = lines.FindIndex(line => line == $"  {question.Key}:");
            var text = answer?.Invoke(question) ?? (question.Options.Count > 0 ? question.Options[0] : "decided");
            lines.Insert(at + 1, $"    answer: \"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
        return string.Join('\n', lines);
    }
}
