using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Access;

/// <summary>What words that narrow a permission ("their own") come to, as a condition on rows.</summary>
internal sealed class RowConditions(EntityTable entities, FieldMerge fields, MergeDesk desk)
{
    private const string Maker = "createdBy";

    /// <summary>Whose rows they made themselves, as an expression; the field that says so is added where it is missing. Null where it cannot be.</summary>
    public string? OfMaker(string entity)
    {
        if (entity == entities.Member)
        {
            return "this == user";
        }
        if (fields.Find(entity, "created by") is { } known)
        {
            return $"this.{known.Name} == user";
        }
        if (desk.IsRefused($"{entity}.fields.{Maker}"))
        {
            return null;
        }
        var name = fields.NamesOf(entity).Take(Maker, isReference: true);
        fields.Know(entity, "created by", name);
        fields.Of(entity).Add(new(name, entities.Member, EquatableArray<string>.Empty) { OnCreate = "user", OnDelete = "setNull", IsRelationship = true });
        return $"this.{name} == user";
    }

    /// <summary>The condition that a person's answer, or the first option, makes of words; null where nothing is granted until somebody decides.</summary>
    public string? Of(string role, string operation, string entity, string words, EquatableArray<string> evidence)
    {
        var told = SafeText.Of(words, 120);
        var references = fields.Of(entity).Where(field => field is { IsRelationship: true, Owned: false, Many: false } && field.Type == entities.Member).Select(static field => field.Name).ToList();
        var named = references.FindAll(name => NameWords.IsIn(words, name));
        var ordered = named.Concat(references.Where(name => !named.Contains(name))).Select(name => (Text: $"rows whose {name} they are", Where: $"this.{name} == user")).ToList();
        var isOwn = named.Count > 0 || VerbWords.IsOwn(words);
        var made = (Text: "rows that they made themselves", Where: "maker");
        var none = (Text: "none, until somebody says", Where: "none");
        List<(string Text, string Where)> options = isOwn ? [.. ordered, made, ("all rows", ""), none] : [none, .. ordered, made, ("all rows", "")];
        var asked = new Asked(
            QuestionCodes.Access, entity, $"rows {role} {told.ToLowerInvariant()}",
            $"Whoever is {role} may {operation} {entity}: '{told}' ({desk.Ledger.Quote(evidence)}). Which rows are these? An answer that is an expression (this.status == 'open') is the condition.",
            options.Select(static option => option.Text).ToEquatableArray())
        {
            Evidence = evidence,
            Paths = EquatableArray.Of($"{entity}.fields.{Maker}"),
        };
        var chosen = options[desk.Questions.Decide(asked)].Where;
        if (desk.Questions.FreeText(asked) is { } text && text.Contains("this.", StringComparison.Ordinal))
        {
            return SafeText.Of(text, 4000);
        }
        return chosen == "none" ? null : chosen == "maker" ? OfMaker(entity) : chosen;
    }
}
