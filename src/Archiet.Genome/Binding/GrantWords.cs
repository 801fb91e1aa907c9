using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The operations and transitions of a grant, as they are understood one by one.</summary>
/// <param name="findings">Where findings go.</param>
/// <param name="name">The name that the grant has for its entity.</param>
/// <param name="entity">The entity, or null where there is none.</param>
internal sealed class GrantWords(FindingList findings, string name, EntityOutline? entity)
{
    private List<string>? transitions;

    public Operations Operations { get; private set; }

    public bool HasTransitions => transitions is not null;

    public Word? Change { get; private set; }

    public bool HasUnknown { get; private set; }

    public void Add(Word word)
    {
        if (LanguageWords.Operation(word.Text) is { } operation)
        {
            AddOperation(word, operation);
        }
        else if (entity?.Transitions.Contains(word.Text) == true)
        {
            (transitions ??= []).Add(word.Text);
            Change ??= word;
        }
        else
        {
            HasUnknown = true;
            Refuse(word);
        }
    }

    public EquatableArray<string> TransitionsInOrder()
    {
        transitions?.Sort(StringComparer.Ordinal);
        return transitions?.ToEquatableArray() ?? EquatableArray<string>.Empty;
    }

    private void AddOperation(Word word, Operations operation)
    {
        if (entity is { Role: EntityRole.Tenant } && operation is Operations.Create or Operations.Delete)
        {
            findings.Add(GenomeDiagnostics.TenantGrant, word.Span, word.Text, name);
            return;
        }
        if (operation == Operations.Restore && entity is { SoftDelete: false })
        {
            findings.Add(GenomeDiagnostics.RestoreWithoutSoftDelete, word.Span, name);
            return;
        }
        Operations |= operation;
        if (operation is Operations.Update or Operations.Restore)
        {
            Change ??= word;
        }
    }

    /// <summary>Nothing is said of a word where the entity itself is not known: it may be a transition of the one that is meant.</summary>
    private void Refuse(Word word)
    {
        if (entity is null)
        {
            return;
        }
        var known = LanguageWords.OperationNames.Where(operation => operation != "restore" || entity.SoftDelete);
        var suggestion = Suggestion.For(word.Text, known.Concat(entity.Transitions));
        findings.Add(GenomeDiagnostics.UnknownOperation, word.Span, word.Text, name, suggestion);
    }
}
