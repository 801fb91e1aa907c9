using System.Globalization;
using System.Text;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>A made-up genome as text. What the language would refuse is left out, so that every edit leads to a genome: what names something that is gone goes with it.</summary>
internal static class ShapeText
{
    /// <summary>What stands beside the entities.</summary>
    public static string Beside(Shape shape) =>
        "values: { Place: { street: { type: string, max: 20, required: true }, zip: { type: string, max: 9 } } }\nenums: { "
        + string.Join(", ", shape.Enums.Select(static one => one.Name + ": [" + string.Join(", ", one.Members.Select(static member => member.Name)) + "]")) + " }";

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
        FieldType.Links => field.Target != entity.Key && Target(shape, field) is not null && !IsRetired(field),
        FieldType.Computed => Source(entity, field) is not null,
        _ => true,
    });

    private static void Entity(StringBuilder text, Shape shape, EntityShape entity)
    {
        var fields = Fields(shape, entity).ToList();
        text.Append(entity.Name).Append(":\n").Append(entity.IsSmall ? "  size: small\n" : "").Append(entity.IsSoftDeleted ? "  softDelete: true\n" : "");
        if (fields.Find(field => field.Key == entity.Order && field.IsRequired && !IsRetired(field) && IsSorted(field)) is { } order)
        {
            text.Append("  order: [-").Append(order.Name).Append("]\n");
        }
        text.Append("  fields:\n");
        foreach (var field in fields)
        {
            text.Append("    ").Append(field.Name).Append(": { ").Append(Words(shape, entity, field)).Append(" }\n");
        }
        Sets(text, "  unique:\n", entity.Sets.Where(static set => set.Kind != SetKind.Index), fields);
        Sets(text, "  indexes:\n", entity.Sets.Where(static set => set.Kind == SetKind.Index), fields);
        var rules = entity.Rules.Select(rule => (rule, Condition: fields.Find(field => field.Key == rule.Field && !IsRetired(field)) is { } field ? Condition(field) : null))
            .Where(static rule => rule.Condition is not null).Select(static rule => $"    r{rule.rule.Key}: {{ check: \"{rule.Condition}\", message: No. }}\n").ToList();
        text.Append(rules.Count > 0 ? "  rules:\n" : "").AppendJoin("", rules);
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

    private static EntityShape? Target(Shape shape, FieldShape field) => field.Type is FieldType.Reference or FieldType.Links ? shape.Entities.FirstOrDefault(one => one.Key == field.Target) : null;

    private static FieldShape? Source(EntityShape entity, FieldShape field) =>
        entity.Fields.FirstOrDefault(one => one.Key == field.Target && one.Key != field.Key && one.Type is FieldType.Int or FieldType.Long && one.Key == field.Target && !IsRetired(one));

    private static bool IsRetired(FieldShape field) => field.IsRetired && field.Key != FieldShape.First && field.Type is not (FieldType.Links or FieldType.Computed);

    private static bool IsIndexed(FieldShape field) => field.Type is not (FieldType.Text or FieldType.Json or FieldType.Bytes or FieldType.Place or FieldType.Links);

    private static bool IsSorted(FieldShape field) => IsIndexed(field) && field.Type is not (FieldType.Uuid or FieldType.Reference or FieldType.Computed);
}
