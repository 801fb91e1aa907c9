using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>Questions about the document as a whole, and those that a pass asked.</summary>
internal static class DocumentQuestions
{
    private static readonly HashSet<string> Codes = new(
        [
            QuestionCodes.Scope, QuestionCodes.Fields, QuestionCodes.Merge, QuestionCodes.Kind, QuestionCodes.Actor, QuestionCodes.Tenant, QuestionCodes.Verb, QuestionCodes.Access,
            QuestionCodes.Cardinality, QuestionCodes.Inherit, QuestionCodes.External, QuestionCodes.Screen, QuestionCodes.Event, QuestionCodes.Branch, QuestionCodes.Rule,
            QuestionCodes.Regime, QuestionCodes.Module, QuestionCodes.Limits, QuestionCodes.Approve,
        ],
        StringComparer.Ordinal);

    /// <summary>Qualities that nobody can hold an app to without a figure.</summary>
    private static readonly string[] Vague =
    [
        "fast", "quickly", "slow", "large", "huge", "scalable", "responsive", "performant", "efficient", "efficiently", "easy", "easily", "intuitive", "friendly", "timely", "soon", "promptly",
        "instantly", "immediately", "frequently", "periodically", "sufficient", "adequate", "appropriate", "reasonable", "seamless", "seamlessly",
    ];

    /// <summary>A sentence that speaks to the one who drafts says nothing of the business.</summary>
    public static void AskAboutSuspects(MergeDesk desk)
    {
        foreach (var sentence in desk.Ledger.Document.Sentences.Where(static sentence => sentence.IsSuspect))
        {
            desk.Questions.Decide(Suspicion.Of(sentence));
        }
    }

    /// <summary>Words that promise a quality and no figure: one question a word.</summary>
    public static void AskAboutVagueWords(MergeDesk desk)
    {
        var sentences = desk.Ledger.Document.Sentences.Where(sentence => sentence.Kind is Prose.SentenceKind.Paragraph or Prose.SentenceKind.ListItem && !desk.Ledger.IsSuspect(sentence))
            .Select(static sentence => (sentence.Id, Words: NameWords.Split(sentence.Text).ToHashSet(StringComparer.Ordinal))).ToList();
        foreach (var word in Vague)
        {
            var evidence = desk.Ledger.Sorted(sentences.Where(sentence => sentence.Words.Contains(word)).Select(static sentence => sentence.Id));
            if (evidence.Count > 0)
            {
                desk.Decide(QuestionCodes.Limits, "", "vague " + word, $"What does '{word}' come to, as a figure that can be measured? {desk.Ledger.Quote(evidence)}", ["nothing is measured"], evidence);
            }
        }
    }

    /// <summary>Amounts that say in no currency what they are.</summary>
    /// <returns>Whether each entity with amounts says which currency they are in.</returns>
    public static bool AskAboutCurrency(IReadOnlyList<(string Entity, MergedField Field)> fields, MergeDesk desk)
    {
        var amounts = fields.Where(static field => field.Field.Type.StartsWith("decimal", StringComparison.Ordinal) && FieldWords.IsMoney(field.Field.Name)).ToList();
        if (amounts.Count == 0 || fields.Any(static field => FieldWords.IsCurrency(field.Field.Name)))
        {
            return false;
        }
        var names = string.Join(", ", amounts.Select(static field => $"{field.Entity}.{field.Field.Name}"));
        return desk.Decide(
            QuestionCodes.Fields, "", "currency", $"In which currency are these amounts: {names}?", ["one currency for all of them", "each row says its currency"],
            desk.Ledger.Union(amounts.Select(static field => field.Field.Evidence))) == 1;
    }

    /// <summary>Times that say in no zone when they are, and data of people that nobody says how long it is kept.</summary>
    public static void AskAboutTimeAndRetention(IReadOnlyList<(string Entity, MergedField Field)> fields, MergeDesk desk)
    {
        var times = fields.Where(static field => field.Field.Type is "time" or "timestamp" && field.Field.OnCreate.Length == 0 && field.Field.OnUpdate.Length == 0).ToList();
        if (times.Count > 0)
        {
            var names = string.Join(", ", times.Select(static field => $"{field.Entity}.{field.Field.Name}"));
            desk.Decide(
                QuestionCodes.Limits, "", "zone", $"In whose time zone are these times meant: {names}? Moments are stored in UTC.", ["UTC; who shows them turns them into local time"],
                desk.Ledger.Union(times.Select(static field => field.Field.Evidence)));
        }
        var personal = fields.Where(static field => field.Field.Classification.Count > 0).ToList();
        if (personal.Count > 0)
        {
            var names = string.Join(", ", personal.Select(static field => $"{field.Entity}.{field.Field.Name}"));
            desk.Decide(
                QuestionCodes.Regime, "", "retention", $"How long are data of people kept ({names})?", ["until somebody deletes the row"],
                desk.Ledger.Union(personal.Select(static field => field.Field.Evidence)));
        }
    }

    /// <summary>Whether a regime that the document names applies. The language has none yet: the answer is kept.</summary>
    public static void AskAboutRegimes(IEnumerable<ComplianceItem> regimes, MergeDesk desk)
    {
        foreach (var regime in regimes.GroupBy(static item => NameWords.Key(item.Regime), StringComparer.Ordinal).Where(static regime => regime.Key.Length > 0))
        {
            var evidence = desk.Ledger.Union(regime.Select(static item => item.Evidence));
            desk.Decide(
                QuestionCodes.Regime, "", "regime " + regime.Key, $"Does {SafeText.Of(regime.First().Regime, 60)} apply, and to what? {desk.Ledger.Quote(evidence)}",
                ["yes; version 1.0 of the language cannot say so", "no"], evidence);
        }
    }

    /// <summary>What a pass asked, in its words.</summary>
    public static void AskWhatPassesAsked(IEnumerable<QuestionItem> items, EntityTable entities, MergeDesk desk)
    {
        foreach (var item in items)
        {
            var ask = SafeText.Of(item.Ask, 600);
            var code = item.Code.Trim().ToUpperInvariant();
            if (ask.Length > 0 && !(code == QuestionCodes.Limits && IsAboutVagueWord(ask, item.Evidence, desk)))
            {
                var distinct = item.Evidence.Count > 0 ? "asked " + desk.Ledger.HashOf(item.Evidence) : "asked " + NameWords.Key(ask);
                desk.Decide(Codes.Contains(code) ? code : QuestionCodes.Scope, About(item.About, entities), distinct, ask, item.Options, item.Evidence);
            }
        }
    }

    /// <summary>Whether the rule about vague words asks the same of the same sentence.</summary>
    private static bool IsAboutVagueWord(string ask, EquatableArray<string> evidence, MergeDesk desk) =>
        NameWords.Split(ask).Any(word => Array.IndexOf(Vague, word) >= 0 && evidence.Any(id => NameWords.Split(desk.Ledger[id].Text).Contains(word)));

    /// <summary>The path that a pass means; nothing where it leads to no entity of the draft.</summary>
    private static string About(string about, EntityTable entities)
    {
        var parts = about.Split('.', 2);
        if (entities.Find(parts[0]) is not { } entity)
        {
            return "";
        }
        return parts.Length > 1 && NameWords.Field(parts[1]) is { } field ? $"{entity}.{field}" : entity;
    }
}
