using Archiet.Draft.Merging.Names;
using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Relationships;

/// <summary>Asks what becomes of rows when what they refer to is deleted: once for each entity that is referred to.</summary>
internal sealed class DeletePolicy(EntityTable entities, FieldMerge fields, MergeDesk desk)
{
    public void Ask()
    {
        foreach (var target in entities.All.Select(static stub => stub.Name))
        {
            var references = entities.All.SelectMany(stub => fields.Of(stub.Name).Where(field => IsOpen(field, target)).Select(field => (Entity: stub.Name, Field: field))).ToList();
            if (references.Count > 0)
            {
                Settle(target, references);
            }
        }
    }

    private void Settle(string target, List<(string Entity, MergedField Field)> references)
    {
        var holders = string.Join(", ", references.Select(static reference => $"{reference.Entity}.{reference.Field.Name}"));
        var chosen = desk.Decide(
            QuestionCodes.Cardinality, target, "delete", $"What becomes of the rows that refer to {Article.A(target)} ({holders}) when it is deleted?",
            ["it cannot be deleted while they are there", "they are deleted too", "they stay without it, where they can"], desk.Ledger.Union(references.Select(static reference => reference.Field.Evidence)));
        foreach (var (entity, field) in references)
        {
            var all = fields.Of(entity);
            var action = chosen switch { 1 => "cascade", 2 when !field.Required => "setNull", _ => "restrict" };
            all[all.IndexOf(field)] = field with { OnDelete = desk.IsRefused($"{entity}.fields.{field.Name}.onDelete") ? "" : action };
        }
    }

    private static bool IsOpen(MergedField field, string target) =>
        field is { IsRelationship: true, Owned: false, Many: false, OnDelete.Length: 0 } && field.Type == target;
}
