using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The fields of an entity or a mixin by name: what its constraints, lists and lifecycle speak of.</summary>
/// <param name="owner">The name of the entity or the mixin.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="expected">About how many there will be.</param>
internal sealed class EntityMembers(string owner, FindingList findings, int expected)
{
    private readonly List<EntityMember> all = new(expected);

    /// <summary>In order of declaration.</summary>
    public IReadOnlyList<EntityMember> All => all;

    /// <summary>Whether a field or rows are not understood.</summary>
    public bool HasBroken => all.Exists(static member => member is { Field: null, Children: null, Link: null });

    /// <summary>Adds a field, children or a link; nothing for one that is not understood, whose name is known all the same.</summary>
    public void Add(string name, BoundField? field = null, BoundChildren? children = null, BoundLink? link = null)
    {
        if (Find(name) is null)
        {
            all.Add(new(name) { Field = field, Children = children, Link = link });
        }
    }

    /// <summary>What of the members there is, in order of declaration.</summary>
    public EquatableArray<T> Collect<T>(Func<EntityMember, T?> of)
        where T : class, IEquatable<T>
    {
        List<T>? found = null;
        foreach (var member in all)
        {
            if (of(member) is { } one)
            {
                (found ??= new(all.Count)).Add(one);
            }
        }
        return found?.ToEquatableArray() ?? EquatableArray<T>.Empty;
    }

    /// <summary>The member of a name, or null.</summary>
    public EntityMember? Find(string name)
    {
        foreach (var member in all)
        {
            if (member.Name == name)
            {
                return member;
            }
        }
        return null;
    }

    /// <summary>The member that a word names; null with a finding where there is none or it is retired, and null without one where nothing is known of the entity's fields.</summary>
    public EntityMember? Find(Word word)
    {
        if (Find(word.Text) is { } member)
        {
            if (!member.IsRetired)
            {
                return member;
            }
            findings.Add(GenomeDiagnostics.RetiredField, word.Span, word.Text);
        }
        else if (all.Count > 0)
        {
            findings.Add(GenomeDiagnostics.UnknownField, word.Span, owner, word.Text, Suggestion.For(word.Text, all.Where(static known => !known.IsRetired).Select(static known => known.Name)));
        }
        return null;
    }

    /// <summary>
    /// The field that a word names and that has a column for something: null with a finding where it is rows, computed on read or unknown, and without one
    /// where it is not understood.
    /// </summary>
    public BoundField? FindColumn(Word word, string use)
    {
        if (Find(word) is not { } member || member.IsBroken)
        {
            return null;
        }
        if (member.IsRows || member.IsComputedOnRead)
        {
            findings.Add(GenomeDiagnostics.NoColumn, word.Span, word.Text, member.IsRows ? "holds rows of another table" : "is computed when it is read", use);
            return null;
        }
        return member.Field;
    }
}

/// <summary>A field, children or a link of an entity; none of the three where it is not understood.</summary>
internal sealed class EntityMember(string name)
{
    public string Name { get; } = name;

    public BoundField? Field { get; set; }

    public BoundChildren? Children { get; init; }

    public BoundLink? Link { get; init; }

    /// <summary>The words of the field itself; null where a mixin brought it.</summary>
    public FieldSyntax? Syntax { get; set; }

    public bool IsRows => Children is not null || Link is not null;

    /// <summary>Whether only its column is left.</summary>
    public bool IsRetired => Field is { IsRetired: true };

    public bool IsBroken => !IsRows && Field is null;

    /// <summary>Whether it is computed when a row is read; then there is no column.</summary>
    public bool IsComputedOnRead { get; set; }
}
