using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>What every part of the merge works with: the sentences, the questions, what the front end refused, and what is left out.</summary>
/// <param name="ledger">The sentences.</param>
/// <param name="questions">The questions.</param>
/// <param name="refused">For a path, why the front end refuses what stands there.</param>
internal sealed class MergeDesk(EvidenceLedger ledger, QuestionDesk questions, IReadOnlyDictionary<string, string> refused)
{
    private readonly List<LeftOut> leftOut = [];

    public EvidenceLedger Ledger => ledger;

    public QuestionDesk Questions => questions;

    /// <summary>What was found and is not in the draft, in the order of the document.</summary>
    public EquatableArray<LeftOut> Absent => leftOut.Distinct().OrderBy(absent => ledger.Position(absent.Evidence)).ThenBy(static absent => absent.What, StringComparer.Ordinal)
        .ThenBy(static absent => absent.Why, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Asks, and gives the number of the option that holds.</summary>
    public int Decide(
        string code, string about, string distinct, string ask, IEnumerable<string> options, EquatableArray<string> evidence = default, IEnumerable<string>? paths = null) =>
        questions.Decide(new(code, about, distinct, ask, options.ToEquatableArray()) { Evidence = evidence, Paths = (paths ?? []).ToEquatableArray() });

    /// <summary>Notes that something is not in the draft.</summary>
    public void Leave(string what, string why, EquatableArray<string> evidence) => leftOut.Add(new(SafeText.Of(what, 120), SafeText.Of(why), evidence));

    /// <summary>Leaves out what no name of the language can be made of, and asks what it is called.</summary>
    public void LeaveNameless(string code, string about, string word, EquatableArray<string> evidence)
    {
        var shown = SafeText.Of(word, 60);
        var from = evidence.Count > 0 ? $" It comes from {ledger.Quote(evidence)}." : "";
        Decide(code, about, $"name {shown} {ledger.HashOf(evidence)}", $"No name of letters and digits can be made of '{shown}', which the draft leaves out.{from} What is it called?", ["it is left out"], evidence);
        Leave(about.Length > 0 ? $"{about}: {word}" : word, "no name of letters and digits can be made of it", evidence);
    }

    /// <summary>Whether the front end refused what stands at a path. An element that it refused is asked about and left out.</summary>
    public bool IsRefused(string path) => refused.ContainsKey(path);

    /// <summary>Whether the front end refused an element; then it is left out, and asked about.</summary>
    public bool Refuses(string path, string code, string about, EquatableArray<string> evidence)
    {
        if (!refused.TryGetValue(path, out var why))
        {
            return false;
        }
        var from = evidence.Count > 0 ? $" It comes from {ledger.Quote(evidence)}." : "";
        Decide(code, about, "refused " + path, $"'{path}' cannot be built: {why}{from} It is left out; how is it meant?", ["leave it out"], evidence);
        Leave(path, $"the front end refuses it: {why}", evidence);
        return true;
    }
}
