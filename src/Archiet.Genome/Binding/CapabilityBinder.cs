using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds capabilities.</summary>
internal sealed class CapabilityBinder(SectionFindings findings, DeclaredNames declared, EntityShapes shapes, EquatableArray<BoundOperation> operations)
{
    private readonly NameTable names = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
    private readonly HashSet<string> roles = new(declared.App.Roles.Select(static role => role.Name), StringComparer.Ordinal);
    private readonly HashSet<string> operationNames = new(operations.Select(static operation => operation.Name), StringComparer.Ordinal);
    private readonly List<ChangeGrant> changes = [];
    private readonly Dictionary<string, HashSet<string>> readers = new(StringComparer.Ordinal);

    /// <summary>A capability; what of it is wrong is left out.</summary>
    public BoundCapability Bind(int section, CapabilitySyntax syntax, string text)
    {
        var list = findings[section];
        names.Add(section, syntax.Name);
        NameRules.CheckCamelCase(list, syntax.Name, "a capability");
        foreach (var role in syntax.Roles)
        {
            if (!roles.Contains(role.Text))
            {
                list.Add(GenomeDiagnostics.UnknownRole, role.Span, role.Text, Suggestion.For(role.Text, roles));
            }
        }
        foreach (var operation in syntax.Run)
        {
            if (!operationNames.Contains(operation.Text))
            {
                list.Add(GenomeDiagnostics.UnknownOperationToRun, operation.Span, operation.Text, Suggestion.For(operation.Text, operationNames));
            }
        }
        foreach (var member in syntax.CrossTenant)
        {
            NameRules.CheckMember(list, member);
        }
        var binder = new GrantBinder(list, text, declared, shapes);
        var grants = new List<BoundGrant>(syntax.Grants.Count);
        foreach (var grant in syntax.Grants)
        {
            var bound = binder.Bind(grant);
            grants.Add(bound.Grant);
            TakeNote(section, syntax, bound);
        }
        return new(syntax.Name.Text, syntax.Description, syntax.Roles.Texts(), grants.ToEquatableArray())
        {
            Run = syntax.Run.TextsInOrder(),
            CrossTenant = syntax.CrossTenant.TextsInOrder(),
            Extensions = syntax.Extensions,
        };
    }

    /// <summary>
    /// Checks, when every capability is bound, that who may change a row may read it: the answer to a change is the row as it now is, the fields that were not
    /// sent included.
    /// </summary>
    public void CheckChangesAreRead()
    {
        foreach (var change in changes)
        {
            readers.TryGetValue(change.Entity, out var seeing);
            if (change.Capability.Roles.FirstOrDefault(role => roles.Contains(role.Text) && seeing?.Contains(role.Text) != true) is { } blind)
            {
                findings[change.Section].Add(GenomeDiagnostics.ChangeWithoutRead, change.Word.Span, blind.Text, change.Word.Text, change.Entity);
            }
        }
    }

    private void TakeNote(int section, CapabilitySyntax syntax, GrantBinding bound)
    {
        if (bound.Change is { } change)
        {
            changes.Add(new(section, syntax, bound.Grant.Entity, change));
        }
        if (bound.Reads)
        {
            if (!readers.TryGetValue(bound.Grant.Entity, out var seeing))
            {
                readers.Add(bound.Grant.Entity, seeing = new(StringComparer.Ordinal));
            }
            foreach (var role in syntax.Roles)
            {
                seeing.Add(role.Text);
            }
        }
    }

    /// <summary>The first word that grants a change of an entity's rows.</summary>
    private sealed record ChangeGrant(int Section, CapabilitySyntax Capability, string Entity, Word Word);
}
