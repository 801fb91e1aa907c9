using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the fields of an entity or a mixin, rows among them, and the names that are made of them.</summary>
/// <param name="owner">The name of the entity or the mixin.</param>
/// <param name="declared">What the genome declares.</param>
/// <param name="role">What the entity is to tenancy.</param>
/// <param name="names">Tells the names apart.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="expected">About how many fields there will be.</param>
internal sealed class EntityFields(string owner, DeclaredNames declared, EntityRole role, FieldNames names, FindingList findings, int expected)
{
    private readonly FieldBinder fields = new(new(declared.Vocabulary, declared.Entities), findings, IsRetired(owner, declared));
    private readonly FormerNames formerNames = new(expected);

    /// <summary>All of them.</summary>
    public EntityMembers Members { get; } = new(owner, findings, expected);

    /// <summary>How many columns there are of retired fields.</summary>
    public int RetiredColumns { get; private set; }

    /// <summary>Adds what a mixin brings; clashes are findings at the word that names it.</summary>
    public void AddMixed(BoundMixin mixin, Word word)
    {
        foreach (var member in mixin.Members)
        {
            var place = word.With(member.Name);
            var was = mixin.IsBroken ? null : member.Field?.Was ?? member.Link?.Was;
            formerNames.Add(null, place, was is null ? null : word.With(was), findings);
            if (member.Field is { IsRetired: true } retired)
            {
                AddRetired(place, retired);
                continue;
            }
            if (member.Link is not null ? names.AddMember(place) : names.Add(place, member.Field) && member.Field is not null)
            {
                AddColumns(place, member.Field);
            }
            if (member.Field is { Required: true, IsServerSet: false, Type.Kind: FieldKind.Reference } && role != EntityRole.Ordinary)
            {
                FieldBinder.RefuseProvisioning(place, place.Span, role, findings);
            }
            Members.Add(member.Name, member.Field, link: member.Link);
            if (member.Field?.Computed is { Stored: false })
            {
                Members.Find(member.Name)!.IsComputedOnRead = true;
            }
        }
    }

    /// <summary>Adds a field of its own.</summary>
    public void Add(FieldSyntax written)
    {
        var name = written.Name;
        formerNames.Add(null, name, NameRules.FormerField(findings, written.Past?.Was), findings);
        if (written.Rows is not null)
        {
            AddRows(written);
            return;
        }
        var field = fields.BindEntityField(written, declared.App, role);
        if (field is { IsRetired: true } retired)
        {
            AddRetired(name, retired);
        }
        else
        {
            if (names.Add(name, field) && field is not null)
            {
                AddColumns(name, written is { Computed: not null, Nature.Stored: null } ? null : field);
            }
            Members.Add(name.Text, field);
        }
        var member = Members.Find(name.Text)!;
        member.Syntax ??= written;
        member.IsComputedOnRead |= written is { Computed: not null, Nature.Stored: null };
    }

    /// <summary>Checks the old names, once all fields are known.</summary>
    public void CheckFormerNames() => formerNames.Check();

    /// <summary>Binds what computed fields follow from, once all fields are known.</summary>
    public void BindComputed(CheckBinder checks)
    {
        foreach (var member in Members.All)
        {
            if (member is { Field: { } field, Syntax: { Computed: { } written } syntax })
            {
                var isStored = syntax.Nature!.Stored is not null;
                var value = checks.BindValue(written, isStored ? ExpressionPurpose.StoredValue : ExpressionPurpose.ReadValue, member.Name);
                member.Field = WithValue(field, value, isStored);
            }
            else if (member is { Field: { Computed: { } mixed } brought, Syntax: null })
            {
                var value = checks.Rebind(mixed.Value, mixed.Stored ? ExpressionPurpose.StoredValue : ExpressionPurpose.ReadValue, member.Name);
                member.Field = WithValue(brought, value, mixed.Stored);
            }
        }
    }

    private static bool IsRetired(string owner, DeclaredNames declared) => OutlineLookup.FindEntity(declared.Entities, owner) is { IsRetired: true };

    private void AddRows(FieldSyntax written)
    {
        var name = written.Name;
        var rows = new RowsBinder(new(declared.Vocabulary, declared.Entities), findings, IsRetired(owner, declared));
        names.AddMember(name);
        if (written.Nature!.Owned is not null)
        {
            var children = rows.BindChildren(written, owner);
            if (children is { Min: > 0 } && role != EntityRole.Ordinary)
            {
                // Tenants and their first members are made before there is anybody who could give them rows.
                findings.Add(GenomeDiagnostics.RowsTakeNo, written.Min!.Span, name.Text, children.Entity, "min");
            }
            Members.Add(name.Text, children: children);
        }
        else
        {
            Members.Add(name.Text, link: rows.BindLink(written));
        }
    }

    /// <summary>Adds a field that has a column and no C# member.</summary>
    private void AddRetired(Word name, BoundField field)
    {
        var before = names.Columns;
        if (NameRules.CheckCamelCase(findings, name, "a field"))
        {
            AddColumns(name, field);
        }
        RetiredColumns += names.Columns - before;
        Members.Add(name.Text, field);
    }

    private static BoundField? WithValue(BoundField field, BoundCheck? value, bool isStored) =>
        value is null ? null : field with { Computed = new(value, isStored), Required = !value.Tree.IsNullable };

    private void AddColumns(Word name, BoundField? field)
    {
        if (field is null)
        {
            return;
        }
        var column = GenomeNames.SnakeCase(name.Text);
        if (field.Type.Kind != FieldKind.Value)
        {
            names.AddColumn(name, field.Type.Kind == FieldKind.Reference ? column + "_id" : column);
            return;
        }
        var value = declared.Vocabulary.FindValue(field.Type.Name!)!;
        foreach (var inner in value.Fields.Concat(value.Retired))
        {
            if (!names.AddColumn(name, column + "_" + GenomeNames.SnakeCase(inner.Name)))
            {
                return;
            }
        }
    }
}
