using Archiet.Draft.Items;
using Archiet.Draft.Merging.Access;
using Archiet.Draft.Merging.Behaviour;
using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Merging.Relationships;
using Archiet.Draft.Prose;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>
/// Puts the items of all passes together without a model: the same items give the same draft in every order of arrival, and what contradicts becomes a question. The
/// draft is what the answers say, and while a question is open, what its first option says.
/// </summary>
public static class DraftMerge
{
    /// <summary>Merges.</summary>
    /// <param name="name">What the draft is called, in kebab-case.</param>
    /// <param name="document">The document.</param>
    /// <param name="items">The items of all passes, in any order.</param>
    /// <param name="answers">The answers of an earlier draft.</param>
    /// <param name="refused">For a path of an earlier attempt, why the front end refuses what stands there: it is left out, and asked about.</param>
    public static MergedDraft Merge(string name, ProseDocument document, IEnumerable<DraftItem> items, Answers answers, IReadOnlyDictionary<string, string> refused)
    {
        var ledger = new EvidenceLedger(document, Suspicion.Trusted(document, answers));
        var questions = new QuestionDesk(ledger, answers);
        var desk = new MergeDesk(ledger, questions, refused);
        var admitted = new AdmittedItems(items, ledger);
        DocumentQuestions.AskAboutSuspects(desk);

        var names = new TypeNames();
        var entities = new EntityTable(admitted, desk, names);
        var roles = new RoleTable(admitted, desk);
        var plan = new StatePlan(admitted, entities, desk);
        var enums = new EnumTable(names, desk);
        var fields = new FieldMerge(admitted, entities, plan, enums, desk);
        var withStates = entities.All.Select(static stub => stub.Name).Where(entity => plan.Of(entity).Any(static state => state.Transitions.Count > 0));
        var relationships = new RelationshipMerge(admitted, entities, fields, withStates, desk);
        var lifecycles = new LifecycleMerge(entities, plan, fields, enums, desk);
        var rules = new RuleMerge(admitted, entities, desk);
        var grants = new GrantMerge(admitted, entities, roles, fields, lifecycles, relationships.IsOwned, desk);
        FieldCompletion.Complete(entities, fields, desk);

        DocumentQuestions.AskAboutVagueWords(desk);
        DocumentQuestions.AskAboutRegimes(admitted.Of<ComplianceItem>(), desk);
        DocumentQuestions.AskWhatPassesAsked(admitted.Of<QuestionItem>(), entities, desk);

        var merged = entities.All.Select(stub => new MergedEntity(
            stub.Name, stub.Class, stub.Description, stub.Name == entities.Member, fields.Of(stub.Name).ToEquatableArray(), rules.Of(stub.Name), lifecycles.Of(stub.Name, grants.Untaken),
            stub.Evidence));
        return new(
            App(name, document, entities), roles.All.ToEquatableArray(), enums.All.ToEquatableArray(), merged.ToEquatableArray(), grants.Grants, questions.Questions)
        {
            LeftOut = desk.Absent,
            Undecided = questions.Undecided,
            Screens = admitted.Of<ScreenItem>().ToEquatableArray(),
            Regimes = admitted.Of<ComplianceItem>().ToEquatableArray(),
        };
    }

    private static MergedApp App(string name, ProseDocument document, EntityTable entities)
    {
        var words = NameWords.Field(name) is { } joined ? Genome.Language.GenomeNames.Property(joined) : "Draft";
        var title = document.Sentences.FirstOrDefault(sentence => sentence.Kind == SentenceKind.Heading && !sentence.IsSuspect)?.Text ?? "";
        var isTaken = entities.All.Any(stub => string.Equals(stub.Name, words, StringComparison.OrdinalIgnoreCase));
        return new(isTaken ? words + "App" : words, SafeText.Of(title, 200), entities.Tenant, entities.TenantEvidence);
    }
}
