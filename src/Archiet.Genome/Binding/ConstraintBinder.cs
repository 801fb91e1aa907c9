using System.Globalization;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Patterns;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds <c>min</c>, <c>max</c> and <c>pattern</c> of a field or a named type, and narrows those of its type by them.</summary>
internal sealed class ConstraintBinder(FindingList findings)
{
    /// <summary>The constraints in force, or null where they have a finding.</summary>
    public FieldConstraints? Bind(FieldSyntax field, ResolvedType type)
    {
        var kind = type.Type.Kind;
        var inherited = type.Named?.Constraints ?? Constraints.Of(kind);
        var fits = Fits(field.Min, "min", Constraints.HasLength(kind) || Constraints.HasRange(kind), type)
            & Fits(field.Max, "max", Constraints.HasLength(kind) || Constraints.HasRange(kind), type)
            & Fits(field.Pattern, "pattern", Constraints.HasPattern(kind), type);
        if (!fits)
        {
            return null;
        }
        var bound = Constraints.HasLength(kind) ? BindLengths(field, inherited) : BindRange(field, type.Type, inherited);
        return bound is not null && BindPattern(field, type, bound) is { } whole && HasRequiredLength(field, kind, whole) ? whole : null;
    }

    private bool Fits(Word? word, string key, bool applies, ResolvedType type)
    {
        if (word is null || applies)
        {
            return true;
        }
        findings.Add(GenomeDiagnostics.NotApplicable, word.Span, key, type.Spelling);
        return false;
    }

    private FieldConstraints? BindLengths(FieldSyntax field, FieldConstraints inherited)
    {
        if (field.Min is null && field.Max is null)
        {
            return inherited;
        }
        var min = Length(field.Min, "min", 0);
        var max = Length(field.Max, "max", 1);
        if ((field.Min is not null && min is null) || (field.Max is not null && max is null))
        {
            return null;
        }
        var narrowed = inherited with
        {
            MinLength = min is null ? inherited.MinLength : Math.Max(min.Value, inherited.MinLength ?? 0),
            MaxLength = max is null ? inherited.MaxLength : Math.Min(max.Value, inherited.MaxLength ?? int.MaxValue),
        };
        return narrowed.MinLength > narrowed.MaxLength
            ? RefuseRange(field, Constraints.Invariant(narrowed.MinLength.Value), Constraints.Invariant(narrowed.MaxLength.Value))
            : narrowed;
    }

    private int? Length(Word? word, string key, int least)
    {
        if (word is not { } given)
        {
            return null;
        }
        if (int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= least && length <= Constraints.LongestText)
        {
            return length;
        }
        var expected = $"a whole number from {Constraints.Invariant(least)} to {Constraints.Invariant(Constraints.LongestText)}";
        findings.Add(GenomeDiagnostics.InvalidLimit, given.Span, key, given.Text, expected);
        return null;
    }

    private FieldConstraints? BindRange(FieldSyntax field, FieldType type, FieldConstraints inherited)
    {
        if (field.Min is null && field.Max is null)
        {
            return inherited;
        }
        var min = Limit(field.Min, "min", type);
        var max = Limit(field.Max, "max", type);
        if ((field.Min is not null && min is null) || (field.Max is not null && max is null))
        {
            return null;
        }
        var narrowed = inherited with
        {
            Minimum = Narrower(type.Kind, min, inherited.Minimum, 1),
            Maximum = Narrower(type.Kind, max, inherited.Maximum, -1),
        };
        return narrowed is { Minimum: { } least, Maximum: { } greatest } && CanonicalText.Compare(type.Kind, least, greatest) > 0
            ? RefuseRange(field, least, greatest)
            : narrowed;
    }

    private string? Limit(Word? word, string key, FieldType type)
    {
        if (word is not { } given)
        {
            return null;
        }
        var canonical = CanonicalText.Of(type, given.Text);
        if (canonical is null)
        {
            findings.Add(GenomeDiagnostics.InvalidLimit, given.Span, key, given.Text, CanonicalText.Describe(type));
        }
        return canonical;
    }

    private static string? Narrower(FieldKind kind, string? own, string? inherited, int sign) =>
        own is null || (inherited is not null && CanonicalText.Compare(kind, own, inherited) * sign < 0) ? inherited : own;

    private FieldConstraints? RefuseRange(FieldSyntax field, string least, string greatest)
    {
        var place = field.Max ?? field.Min ?? field.Name;
        findings.Add(GenomeDiagnostics.EmptyRange, place.Span, least, greatest);
        return null;
    }

    private FieldConstraints? BindPattern(FieldSyntax field, ResolvedType type, FieldConstraints bound)
    {
        if (field.Pattern is not { } pattern)
        {
            return bound;
        }
        if (bound.Pattern is not null)
        {
            findings.Add(GenomeDiagnostics.PatternTwice, pattern.Span, type.Spelling);
            return null;
        }
        if (PortablePattern.Parse(pattern.Text, out var fault, out var faultAt) is null)
        {
            findings.Add(GenomeDiagnostics.InvalidPattern, pattern.Span, Constraints.Invariant(faultAt + 1), fault!);
            return null;
        }
        return bound with { Pattern = pattern.Text };
    }

    private bool HasRequiredLength(FieldSyntax field, FieldKind kind, FieldConstraints bound)
    {
        if (kind != FieldKind.String || bound.MaxLength is not null)
        {
            return true;
        }
        if (!field.HasUnknownKeys)
        {
            findings.Add(GenomeDiagnostics.MissingKey, field.Name.Span, field.Name.Text, "max");
        }
        return false;
    }
}
