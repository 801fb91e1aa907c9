using Archiet.Draft.Merging.Names;
using Archiet.Genome.Binding;

namespace Archiet.Draft.Questions;

/// <summary>The rules by which a genome is asked about. Each asks only where a reviewer would: what the language decides well by default raises nothing.</summary>
internal sealed class GenomeRules(BoundGenome genome, GenomePlacesIndex places)
{
    /// <summary>States whose names say that nothing follows.</summary>
    private static readonly string[] Final =
    [
        "done", "closed", "cancelled", "canceled", "completed", "complete", "finished", "paid", "void", "voided", "rejected", "refunded", "archived", "deleted", "removed", "expired", "revoked",
        "missed", "accepted", "failed", "delivered", "resolved", "dropped", "won", "lost", "ended", "terminated", "declined", "withdrawn", "settled", "approved", "aborted", "skipped", "succeeded",
        "success", "crashed", "disputed", "merged", "abandoned", "discarded", "retired", "churned", "shipped",
        "sent", "signed", "deployed", "failure", "timed", "timeout", "interrupted",
    ];

    /// <summary>What is short by its name, however long the column.</summary>
    private static readonly string[] Short = ["name", "title", "code", "number", "phone", "label", "slug", "city", "country", "currency", "username"];

    private readonly Dictionary<string, EntityOutline> outlines = genome.Outline.Entities.ToDictionary(static outline => outline.Name, StringComparer.Ordinal);

    /// <summary>The questions, each with the path that it stands at.</summary>
    public IEnumerable<(Asked Asked, string Place)> All() =>
        Deletes().Concat(Ends()).Concat(Personal()).Concat(Makers()).Concat(Identifiers()).Concat(LongShortTexts()).Concat(Currency()).Concat(Zones()).Concat(Retention());

    private IEnumerable<(Asked Asked, string Place)> Deletes()
    {
        foreach (var target in genome.Entities.Where(target => IsGranted(target.Name, Operations.Delete) && !target.SoftDelete))
        {
            var open = genome.Entities.SelectMany(entity => entity.Fields.Where(field => IsOpenReference(entity, field, target.Name)).Select(field => (Entity: entity.Name, Field: field.Name))).ToList();
            if (open.Count > 0)
            {
                yield return (
                    new(
                        QuestionCodes.Cardinality, target.Name, "delete",
                        $"What becomes of the rows that refer to {Article.A(target.Name)} ({List(open.Select(static field => $"{field.Entity}.{field.Field}"))}) when it is deleted? The delete is refused as long as 'onDelete' says nothing else.",
                        EquatableArray.Of("it cannot be deleted while they are there", "they are deleted too", "they stay without it, where they can")),
                    $"{open[0].Entity}.fields.{open[0].Field}");
            }
        }
    }

    private bool IsOpenReference(BoundEntity entity, BoundField field, string target)
    {
        var path = $"{entity.Name}.fields.{field.Name}";
        return field.Type.Kind == FieldKind.Reference && field.Type.Name == target && places.Has(path) && !places.Has(path + ".onDelete");
    }

    private IEnumerable<(Asked Asked, string Place)> Ends()
    {
        foreach (var entity in genome.Entities)
        {
            if (entity.Lifecycle is not { } lifecycle || genome.Outline.Vocabulary.Enums.FirstOrDefault(choice => choice.Name == TypeOf(entity, lifecycle.Field)) is not { } states)
            {
                continue;
            }
            var ends = states.Members.Select(static member => member.Name).Where(member => !lifecycle.Transitions.Any(step => step.From.Contains(member)) && !Array.Exists(Final, word => NameWords.IsIn(member, word))).ToList();
            if (ends.Count > 0)
            {
                yield return (
                    new(QuestionCodes.Branch, $"{entity.Name}.{lifecycle.Field}", "ends", $"No transition leads {Article.A(entity.Name)} out of {List(ends)}. Is that the end?", EquatableArray.Of("yes", "no")),
                    $"{entity.Name}.lifecycle.transitions");
            }
        }
    }

    private IEnumerable<(Asked Asked, string Place)> Personal()
    {
        // The tenant's own address is that of a firm.
        foreach (var entity in genome.Entities.Where(static entity => entity.Role != EntityRole.Tenant))
        {
            var likely = entity.Fields.Where(field => field.Classification == Classification.None && IsText(field) && FieldWords.IsPersonal(entity.Name, field.Name)).Select(static field => field.Name).ToList();
            if (likely.Count > 0)
            {
                yield return (
                    new(
                        QuestionCodes.Regime, entity.Name, "personal", $"These fields of {entity.Name} look as if they said something about a person: {List(likely)}. Do they?",
                        EquatableArray.Of("yes, they are personal data", "no")),
                    $"{entity.Name}.fields.{likely[0]}");
            }
        }
    }

