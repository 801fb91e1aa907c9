using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds capabilities.</summary>
internal sealed class CapabilityBinder(SectionFindings findings, BoundApp app, EquatableArray<EntityOutline> entities)
{
    private readonly NameTable names = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
    private readonly HashSet<string> roles = new(app.Roles.Select(static role => role.Name), StringComparer.Ordinal);
    private readonly List<UpdateGrant> updates = [];
    private readonly HashSet<(string Role, string Entity)> readers = [];

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
        var grants = syntax.Grants.Select(grant => BindGrant(section, syntax, grant)).ToEquatableArray();
        return new(syntax.Name.Text, syntax.Description, syntax.Roles.Select(static role => role.Text).ToEquatableArray(), grants);
    }

    /// <summary>
    /// Checks, when every capability is bound, that who may change a row may read it: the answer to a change is the row as it now is, the fields that were not
    /// sent included.
    /// </summary>
    public void CheckUpdatesAreRead()
    {
        foreach (var update in updates)
        {
            var blind = update.Capability.Roles.FirstOrDefault(role => roles.Contains(role.Text) && !readers.Contains((role.Text, update.Entity))).Text;
            if (blind is not null)
            {
                findings[update.Section].Add(GenomeDiagnostics.UpdateWithoutRead, update.Word.Span, blind, update.Entity);
            }
        }
    }

    private BoundGrant BindGrant(int section, CapabilitySyntax capability, NamedListSyntax grant)
    {
        var list = findings[section];
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
            if (operation == Operations.Update && entity is not null)
            {
                updates.Add(new(section, capability, entity.Name, word));
            }
        }
        // A word that is not known may well have been meant to be "read".
        if ((operations & Operations.Read) != 0 || grant.Items.Any(static word => LanguageWords.Operation(word.Text) is null))
        {
            readers.UnionWith(capability.Roles.Select(role => (role.Text, grant.Name.Text)));
        }
        return new(grant.Name.Text, operations);
    }

    /// <summary>The word that grants a change of an entity's rows.</summary>
    private readonly record struct UpdateGrant(int Section, CapabilitySyntax Capability, string Entity, Word Word);
}
