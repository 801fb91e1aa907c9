using System.Globalization;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Resolves the names of types.</summary>
internal sealed class TypeResolver(BoundVocabulary vocabulary, EquatableArray<EntityOutline> entities)
{
    /// <summary>The most digits of a decimal: what System.Decimal holds whatever the digits.</summary>
    public const int MostDigits = 28;

    private static readonly ResolvedType?[] Scalars = MakeScalars();

    /// <summary>A scalar type by its spelling; null with a finding where there is none.</summary>
    public static ResolvedType? ResolveScalar(Word word, FindingList findings)
    {
        var scalar = TryScalar(word, findings, out var complained);
        if (scalar is null && !complained)
        {
            findings.Add(GenomeDiagnostics.UnknownType, word.Span, word.Text, Remedy(word.Text, LanguageWords.ScalarTypes));
        }
        return scalar;
    }

    /// <summary>Any type that a field can have; null with a finding where there is none.</summary>
    public ResolvedType? Resolve(Word word, FindingList findings)
    {
        var name = word.Text;
        var scalar = TryScalar(word, findings, out var complained);
        if (scalar is not null || complained)
        {
            return scalar;
        }
        if (OutlineLookup.FindEntity(entities, name) is { } entity)
        {
            return new(new(FieldKind.Reference, name), name) { Target = entity };
        }
        if (vocabulary.FindEnum(name) is { } choice)
        {
            return new(new(FieldKind.Enum, name), name) { Enum = choice };
        }
        if (vocabulary.FindType(name) is { } type)
        {
            return new(type.Type, name) { Named = type };
        }
        if (vocabulary.FindValue(name) is { } value)
        {
            return new(new(FieldKind.Value, name), name) { Value = value };
        }
        var descriptor = name.Length > 0 && char.IsUpper(name[0]) ? GenomeDiagnostics.DanglingReference : GenomeDiagnostics.UnknownType;
        findings.Add(descriptor, word.Span, name, Remedy(name, AllNames()));
        return null;
    }

    private static string Remedy(string name, IEnumerable<string> known) =>
        (Suggestion.Nearest(BaseOf(name), known) ?? ForeignTypes.Meant(BaseOf(name))) is { } meant ? $"; did you mean '{meant}'?" : ".";

    private static ResolvedType? TryScalar(Word word, FindingList findings, out bool complained)
    {
        complained = false;
        if (LanguageWords.ScalarKind(BaseOf(word.Text)) is not { } kind)
        {
            return null;
        }
        if (kind != FieldKind.Decimal)
        {
            return Scalars[(int)kind] is { } scalar && scalar.Spelling == word.Text ? scalar : null;
        }
        if (TryDigits(word.Text, out var precision, out var scale))
        {
            return new(new(kind, null, precision, scale), word.Text);
        }
        complained = true;
        findings.Add(GenomeDiagnostics.DecimalPrecision, word.Span, word.Text);
        return null;
    }

    private static ResolvedType?[] MakeScalars()
    {
        var scalars = new ResolvedType?[(int)FieldKind.Bytes + 1];
        foreach (var name in LanguageWords.ScalarTypes)
        {
            var kind = LanguageWords.ScalarKind(name)!.Value;
            scalars[(int)kind] = kind == FieldKind.Decimal ? null : new(new(kind), name);
        }
        return scalars;
    }

    /// <summary>The word before a parenthesis: <c>decimal</c> of <c>decimal(12,2)</c>.</summary>
    private static string BaseOf(string text)
    {
        var parenthesis = text.IndexOf('(');
        return parenthesis < 0 ? text : text.Substring(0, parenthesis);
    }

    private static bool TryDigits(string text, out int precision, out int scale)
    {
        (precision, scale) = (0, 0);
        var open = text.IndexOf('(');
        if (open < 0 || text[text.Length - 1] != ')')
        {
            return false;
        }
        var parts = text.Substring(open + 1, text.Length - open - 2).Split(',');
        return parts.Length == 2 && TryNumber(parts[0], out precision) && TryNumber(parts[1], out scale)
            && precision is >= 1 and <= MostDigits && scale <= precision;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text.Trim(' '), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private IEnumerable<string> AllNames() => LanguageWords.ScalarTypes
        .Concat(entities.Where(static entity => !entity.IsRetired).Select(static entity => entity.Name))
        .Concat(vocabulary.Enums.Select(static choice => choice.Name))
        .Concat(vocabulary.Types.Select(static type => type.Name))
        .Concat(vocabulary.Values.Select(static value => value.Name));
}
