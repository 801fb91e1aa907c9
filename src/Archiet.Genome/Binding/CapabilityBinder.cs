using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds capabilities.</summary>
internal sealed class CapabilityBinder(SectionFindings findings, BoundApp app, EquatableArray<EntityOutline> entities)
{
    private readonly NameTable names = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
    private readonly HashSet<string> roles = new(app.Roles.Select(static role => role.Name), StringComparer.Ordinal);

    /// <summary>A capability; what of it is wrong is left out.</summary>
    public BoundCapability Bind(int section, CapabilitySyntax syntax)
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
        var grants = syntax.Grants.Select(grant => BindGrant(grant, list)).ToEquatableArray();
        return new(syntax.Name.Text, syntax.Description, syntax.Roles.Select(static role => role.Text).ToEquatableArray(), grants);
    }

    private BoundGrant BindGrant(NamedListSyntax grant, FindingList list)
    {
        var entity = OutlineLookup.FindEntity(entities, grant.Name.Text);
        if (entity is null)
        {
            var suggestion = Suggestion.For(grant.Name.Text, entities.Select(static known => known.Name));
            list.Add(GenomeDiagnostics.UnknownEntity, grant.Name.Span, grant.Name.Text, suggestion);
        }
        var operations = Operations.None;
        foreach (var word in grant.Items)
        {
            if (LanguageWords.Operation(word.Text) is not { } operation)
            {
                list.Add(GenomeDiagnostics.UnknownOperation, word.Span, word.Text, Suggestion.For(word.Text, LanguageWords.OperationNames));
                continue;
            }
            if (entity is { Role: EntityRole.Tenant } && operation is Operations.Create or Operations.Delete)
            {
                list.Add(GenomeDiagnostics.TenantGrant, word.Span, word.Text, entity.Name);
                continue;
            }
            operations |= operation;
        }
        return new(grant.Name.Text, operations);
    }
}
