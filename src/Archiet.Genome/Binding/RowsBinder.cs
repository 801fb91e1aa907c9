using System.Globalization;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the fields that are rows: owned children and many-to-many references.</summary>
/// <param name="resolver">Resolves types.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="isOfRetired">Whether the fields are those of a retired entity.</param>
internal sealed class RowsBinder(TypeResolver resolver, FindingList findings, bool isOfRetired)
{
    /// <summary>Rows of one parent that one request can write.</summary>
    private const int MostChildren = 10_000;

    /// <summary>Owned children; null where they have a finding, here or in the declarations.</summary>
    public BoundChildren? BindChildren(FieldSyntax field, string owner)
    {
        var target = ResolveTarget(field);
        var fits = TakesWords(field, target, takesCount: true);
        var (min, max) = (Count(field.Min, "min", 0), Count(field.Max, "max", 1));
        if (min > max)
        {
            findings.Add(GenomeDiagnostics.EmptyRange, field.Max!.Span, Constraints.Invariant(min.Value), Constraints.Invariant(max.Value));
            return null;
        }
        if (target is { IsRetired: true } && !isOfRetired)
        {
            // That it cannot be retired is said at its own place.
            return null;
        }
        return target is null || !fits || target.Owner != owner || target.OwnerField != field.Name.Text
            ? null
            : new(field.Name.Text, target.Name, min, max, field.Description) { Extensions = field.Extensions };
    }

    /// <summary>A many-to-many reference; null where it has a finding.</summary>
    public BoundLink? BindLink(FieldSyntax field)
    {
        var target = ResolveTarget(field);
        if (!TakesWords(field, target, takesCount: false) || target is null)
        {
            return null;
        }
        if (target.Role == EntityRole.Tenant)
        {
            findings.Add(GenomeDiagnostics.LinkToTenant, field.Type!.Span, field.Name.Text, target.Name);
            return null;
        }
        if (target.IsRetired && !isOfRetired)
        {
            findings.Add(GenomeDiagnostics.RetiredEntity, field.Type!.Span, target.Name);
            return null;
        }
        if (target.Owner is { } owner)
        {
            findings.Add(GenomeDiagnostics.LinkToOwned, field.Type!.Span, field.Name.Text, target.Name, owner);
            return null;
        }
        return new(field.Name.Text, target.Name, field.Description) { Was = field.Past?.Was?.Text, Extensions = field.Extensions };
    }

    private EntityOutline? ResolveTarget(FieldSyntax field)
    {
        if (field.Type is not { } word || resolver.Resolve(word, findings) is not { } type)
        {
            return null;
        }
        if (type.Target is null)
        {
            findings.Add(GenomeDiagnostics.RowsOfNoEntity, word.Span, field.Name.Text, word.Text);
        }
        return type.Target;
    }

    private bool TakesWords(FieldSyntax field, EntityOutline? target, bool takesCount)
    {
        var isRight = true;
        foreach (var (key, place) in Refused(field, takesCount))
        {
            if (place is { } span)
            {
                findings.Add(GenomeDiagnostics.RowsTakeNo, span, field.Name.Text, target?.Name ?? field.Type?.Text ?? "an entity", key);
                isRight = false;
            }
        }
        if (field.Nature is { Owned: not null, Many: { } many })
        {
            findings.Add(GenomeDiagnostics.OwnedAndMany, many.Span, field.Name.Text);
            isRight = false;
        }
        return isRight;
    }

    private static IEnumerable<(string Key, Sections.SectionSpan? Place)> Refused(FieldSyntax field, bool takesCount) =>
    [
        ("required", field.Required ? field.RequiredWord?.Span : null), ("default", field.Default?.Span), ("min", takesCount ? null : field.Min?.Span),
        ("max", takesCount ? null : field.Max?.Span), ("pattern", field.Pattern?.Span), ("unique", field.Unique ? field.UniqueWord?.Span : null),
        ("onDelete", field.OnDelete?.Span), ("onCreate", field.OnCreate?.Span), ("onUpdate", field.OnUpdate?.Span), ("writeOnce", field.WriteOnce?.Span),
        ("computed", field.Computed?.Span), ("stored", field.Nature?.Stored?.Span), ("example", field.Example?.Span),
        // Owned rows lie in a table of their own, which is called by its entity.
        ("was", takesCount ? field.Past?.Was?.Span : null), ("retired", field.Past?.Retired?.Span),
        (FirstWord(field.Classification), field.Classification == Classification.None ? null : field.Nature?.Secret?.Span ?? field.Name.Span),
    ];

    private static string FirstWord(Classification classification) => classification switch
    {
        Classification.None => "",
        _ when (classification & Classification.Secret) != 0 => "secret",
        _ when (classification & Classification.Personal) != 0 => "personal",
        _ when (classification & Classification.Sensitive) != 0 => "sensitive",
        _ when (classification & Classification.Phi) != 0 => "phi",
        _ => "financial",
    };

    private int? Count(Word? word, string key, int least)
    {
        if (word is not { } given)
        {
            return null;
        }
        if (int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= MostChildren)
        {
            return count;
        }
        var expected = $"a whole number from {Constraints.Invariant(least)} to {Constraints.Invariant(MostChildren)}";
        findings.Add(GenomeDiagnostics.InvalidLimit, given.Span, key, given.Text, expected);
        return null;
    }
}
