using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds one entity against the outline of the genome.</summary>
internal sealed class EntityBinder
{
    private const int MostColumns = 126;

    private readonly EntitySyntax syntax;
    private readonly GenomeOutline outline;
    private readonly FindingList findings = new();
    private readonly string className;
    private readonly EntityRole role;

    private EntityBinder(EntitySyntax syntax, GenomeOutline outline)
    {
        this.syntax = syntax;
        this.outline = outline;
        className = syntax.ClassName?.Text ?? syntax.Name;
        role = EntityOutlines.RoleOf(syntax, outline.App);
    }

    public static EntityBinding Bind(EntitySyntax syntax, GenomeOutline outline) =>
        syntax.IsComplete ? new EntityBinder(syntax, outline).Bind() : new(null, EquatableArray<Finding>.Empty);

    private EntityBinding Bind()
    {
        var fields = BindFields();
        var uniques = new IndexBinder(syntax, fields, findings).BindUniques();
        var indexes = new IndexBinder(syntax, fields, findings).BindIndexes();
        if (!findings.IsEmpty || fields.Any(static field => field is null))
        {
            return new(null, findings.ToArray());
        }
        var plural = syntax.Plural?.Text ?? GenomeNames.Plural(syntax.Name);
        var bound = fields.Select(static field => field!).ToEquatableArray();
        return new(new(syntax.Name, className, plural, syntax.Description, role, bound, uniques, indexes), EquatableArray<Finding>.Empty);
    }

    /// <summary>The fields, parallel to the syntax; null where one has a finding, here or in what it names.</summary>
    private BoundField?[] BindFields()
    {
        var binder = new FieldBinder(new(outline.Vocabulary, outline.Entities), findings);
        var names = new FieldNames(findings, className, role == EntityRole.Member ? ReservedNames.MemberEntityMembers : ReservedNames.EntityMembers, syntax.Fields.Count);
        var fields = new BoundField?[syntax.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var written = syntax.Fields[i];
            fields[i] = binder.BindEntityField(written, outline.App, role);
            if (names.Add(written.Name, fields[i]) && fields[i] is { } field)
            {
                AddColumns(names, written.Name, field);
            }
        }
        if (names.Columns > MostColumns)
        {
            findings.Add(GenomeDiagnostics.TooManyColumns, syntax.NameWord.Span, syntax.Name, Constraints.Invariant(names.Columns));
        }
        return fields;
    }

    private void AddColumns(FieldNames names, Word name, BoundField field)
    {
        var column = GenomeNames.SnakeCase(name.Text);
        if (field.Type.Kind != FieldKind.Value)
        {
            names.AddColumn(name, field.Type.Kind == FieldKind.Reference ? column + "_id" : column);
            return;
        }
        foreach (var inner in outline.Vocabulary.FindValue(field.Type.Name!)!.Fields)
        {
            if (!names.AddColumn(name, column + "_" + GenomeNames.SnakeCase(inner.Name)))
            {
                return;
            }
        }
    }
}
