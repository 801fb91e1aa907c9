using Archiet.Draft.Merging;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Questions;

/// <summary>The question about a sentence that speaks to the one who drafts: until a person says otherwise, it is evidence of nothing.</summary>
internal static class Suspicion
{
    private const string Requirement = "it is a requirement";

    public static Asked Of(Sentence sentence) => new(
        QuestionCodes.Suspect, "", sentence.Hash,
        $"This sentence speaks to whoever reads the document, and nothing of the draft follows from it: {sentence.Id} '{SafeText.Of(sentence.Text, 300)}'. What is it?",
        EquatableArray.Of("it is ignored", Requirement))
    {
        Evidence = EquatableArray.Of(sentence.Id),
    };

    /// <summary>The sentences that a person said are requirements.</summary>
    public static IEnumerable<string> Trusted(ProseDocument document, Answers answers) => document.Sentences
        .Where(sentence => sentence.IsSuspect && answers.Find(Of(sentence).Key) is { } answer && Of(sentence).IndexOf(answer) == 1)
        .Select(static sentence => sentence.Id);
}
