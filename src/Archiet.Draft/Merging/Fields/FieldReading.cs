using System.Globalization;
using Archiet.Draft.Items;
using Archiet.Draft.Questions;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Reads the attributes of one field out of what several items say of it.</summary>
/// <param name="group">The items.</param>
/// <param name="path">The field's path as questions have it: <c>Order.total</c>.</param>
/// <param name="desk">The desk.</param>
internal sealed class FieldReading(FieldGroup group, string path, MergeDesk desk)
{
    private readonly EquatableArray<string> evidence = group.Evidence(desk.Ledger);

    /// <summary>The type that the items agree on, or that was chosen between theirs; null where none names one.</summary>
    public string? Type()
    {
        var types = group.Types.Where(static type => type != "enum").ToList();
        if (types.Count < 2)
        {
            return types.Count == 1 ? types[0] : null;
        }
        var chosen = desk.Decide(
            QuestionCodes.Fields, path, "types " + string.Join(' ', types.Order(StringComparer.Ordinal)),
            $"The document says different types of {path}: {desk.Ledger.Quote(evidence)}. Which one holds?", types, evidence, []);
        return types[chosen];
    }

    /// <summary>Whether it must be given; null where no sentence says.</summary>
    public bool? Required() => Said(static item => item.Required, "required", "must always be given", QuestionCodes.Cardinality);

    /// <summary>Whether it is unique; null where no sentence says.</summary>
    public bool? Unique() => Said(static item => item.Unique, "unique", "is unique", QuestionCodes.Rule);

    /// <summary>The kinds of data that it holds, in the order of the language.</summary>
    public EquatableArray<string> Classification()
    {
        var said = group.Items.Select(static item => item.Classification.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return LanguageWords.Classifications.Where(said.Contains).ToEquatableArray();
    }

    /// <summary>The limit as a type takes it, or nothing.</summary>
    public string MaxOf(string type)
    {
        var text = group.Max.Trim();
        return type switch
        {
            "string" or "text" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 10_485_760 ? Invariant(length) : "",
            "int" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Invariant(number) : "",
            _ => "",
        };
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool? Said(Func<FieldItem, Certainty> of, string distinct, string words, string code)
    {
        var said = group.Items.Select(of).Where(static answer => answer != Certainty.Unknown).Distinct().ToList();
        return said.Count switch
        {
            0 => null,
            1 => said[0] == Certainty.Yes,
            _ => desk.Decide(
                code, path, distinct + " said twice", $"The document contradicts itself about whether {path} {words}: {desk.Ledger.Quote(evidence)}. Which one holds?", ["no", "yes"],
                evidence) == 1,
        };
    }
}
