using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds what the lists of an entity are ordered, sorted and filtered by, and what names a row.</summary>
/// <param name="members">The entity's fields.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class ListBinder(EntityMembers members, FindingList findings)
{
    /// <summary>The declared sorts and filters.</summary>
    public BoundList BindList(ListSyntax? syntax)
    {
        if (syntax is null)
        {
            return BoundList.None;
        }
        foreach (var word in syntax.Sorts)
        {
            CheckSort(word, word.Text);
        }
        foreach (var word in syntax.Filters)
        {
            if (members.Find(word) is { IsBroken: false } member && FilterFault(member) is { } fault)
            {
                findings.Add(GenomeDiagnostics.NotFilterable, word.Span, word.Text, fault);
            }
        }
        return new(syntax.Sorts.TextsInOrder(), syntax.Filters.TextsInOrder()) { Extensions = syntax.Extensions };
    }

    /// <summary>The natural order.</summary>
    public EquatableArray<BoundSort> BindOrder(IReadOnlyList<Word> order)
    {
        var sorts = new List<BoundSort>(order.Count);
        foreach (var word in order)
        {
            var isDescending = word.Text.StartsWith("-", StringComparison.Ordinal);
            var name = isDescending ? word.Text.Substring(1) : word.Text;
            if (sorts.Exists(known => known.Field == name))
            {
                findings.AddWithOther(GenomeDiagnostics.DuplicateItem, word.Span, new(null, PlaceOf(order, name)), name);
                continue;
            }
            CheckSort(word.With(name), name);
            sorts.Add(new(name, isDescending));
        }
        return sorts.ToEquatableArray();
    }

    /// <summary>The field that names a row.</summary>
    public string? BindDisplay(Word? display)
    {
        if (display is not { } word || members.Find(word) is not { IsBroken: false } member)
        {
            return null;
        }
        if (member.Field is { Required: true, Computed: null, Type.Kind: FieldKind.String or FieldKind.Text or FieldKind.Email or FieldKind.Url } field && !IsSecret(field))
        {
            return word.Text;
        }
        findings.Add(GenomeDiagnostics.NotForDisplay, word.Span, word.Text);
        return null;
    }

    private void CheckSort(Word word, string name)
    {
        if (members.Find(word) is { IsBroken: false } member && SortFault(member) is { } fault)
        {
            findings.Add(GenomeDiagnostics.NotSortable, word.Span, name, fault);
        }
    }

    private static string? SortFault(EntityMember member) => member switch
    {
        { IsRows: true } => "it holds rows",
        { IsComputedOnRead: true } => "it is computed when it is read",
        { Field: { } field } when IsSecret(field) => "it is secret",
        { Field.Type.Kind: FieldKind.Text or FieldKind.Json or FieldKind.Bytes or FieldKind.Value or FieldKind.Reference or FieldKind.Uuid } =>
            $"it is of type {FieldTypeWords.Of(member.Field.Type)}",
        { Field.Required: false } => "it is not required",
        _ => null,
    };

    private static string? FilterFault(EntityMember member) => member switch
    {
        { IsRows: true } => "it holds rows",
        { IsComputedOnRead: true } => "it is computed when it is read",
        { Field: { } field } when IsSecret(field) => "it is secret",
        { Field.Type.Kind: FieldKind.Text or FieldKind.Json or FieldKind.Bytes or FieldKind.Value } => $"it is of type {FieldTypeWords.Of(member.Field.Type)}",
        _ => null,
    };

    private static bool IsSecret(BoundField field) => (field.Classification & Classification.Secret) != 0;

    private static Sections.SectionSpan PlaceOf(IReadOnlyList<Word> order, string name) => order.First(word => word.Text.TrimStart('-') == name).Span;
}
