using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Checks that the fields of an entity or a value give C# members and columns that can be told apart from each other and from what is there already.</summary>
/// <param name="findings">Where findings go.</param>
/// <param name="className">The class that the fields are members of; null where there is none, as for a mixin.</param>
/// <param name="reserved">Members that it has anyway.</param>
/// <param name="expected">About how many fields there will be.</param>
/// <param name="alsoReserved">Members that it has for what its entity is: removed softly, or owned.</param>
internal sealed class FieldNames(FindingList findings, string? className, NameSet reserved, int expected, NameSet? alsoReserved = null)
{
    private readonly string? fieldsName = className is null ? null : className + "Fields";
    private readonly Dictionary<string, Word> members = new(expected, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Word> columns = new(expected, StringComparer.Ordinal);

    /// <summary>The columns of the fields added.</summary>
    public int Columns => columns.Count;

    /// <summary>Adds a field; false where its name has a finding.</summary>
    public bool Add(Word name, BoundField? field)
    {
        if (!NameRules.CheckCamelCase(findings, name, "a field"))
        {
            return false;
        }
        var isReference = field?.Type.Kind == FieldKind.Reference;
        return !IsNamedAsClass(name) && AddMember(name, name.Text) && (!isReference || AddMember(name, name.Text + "Id"));
    }

    /// <summary>Adds a field that is rows: a member, and no column.</summary>
    public bool AddMember(Word name) => NameRules.CheckCamelCase(findings, name, "a field") && !IsNamedAsClass(name) && AddMember(name, name.Text);

    /// <summary>The place of a member that a field makes, or null.</summary>
    public SectionSpan? PlaceOf(string member) => members.TryGetValue(member, out var name) ? name.Span : null;

    /// <summary>The member that the class has anyway and that a name would clash with, or null.</summary>
    public string? FindReserved(string member) =>
        IsOfClass(member) ? member : reserved.Find(member) ?? alsoReserved?.Find(member);

    /// <summary>Adds a column that a field makes.</summary>
    public bool AddColumn(Word name, string column)
    {
        if (ReservedNames.SystemColumns.Find(column) is not null)
        {
            findings.Add(GenomeDiagnostics.SystemColumn, name.Span, name.Text);
            return false;
        }
        if (column.Length > GenomeNames.LongestIdentifier)
        {
            findings.Add(GenomeDiagnostics.NameTooLong, name.Span, column);
            return false;
        }
        if (columns.TryGetValue(column, out var first))
        {
            findings.AddWithOther(GenomeDiagnostics.FieldCollision, name.Span, new(null, first.Span), name.Text, $"both have the column '{column}'");
            return false;
        }
        columns.Add(column, name);
        return true;
    }

    private bool IsOfClass(string member) => className is not null && (member == className || member == fieldsName);

    private bool IsNamedAsClass(Word name)
    {
        if (className is null || !(GenomeNames.IsPropertyOf(className, name.Text) || GenomeNames.IsPropertyOf(fieldsName!, name.Text)))
        {
            return false;
        }
        findings.Add(GenomeDiagnostics.FieldNamedAsClass, name.Span, name.Text, GenomeNames.Property(name.Text));
        return true;
    }

    /// <summary>Adds the C# member that a name gives: members are told apart without regard to case, so that the name does for it.</summary>
    private bool AddMember(Word name, string member)
    {
        if ((reserved.Find(member) ?? alsoReserved?.Find(member)) is { } known)
        {
            findings.Add(GenomeDiagnostics.ReservedField, name.Span, name.Text, known);
            return false;
        }
        if (members.TryGetValue(member, out var first))
        {
            findings.AddWithOther(GenomeDiagnostics.FieldCollision, name.Span, new(null, first.Span), name.Text, $"both have the C# member '{GenomeNames.Property(member)}'");
            return false;
        }
        members.Add(member, name);
        return true;
    }
}
