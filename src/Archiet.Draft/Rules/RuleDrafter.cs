using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Find;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>
/// A drafter by rules: no network, no key, and the same answer each time. It knows how requirements documents are mostly written: stories, headings, tables and lists of
/// fields, matrices of roles, schemas in blocks of code, sentences with "must" and "each". What is written otherwise it does not see. It looks at all of a document at once best, since
/// it counts how often something is spoken of.
/// </summary>
public sealed class RuleDrafter : IDraftModel
{
    /// <inheritdoc/>
    public string Name => "rules/1";

    /// <inheritdoc/>
    public Task<PassAnswer> AnswerAsync(PassRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(new PassAnswer(ItemsOf(request.Pass, request.Sentences).ToEquatableArray(), PassUsage.None));
    }

    private static IEnumerable<DraftItem> ItemsOf(DraftPass pass, EquatableArray<Sentence> sentences)
    {
        var all = Analysis.Of(sentences);
        return pass switch
        {
            DraftPass.Vocabulary => all.Where(item => item is RoleItem or EntityItem),
            DraftPass.Fields => all.OfType<FieldItem>(),
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
}