    /// <summary>Rows that roles read and nobody makes: a handler, a seed row or another system may, and then it is worth a word.</summary>
    private IEnumerable<(Asked Asked, string Place)> Makers() =>
        from entity in genome.Entities
        where entity.Role == EntityRole.Ordinary && entity.Owner is null && entity.Seed.Count == 0 && genome.Outline.Operations.Count == 0
            && IsGranted(entity.Name, Operations.Read | Operations.List) && !IsGranted(entity.Name, Operations.Create)
        select (
            new Asked(
                QuestionCodes.Verb, entity.Name, "create", $"No capability lets anybody make rows of {entity.Name}. Who does?",
                genome.Outline.App.Roles.Select(static role => role.Name).Append("nobody: rows come from elsewhere").ToEquatableArray()),
            entity.Name);

    private IEnumerable<(Asked Asked, string Place)> Identifiers() =>
        from entity in genome.Entities
        from field in entity.Fields
        where entity.Role != EntityRole.Tenant && (field.Type.Kind is FieldKind.String or FieldKind.Int or FieldKind.Long) && field.Computed is null && FieldWords.IsIdentifier(entity.Name, field.Name)
            && !entity.Uniques.Any(unique => unique.Fields.Contains(field.Name))
        select (
            new Asked(
                QuestionCodes.Rule, $"{entity.Name}.{field.Name}", "unique", $"Can two rows of {entity.Name} of one tenant have the same {field.Name}?", EquatableArray.Of("no, it is unique", "yes")),
            $"{entity.Name}.fields.{field.Name}");

    private IEnumerable<(Asked Asked, string Place)> LongShortTexts() =>
        from entity in genome.Entities
        from field in entity.Fields
        where field is { Type: { Kind: FieldKind.Text, Name: null }, Computed: null, Constraints.MaxLength: null } && Array.IndexOf(Short, field.Name) >= 0
        select (
            new Asked(
                QuestionCodes.Limits, $"{entity.Name}.{field.Name}", "length", $"{entity.Name}.{field.Name} takes a text of any length. How long is the longest?",
                EquatableArray.Of("200 characters", "any length")),
            $"{entity.Name}.fields.{field.Name}");

    private IEnumerable<(Asked Asked, string Place)> Currency()
    {
        var amounts = genome.Entities.SelectMany(entity => entity.Fields.Where(static field => field is { Type.Kind: FieldKind.Decimal } && FieldWords.IsMoney(field.Name)).Select(field => (Entity: entity.Name, Field: field.Name))).ToList();
        var says = genome.Entities.SelectMany(static entity => entity.Fields).Concat(genome.Outline.Vocabulary.Values.SelectMany(static value => value.Fields)).Any(static field => FieldWords.IsCurrency(field.Name));
        if (amounts.Count > 0 && !says)
        {
            yield return (
                new(
                    QuestionCodes.Fields, "", "currency", $"In which currency are these amounts: {List(amounts.Select(static amount => $"{amount.Entity}.{amount.Field}"))}?",
                    EquatableArray.Of("one currency for all of them", "each row says its currency")),
                $"{amounts[0].Entity}.fields.{amounts[0].Field}");
        }
    }

    /// <summary>A time of day means nothing without a place; a moment is in UTC, and is shown in local time.</summary>
    private IEnumerable<(Asked Asked, string Place)> Zones()
    {
        var times = genome.Entities.SelectMany(entity => entity.Fields.Where(static field => field.Type.Kind == FieldKind.Time).Select(field => (Entity: entity.Name, Field: field.Name))).ToList();
        var says = genome.Entities.SelectMany(static entity => entity.Fields).Any(static field => NameWords.IsIn(field.Name, "zone") || NameWords.IsIn(field.Name, "timezone"));
        if (times.Count > 0 && !says)
        {
            yield return (
                new(
                    QuestionCodes.Limits, "", "zone", $"In whose time zone are these times of day meant: {List(times.Select(static time => $"{time.Entity}.{time.Field}"))}?",
                    EquatableArray.Of("UTC; who shows them turns them into local time")),
                $"{times[0].Entity}.fields.{times[0].Field}");
        }
    }

    private IEnumerable<(Asked Asked, string Place)> Retention()
    {
        var personal = genome.Entities.SelectMany(entity => entity.Fields.Where(static field => (field.Classification & ~(Classification.Secret | Classification.Financial)) != 0).Select(field => (Entity: entity.Name, Field: field.Name))).ToList();
        if (personal.Count > 0)
        {
            var entities = personal.Select(static field => field.Entity).Distinct(StringComparer.Ordinal);
            yield return (
                new(QuestionCodes.Regime, "", "retention", $"How long are data of people kept ({List(entities)})?", EquatableArray.Of("until somebody deletes the row")),
                $"{personal[0].Entity}.fields.{personal[0].Field}");
        }
    }

    private bool IsGranted(string entity, Operations operations) =>
        outlines.ContainsKey(entity) && genome.Outline.Capabilities.Any(capability => capability.Grants.Any(grant => grant.Entity == entity && (grant.Operations & operations) != 0));

    private static string? TypeOf(BoundEntity entity, string field) => entity.Fields.FirstOrDefault(known => known.Name == field)?.Type.Name;

    private static bool IsText(BoundField field) => field.Type.Kind is FieldKind.String or FieldKind.Text or FieldKind.Email or FieldKind.Date or FieldKind.Value;

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}
