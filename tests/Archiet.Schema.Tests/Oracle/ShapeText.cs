using System.Globalization;
using System.Text;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>A made-up genome as text. What the language would refuse is left out, so that every edit leads to a genome: what names something that is gone goes with it.</summary>
internal static class ShapeText
{
    /// <summary>What stands beside the entities.</summary>
    public static string Beside(Shape shape) =>
        $"values: {{ Place: {{ {shape.Place[0].Name}: {{ type: string, max: 20, required: true }}, {shape.Place[1].Name}: {{ type: string, max: 9 }} }} }}\nenums: {{ "
        + string.Join(", ", shape.Enums.Select(static one => one.Name + ": [" + string.Join(", ", one.Members.Select(static member => member.Name)) + "]")) + " }" + Seeds(shape);

    /// <summary>The entities.</summary>
    public static string Entities(Shape shape)
    {
        var text = new StringBuilder();
        foreach (var entity in shape.Entities)
        {
            Entity(text, shape, entity);
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The fields of an entity that are in the text.</summary>
    public static IEnumerable<FieldShape> Fields(Shape shape, EntityShape entity) => entity.Fields.Where(field => field.Type switch
    {
        FieldType.Reference => Target(shape, field) is not null,
        FieldType.Links => field.Target != entity.Key && Owner(shape, entity) is null && Target(shape, field) is not null && !IsRetired(field),
        FieldType.Computed => Source(entity, field) is not null,
        _ => true,
    });

    /// <summary>The entity that owns the rows of another one; null for none. What is owned owns nothing.</summary>
    public static EntityShape? Owner(Shape shape, EntityShape entity) =>
        entity.Owner == entity.Key || shape.Entities.Any(other => other.Owner == entity.Key && other.Key != entity.Key) ? null : shape.Entities.FirstOrDefault(one => one.Key == entity.Owner);

    /// <summary>How many seed rows an entity has: none, where they would need what nobody can make up.</summary>
    public static int Seeds(Shape shape, EntityShape entity) =>
        Owner(shape, entity) is not null || entity.Rules.Any(static rule => rule.Until > 0) || entity.Sets.Any(static set => set.Kind != SetKind.Index)
        || Fields(shape, entity).Any(field => Needs(shape, entity, field) && Given(shape, field, 1) is null) ? 0 : entity.Seeds;

    private static string Seeds(Shape shape) => string.Concat(shape.Entities.Where(entity => Seeds(shape, entity) > 0).Select((entity, at) =>
        (at == 0 ? "\nseed:\n  " : "\n  ") + entity.Name + ":" + string.Concat(Enumerable.Range(1, Seeds(shape, entity)).Select(row =>
            $"\n    row{row}: {{ {string.Join(", ", Fields(shape, entity).Where(field => field.Key == FieldShape.First || Needs(shape, entity, field)).Select(field => $"{field.Name}: {Given(shape, field, row + entity.Seeds)}"))} }}"))));

    // A seed row gives it, as nothing else does.
    private static bool Needs(Shape shape, EntityShape entity, FieldShape field) => field.Key == FieldShape.First || (field.Type is not (FieldType.Links or FieldType.Computed) && !IsRetired(field)
        && field.IsRequired && !IsState(shape, entity, field) && !(field.HasDefault && Default(shape, field).Length > 0));

    private static string? Given(Shape shape, FieldShape field, int row) => field.Type switch
    {
        FieldType.String or FieldType.Text => $"made{row}",
        FieldType.Int or FieldType.Long or FieldType.Decimal => row.ToString(CultureInfo.InvariantCulture),
        FieldType.Place => $"{{ {shape.Place[0].Name}: made{row} }}",
        FieldType.Reference or FieldType.Json or FieldType.Bytes => null,
        _ => Default(shape, field),
    };

    private static bool IsState(Shape shape, EntityShape entity, FieldShape field) =>
        entity.State > 0 && field.Key == entity.State && field.Type == FieldType.Enum && !IsRetired(field) && Owner(shape, entity) is null && Enum(shape, field).Members.Count > 1;

    private static void Entity(StringBuilder text, Shape shape, EntityShape entity)
    {
        var fields = Fields(shape, entity).ToList();
        text.Append(entity.Name).Append(":\n").Append(entity.IsSmall ? "  size: small\n" : "").Append(entity.IsSoftDeleted && Owner(shape, entity) is null ? "  softDelete: true\n" : "");
        if (fields.Find(field => field.Key == entity.Order && field.IsRequired && !IsRetired(field) && IsSorted(field)) is { } order)
        {
            text.Append("  order: [-").Append(order.Name).Append("]\n");
        }
        text.Append("  fields:\n");
        foreach (var field in fields)
        {
            text.Append("    ").Append(field.Name).Append(": { ").Append(Words(shape, entity, field)).Append(" }\n");
        }
        foreach (var owned in shape.Entities.Where(other => Owner(shape, other) == entity))
        {
            text.Append("    rows").Append(owned.Key).Append(": { type: ").Append(owned.Name).Append(", owned: true }\n");
        }
        var state = fields.Find(field => IsState(shape, entity, field));
        if (state is not null)
        {
            fields.Remove(state);
            Lifecycle(text, state, Enum(shape, state).Members);
        }
        Sets(text, "  unique:\n", entity.Sets.Where(static set => set.Kind != SetKind.Index), fields);
        Sets(text, "  indexes:\n", entity.Sets.Where(static set => set.Kind == SetKind.Index), fields);
        var rules = entity.Rules.Select(rule => rule.Until > 0 ? NoOverlap(shape, rule, fields) : Check(rule, fields)).OfType<string>().ToList();
        text.Append(rules.Count > 0 ? "  rules:\n" : "").AppendJoin("", rules);
    }

    private static string? Check(RuleShape rule, List<FieldShape> fields) =>
        fields.Find(field => field.Key == rule.Field && !IsRetired(field)) is { } field && Condition(field) is { } condition ? $"    r{rule.Key}: {{ check: \"{condition}\", message: No. }}\n" : null;

    private static string? NoOverlap(Shape shape, RuleShape rule, List<FieldShape> fields) =>
        fields.Find(field => field.Key == rule.Field && field.IsRequired && !IsRetired(field)) is { Type: FieldType.Date or FieldType.Timestamp } from
        && fields.Find(field => field.Key == rule.Until && !IsRetired(field)) is { } to && to.Type == from.Type && shape.Partitions == 0
            ? $"    r{rule.Key}: {{ noOverlap: {{ from: {from.Name}, to: {to.Name} }}, message: No. }}\n"
            : null;

    // From each state to the next.
    private static void Lifecycle(StringBuilder text, FieldShape state, IReadOnlyList<MemberShape> members)
    {
        text.Append("  lifecycle:\n    field: ").Append(state.Name).Append("\n    initial: ").Append(members[0].Name).Append("\n    transitions:\n");
        for (var at = 1; at < members.Count; at++)
        {
            text.Append("      t").Append(members[at].Key).Append(": { from: ").Append(members[at - 1].Name).Append(", to: ").Append(members[at].Name).Append(" }\n");
        }
    }

    private static void Sets(StringBuilder text, string head, IEnumerable<SetShape> sets, List<FieldShape> fields)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            var found = set.Fields.Select(key => fields.Find(field => field.Key == key)).OfType<FieldShape>().Where(static field => IsIndexed(field) && !IsRetired(field)).ToList();
            var names = string.Join(", ", found.Select(static field => field.Name));
            if (found.Count > 0 && said.Add(names))
            {
                var where = set.Kind == SetKind.Partial ? Condition(found[0]) : null;
                text.Append(head).Append("    s").Append(set.Key).Append(where is null ? $": [{names}]\n" : $": {{ fields: [{names}], where: \"{where}\" }}\n");
                head = "";
            }
        }
    }

