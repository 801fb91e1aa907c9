using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds what is unique in an entity or a mixin, and what is indexed.</summary>
/// <param name="members">Its fields.</param>
/// <param name="checks">Binds conditions.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class IndexBinder(EntityMembers members, CheckBinder checks, FindingList findings)
{
    private readonly Dictionary<string, Word> uniquePlaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word> indexPlaces = new(StringComparer.Ordinal);
    private readonly List<BoundIndex> uniques = [];
    private readonly List<BoundIndex> indexes = [];

    /// <summary>Unique sets, in ordinal order of names.</summary>
    public EquatableArray<BoundIndex> Uniques => Sorted(uniques);

    /// <summary>Declared indexes, in ordinal order of names.</summary>
    public EquatableArray<BoundIndex> Indexes => Sorted(indexes);

    /// <summary>Adds what a mixin brings; a name that is there already is a finding at the word that names the mixin.</summary>
    public void AddMixed(BoundMixin mixin, Word word)
    {
        foreach (var unique in mixin.Uniques)
        {
            if (AddName(uniquePlaces, new(unique.Name, word.Span)))
            {
                uniques.Add(unique with { Where = checks.Rebind(unique.Where, ExpressionPurpose.ConstraintCondition) });
            }
        }
        foreach (var index in mixin.Indexes)
        {
            if (AddName(indexPlaces, new(index.Name, word.Span)))
            {
                indexes.Add(index);
            }
        }
    }

    /// <summary>Adds the fields that are unique by themselves, under their own names.</summary>
    public void AddUniqueFields()
    {
        foreach (var member in members.All)
        {
            if (member.Syntax is { Unique: true } field && member.Field is not null && field.Computed is null)
            {
                if (CanBeIndexed(field.UniqueWord!, member.Field) && AddName(uniquePlaces, new(member.Name, field.UniqueWord!.Span)))
                {
                    uniques.Add(new(member.Name, EquatableArray.Of(member.Name)));
                }
            }
        }
    }

    /// <summary>Adds the named unique sets and indexes.</summary>
    public void Add(ConstraintsSyntax syntax)
    {
        foreach (var unique in syntax.Uniques)
        {
            if (AddName(uniquePlaces, unique.Name))
            {
                CheckFields(unique.Name, unique.Fields, "a unique set");
                var where = checks.Bind(unique.Where, ExpressionPurpose.ConstraintCondition);
                uniques.Add(new(unique.Name.Text, unique.Fields.Texts(), where, unique.Message) { Extensions = unique.Extensions });
            }
        }
        foreach (var index in syntax.Indexes)
        {
            if (AddName(indexPlaces, index.Name))
            {
                CheckFields(index.Name, index.Items, "an index");
                indexes.Add(new(index.Name.Text, index.Items.Texts()));
            }
        }
    }

    /// <summary>Whether a field can stand in an index.</summary>
    public bool CanBeIndexed(Word place, BoundField field)
    {
        if (field.Type.Kind is not (FieldKind.Json or FieldKind.Bytes or FieldKind.Value or FieldKind.Text))
        {
            return true;
        }
        findings.Add(GenomeDiagnostics.NotIndexable, place.Span, field.Name, FieldTypeWords.Of(field.Type));
        return false;
    }

    private void CheckFields(Word name, IReadOnlyList<Word> fields, string kind)
    {
        NameRules.CheckCamelCase(findings, name, kind);
        foreach (var word in fields)
        {
            if (members.FindColumn(word, "be unique or indexed") is { } field)
            {
                CanBeIndexed(word, field);
            }
        }
    }

    private bool AddName(Dictionary<string, Word> places, Word name)
    {
        if (places.TryGetValue(name.Text, out var first))
        {
            findings.AddWithOther(GenomeDiagnostics.DuplicateName, name.Span, new(null, first.Span), name.Text);
            return false;
        }
        places.Add(name.Text, name);
        return true;
    }

    private static EquatableArray<BoundIndex> Sorted(List<BoundIndex> all)
    {
        all.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return all.ToEquatableArray();
    }
}
