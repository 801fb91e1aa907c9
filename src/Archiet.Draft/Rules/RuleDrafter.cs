using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules;

/// <summary>
/// A drafter by rules: no network, no key, and the same answer each time. It knows how requirements documents are mostly written: stories, headings, tables and lists of
/// fields, matrices of roles, schemas in blocks of code, sentences with "must" and "each". What is written otherwise it does not see. It looks at all of a document at once best, since
/// it counts how often something is spoken of.
/// </summary>
public sealed class RuleDrafter : IDraftModel
{
    private Answered? last;

    /// <inheritdoc/>
    public string Name => "rules/1";

    /// <inheritdoc/>
    public bool ReadsWhole => true;

    /// <inheritdoc/>
    public Task<PassAnswer> AnswerAsync(PassRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(new PassAnswer(Of(request, ItemsOf(request.Sentences)).ToEquatableArray(), PassUsage.None));
    }

    /// <summary>All items of some sentences: mostly those of the request before.</summary>
    private IReadOnlyList<DraftItem> ItemsOf(EquatableArray<Sentence> sentences)
    {
        var known = last;
        if (known is null || known.Sentences != sentences)
        {
            last = known = new Answered(sentences, Analysis.Of(sentences));
        }
        return known.Items;
    }

    private static IEnumerable<DraftItem> Of(PassRequest request, IReadOnlyList<DraftItem> all)
    {
        var asked = request.Entities.Select(Term.Of).ToHashSet();
        return request.Pass switch
        {
            DraftPass.Vocabulary => all.Where(item => item is RoleItem or EntityItem),
            DraftPass.Fields => all.OfType<FieldItem>().Where(field => asked.Count == 0 || asked.Contains(Term.Of(field.Entity))),
            DraftPass.Relationships => all.OfType<RelationshipItem>(),
            DraftPass.Permissions => all.OfType<PermissionItem>(),
            DraftPass.Behaviour => all.Where(item => item is RuleItem or StateItem or TransitionItem),
            DraftPass.Screens => all.OfType<ScreenItem>(),
            DraftPass.Compliance => all.OfType<ComplianceItem>(),
            DraftPass.Questions => all.OfType<QuestionItem>(),
            // Rules have nothing to add to what was refused.
            _ => [],
        };
    }

    private sealed record Answered(EquatableArray<Sentence> Sentences, IReadOnlyList<DraftItem> Items);
}
