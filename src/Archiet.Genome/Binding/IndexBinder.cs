using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds what is unique in an entity and what is indexed.</summary>
/// <param name="syntax">The entity.</param>
/// <param name="fields">Its fields, parallel to the syntax; null where one is not understood.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class IndexBinder(EntitySyntax syntax, BoundField?[] fields, FindingList findings)
{
    /// <summary>Unique sets: those of single fields under the field's name, and the named ones.</summary>
    public EquatableArray<BoundIndex> BindUniques()
    {
        var uniques = new List<BoundIndex>();
        var places = new Dictionary<string, SectionSpan>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Length; i++)
        {
            var written = syntax.Fields[i];
            if (written.Unique && CanBeIndexed(written.UniqueWord!.Value, i))
            {
                uniques.Add(new(written.Name.Text, EquatableArray.Of(written.Name.Text)));
                places[written.Name.Text] = written.UniqueWord.Value.Span;
            }
        }
        foreach (var set in syntax.Uniques)
        {
            if (places.TryGetValue(set.Name.Text, out var first))
            {
                findings.AddWithOther(GenomeDiagnostics.DuplicateName, set.Name.Span, new(null, first), set.Name.Text);
            }
            else if (Bind(set, "a unique set") is { } index)
            {
                uniques.Add(index);
            }
        }
        return Sorted(uniques);
    }

    /// <summary>Declared indexes.</summary>
    public EquatableArray<BoundIndex> BindIndexes()
    {
        var indexes = new List<BoundIndex>();
        foreach (var set in syntax.Indexes)
        {
            if (Bind(set, "an index") is { } index)
            {
                indexes.Add(index);
            }
        }
        return Sorted(indexes);
    }

    private BoundIndex? Bind(NamedListSyntax set, string kind)
    {
        NameRules.CheckCamelCase(findings, set.Name, kind);
        foreach (var item in set.Items)
        {
            var position = PositionOf(item.Text);
            if (position < 0 && fields.Length == 0)
            {
                continue;
            }
            if (position < 0)
            {
                var suggestion = Suggestion.For(item.Text, syntax.Fields.Select(static field => field.Name.Text));
                findings.Add(GenomeDiagnostics.UnknownField, item.Span, syntax.Name, item.Text, suggestion);
            }
            else
            {
                CanBeIndexed(item, position);
            }
        }
        return new(set.Name.Text, set.Items.Select(static item => item.Text).ToEquatableArray());
    }

    private bool CanBeIndexed(Word place, int position)
    {
        if (fields[position] is not { Type.Kind: FieldKind.Json or FieldKind.Bytes or FieldKind.Value or FieldKind.Text })
        {
            return true;
        }
        var field = syntax.Fields[position];
        findings.Add(GenomeDiagnostics.NotIndexable, place.Span, field.Name.Text, field.Type!.Value.Text);
        return false;
    }

    private int PositionOf(string name)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (syntax.Fields[i].Name.Text == name)
            {
                return i;
            }
        }
        return -1;
    }

    private static EquatableArray<BoundIndex> Sorted(List<BoundIndex> indexes)
    {
        indexes.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return indexes.ToEquatableArray();
    }
}
