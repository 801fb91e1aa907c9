using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds operations.</summary>
internal sealed class OperationBinder(SectionFindings findings, ClassNames classes, DeclaredNames declared)
{
    private readonly NameTable names = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
    private readonly TypeResolver resolver = new(declared.Vocabulary, declared.Entities);
    private readonly List<BoundOperation> operations = [];

    /// <summary>Adds an operation; what of it is wrong is left out.</summary>
    public void Add(int section, OperationSyntax syntax)
    {
        if (!names.Add(section, syntax.Name))
        {
            return;
        }
        var list = findings[section];
        CheckName(section, syntax.Name, list);
        operations.Add(new(syntax.Name.Text, syntax.Description, BindFields(syntax.Input, "Input", list), BindFields(syntax.Output, "Output", list))
        {
            Extensions = syntax.Extensions,
        });
    }

    /// <summary>All of them, in ordinal order of names.</summary>
    public EquatableArray<BoundOperation> ToArray()
    {
        operations.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return operations.ToEquatableArray();
    }

    private void CheckName(int section, Word name, FindingList list)
    {
        if (!NameRules.CheckCamelCase(list, name, "an operation"))
        {
            return;
        }
        if (ReservedNames.OperationNames.Find(name.Text) is { } taken)
        {
            list.Add(GenomeDiagnostics.ReservedOperation, name.Span, name.Text, GenomeNames.Property(taken));
            return;
        }
        var handler = name.With(GenomeNames.Property(name.Text));
        if (TypeNames.CheckFree(list, handler, "give the operation another name", ReservedNames.HandlerMembers))
        {
            classes.Add(section, handler);
        }
    }

    private EquatableArray<BoundField> BindFields(IReadOnlyList<FieldSyntax> written, string className, FindingList list)
    {
        var binder = new FieldBinder(resolver, list);
        var members = new FieldNames(list, className, ReservedNames.RecordMembers, written.Count);
        var fields = new List<BoundField>(written.Count);
        foreach (var syntax in written)
        {
            var field = binder.BindOperationField(syntax);
            if (members.Add(syntax.Name, field) && field is not null)
            {
                fields.Add(field);
            }
        }
        return fields.ToEquatableArray();
    }
}