    private static string Words(Shape shape, EntityShape entity, FieldShape field)
    {
        var target = Target(shape, field);
        var words = new List<string> { "type: " + TypeOf(shape, entity, field, target) };
        if (field.Type == FieldType.Computed)
        {
            words.Add($"computed: this.{Source(entity, field)!.Name} + {(field.Size + 1).ToString(CultureInfo.InvariantCulture)}, stored: true");
            return string.Join(", ", words);
        }
        if (field.Type == FieldType.Links)
        {
            words.Add("many: true");
            return string.Join(", ", words);
        }

        if (IsState(shape, entity, field))
        {
            return words[0];
        }

        // Two rows that each need the other first could never be made.
        var required = field.IsRequired && (target is null || target.Key < entity.Key);
        AddIf(required, "required: true");
        AddIf(field.Type is FieldType.Reference && field.OnDelete != DeleteAction.Restrict && !(required && field.OnDelete == DeleteAction.SetNull), "onDelete: " + (field.OnDelete == DeleteAction.Cascade ? "cascade" : "setNull"));
        AddIf(field.HasRange && field.Type is FieldType.String or FieldType.Text or FieldType.Int or FieldType.Long or FieldType.Decimal, "min: " + (field.Type is FieldType.String or FieldType.Text ? "1" : "-7"));
        AddIf(field.HasDefault && Default(shape, field).Length > 0, "default: " + Default(shape, field));
        AddIf(IsRetired(field), "retired: true");
        return string.Join(", ", words);

        void AddIf(bool isSaid, string word)
        {
            if (isSaid)
            {
                words.Add(word);
            }
        }
    }

