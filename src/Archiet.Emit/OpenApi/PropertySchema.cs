using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>In which object a property stands: what is there, what may be null and what may be left out differ.</summary>
internal enum SchemaForm
{
    /// <summary>A row as the API answers it.</summary>
    Row,

    /// <summary>The body of a create.</summary>
    Create,

    /// <summary>The body of a merge patch.</summary>
    Patch,
}

/// <summary>A property as JSON Schema, on one line. What is the same in all forms is written once.</summary>
internal sealed class PropertySchema
{
    // The registered format "time" has an offset, a time of day has none: it says its form itself.
    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$";
    private const string TimeExample = "09:30:00";

    private readonly List<string> before = [];
    private readonly List<string> after = [];

    public PropertySchema(PropertyModel property)
    {
        Property = property;
        if (property.Schema is null)
        {
            before.AddRange(Scalar(property));
        }
        if (property.Target is { } target)
        {
            before.Add(JsonWriter.Pair("x-archiet-reference", JsonLiteral.Text(target)));
        }
        if (property.Description.Length > 0)
        {
            after.Add(JsonWriter.Pair("description", JsonLiteral.Text(property.Description)));
        }
        if ((property.Example ?? (property.Kind == FieldKind.Time ? TimeExample : null)) is { } example)
        {
            after.Add(JsonWriter.Pair("examples", "[" + JsonLiteral.Of(property.Kind, example) + "]"));
        }
    }

    /// <summary>The property.</summary>
    public PropertyModel Property { get; }

    /// <summary>The property in a form.</summary>
    public string In(SchemaForm form)
    {
        var members = new List<string>(before.Count + after.Count + 2);
        if (Property.Schema is { } schema)
        {
            members.Add(Named(SchemaName(Property, schema, form)));
        }
        members.AddRange(before);
        if (form == SchemaForm.Row && Property.IsServerSet)
        {
            members.Add(JsonWriter.Pair("readOnly", "true"));
        }
        if (form == SchemaForm.Create && Property.Default is { } value)
        {
            members.Add(JsonWriter.Pair("default", JsonLiteral.Of(Property.Kind, value)));
        }
        members.AddRange(after);
        return JsonWriter.Inline(members);
    }

    private string Named(string schema) => Property.Required
        ? JsonWriter.Pair("$ref", JsonLiteral.Text("#/components/schemas/" + schema))
        : JsonWriter.Pair("anyOf", "[" + JsonWriter.Reference("schemas", schema) + ", " + JsonWriter.Inline(JsonWriter.Pair("type", "\"null\"")) + "]");

    /// <summary>The schema of a value in a form; the row's has the value's own name. An enum has one.</summary>
    public static string FormName(string name, SchemaForm form) => form == SchemaForm.Row ? name : name + "." + form;

    private static string SchemaName(PropertyModel property, string schema, SchemaForm form) =>
        property.Kind == FieldKind.Value ? FormName(schema, form) : schema;

    private static IEnumerable<string> Scalar(PropertyModel property)
    {
        var (type, format) = property.Kind switch
        {
            FieldKind.Bool => ("boolean", ""),
            FieldKind.Int => ("integer", "int32"),
            FieldKind.Long => ("integer", "int64"),
            FieldKind.Decimal => ("number", ""),
            FieldKind.Date => ("string", "date"),
            FieldKind.Timestamp => ("string", "date-time"),
            FieldKind.Duration => ("string", "duration"),
            FieldKind.Uuid or FieldKind.Reference => ("string", "uuid"),
            FieldKind.Email => ("string", "email"),
            FieldKind.Url => ("string", "uri"),
            FieldKind.Json => ("", ""),
            _ => ("string", ""),
        };
        if (type.Length > 0)
        {
            yield return JsonWriter.Pair("type", property.Required ? JsonLiteral.Text(type) : "[" + JsonLiteral.Text(type) + ", \"null\"]");
        }
        if (format.Length > 0)
        {
            yield return JsonWriter.Pair("format", JsonLiteral.Text(format));
        }
        foreach (var constraint in property.Kind is FieldKind.Int or FieldKind.Long or FieldKind.Decimal ? Numeric(property) : Textual(property))
        {
            yield return constraint;
        }
    }

    private static IEnumerable<string> Numeric(PropertyModel property)
    {
        var greatest = property.Kind == FieldKind.Decimal ? Greatest(property) : null;
        if ((property.Constraints.Minimum ?? (greatest is null ? null : "-" + greatest)) is { } least)
        {
            yield return JsonWriter.Pair("minimum", least);
        }
        if ((property.Constraints.Maximum ?? greatest) is { } most)
        {
            yield return JsonWriter.Pair("maximum", most);
        }
        if (property.Kind == FieldKind.Decimal)
        {
            yield return JsonWriter.Pair("multipleOf", property.Scale == 0 ? "1" : "0." + new string('0', property.Scale - 1) + "1");
        }
    }

    private static string Greatest(PropertyModel property)
    {
        var whole = property.Precision == property.Scale ? "0" : new string('9', property.Precision - property.Scale);
        return property.Scale == 0 ? whole : whole + "." + new string('9', property.Scale);
    }

    private static IEnumerable<string> Textual(PropertyModel property)
    {
        if (property.Kind == FieldKind.Time)
        {
            yield return JsonWriter.Pair("pattern", JsonLiteral.Text(TimePattern));
        }
        if (property.Kind == FieldKind.Bytes)
        {
            yield return JsonWriter.Pair("contentEncoding", "\"base64\"");
        }
        if (property.Constraints.MinLength is { } min and > 0)
        {
            yield return JsonWriter.Pair("minLength", Number(property.Kind == FieldKind.Bytes ? Base64Length(min) : min));
        }
        if (MaxLength(property) is { } max)
        {
            yield return JsonWriter.Pair("maxLength", Number(property.Kind == FieldKind.Bytes ? Base64Length(max) : max));
        }
        if (property.Constraints.Minimum is { } least)
        {
            yield return JsonWriter.Pair("x-archiet-minimum", JsonLiteral.Text(least));
        }
        if (property.Constraints.Maximum is { } greatest)
        {
            yield return JsonWriter.Pair("x-archiet-maximum", JsonLiteral.Text(greatest));
        }
        if (property.Constraints.Pattern is { } pattern)
        {
            yield return JsonWriter.Pair("pattern", JsonLiteral.Text("^(?:" + pattern + ")$"));
        }
    }

    private static int? MaxLength(PropertyModel property) => property.Constraints.MaxLength ?? property.Kind switch
    {
        FieldKind.Email => 254,
        FieldKind.Url => 2048,
        _ => null,
    };

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