    private static string TypeOf(Shape shape, EntityShape entity, FieldShape field, EntityShape? target) => field.Type switch
    {
        FieldType.String => "string, max: " + (field.Size switch { 0 => "10", 1 => "20", _ => "40" }),
        FieldType.Decimal => field.Size switch { 0 => "\"decimal(8,2)\"", 1 => "\"decimal(12,2)\"", _ => "\"decimal(12,4)\"" },
        FieldType.Enum => Enum(shape, field).Name,
        FieldType.Place => "Place",
        FieldType.Reference or FieldType.Links => target!.Name,
        FieldType.Computed => TypeOf(shape, entity, Source(entity, field)!, null),
        _ => field.Type.ToString().ToLowerInvariant(),
    };

    private static string Default(Shape shape, FieldShape field) => field.Type switch
    {
        FieldType.String or FieldType.Text => field.Size == 0 ? "none" : "some",
        FieldType.Int or FieldType.Long or FieldType.Decimal => field.Size == 0 ? "1" : "2",
        FieldType.Bool => field.Size == 0 ? "true" : "false",
        FieldType.Date => "\"2026-01-31\"",
        FieldType.Time => "\"12:30:00\"",
        FieldType.Timestamp => "\"2026-01-31T12:30:00Z\"",
        FieldType.Duration => "PT1H",
        FieldType.Uuid => "\"99999999-0000-4000-8000-000000000001\"",
        FieldType.Enum => Enum(shape, field).Members[0].Name,
        _ => "",
    };

    private static string? Condition(FieldShape field) => field.Type switch
    {
        FieldType.String or FieldType.Text => $"this.{field.Name} != 'never'",
        FieldType.Int or FieldType.Long => $"this.{field.Name} != 13",
        FieldType.Date => $"this.{field.Name} != date('1999-12-31')",
        FieldType.Bool => null,
        _ => null,
    };

    private static EnumShape Enum(Shape shape, FieldShape field) => shape.Enums[field.Target % shape.Enums.Count];

    private static EntityShape? Target(Shape shape, FieldShape field) => field.Type is FieldType.Reference or FieldType.Links
        ? shape.Entities.FirstOrDefault(one => one.Key == field.Target && Owner(shape, one) is null)
        : null;

    private static FieldShape? Source(EntityShape entity, FieldShape field) =>
        entity.Fields.FirstOrDefault(one => one.Key == field.Target && one.Key != field.Key && one.Type is FieldType.Int or FieldType.Long && one.Key == field.Target && !IsRetired(one));

    private static bool IsRetired(FieldShape field) => field.IsRetired && field.Key != FieldShape.First && field.Type is not (FieldType.Links or FieldType.Computed);

    private static bool IsIndexed(FieldShape field) => field.Type is not (FieldType.Text or FieldType.Json or FieldType.Bytes or FieldType.Place or FieldType.Links);

    private static bool IsSorted(FieldShape field) => IsIndexed(field) && field.Type is not (FieldType.Uuid or FieldType.Reference or FieldType.Computed);
}
