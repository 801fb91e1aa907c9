using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>A property as JSON Schema, once for all the objects it stands in: the join leaves out what is only for rows or only for creates.</summary>
internal static class PropertySchema
{
    // The registered format "time" has an offset, a time of day has none: it says its form itself.
    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$";
    private const string TimeExample = "09:30:00";

    /// <summary>Writes the keywords.</summary>
    public static void Write(JsonWriter json, PropertyModel property)
    {
        if (property.Schema is { } schema)
        {
            Named(json, property, schema);
        }
        else
        {
            Scalar(json, property);
        }
        if (property.Target is { } target)
        {
            json.Text("x-archiet-reference", target);
        }
        if (property.IsServerSet)
        {
            json.Member("readOnly", "true");
        }
        if ((property.Classification & Classification.Secret) != 0)
        {
            json.Member("writeOnly", "true");
        }
        if (property.Classification != Classification.None)
        {
            json.Array("x-archiet-classification", ClassificationText.NamesOf(property.Classification));
        }
        if (property.IsWriteOnce)
        {
            json.Member("x-archiet-write-once", "true");
        }
        if (property.Computed is { } computed)
        {
            json.Text("x-archiet-computed", computed);
        }
        if (property.Default is { } value)
        {
            json.Member("default", JsonLiteral.Of(property.Kind, value));
        }
        var description = property.IsWriteOnce ? (property.Description + " Given when the row is made, and not changed.").TrimStart() : property.Description;
        if (description.Length > 0)
        {
            json.Text("description", description);
        }
        if ((property.Example ?? (property.Kind == FieldKind.Time ? TimeExample : null)) is { } example)
        {
            json.Member("examples", "[" + JsonLiteral.Of(property.Kind, example) + "]");
        }
        OpenApiExtensions.Write(json, property.Extensions);
    }

    private static void Named(JsonWriter json, PropertyModel property, string schema)
    {
        // The star: a value has a schema for each form of the object it stands in, an enum has one.
        var word = "schemas/" + schema + (property.Kind == FieldKind.Value ? "*" : "");
        if (property.Required)
        {
            json.Word(word);
        }
        else
        {
            json.Member("anyOf", "[{@" + word + "},{\"type\":\"null\"}]");
        }
    }

    private static void Scalar(JsonWriter json, PropertyModel property)
    {
        var (type, format) = property.Kind switch
        {
            FieldKind.Bool => ("\"boolean\"", ""),
            FieldKind.Int => ("\"integer\"", "int32"),
            FieldKind.Long => ("\"integer\"", "int64"),
            FieldKind.Decimal => ("\"number\"", ""),
            FieldKind.Date => ("\"string\"", "date"),
            FieldKind.Timestamp => ("\"string\"", "date-time"),
            FieldKind.Duration => ("\"string\"", "duration"),
            FieldKind.Uuid or FieldKind.Reference => ("\"string\"", "uuid"),
            FieldKind.Email => ("\"string\"", "email"),
            FieldKind.Url => ("\"string\"", "uri"),
            FieldKind.Json => ("", ""),
            _ => ("\"string\"", ""),
        };
        if (type.Length > 0)
        {
            json.Member("type", property.Required ? type : "[" + type + ",\"null\"]");
        }
        if (format.Length > 0)
        {
            json.Text("format", format);
        }
        if (property.Kind is FieldKind.Int or FieldKind.Long or FieldKind.Decimal)
        {
            Numeric(json, property);
        }
        else
        {
            Textual(json, property);
        }
    }

    private static void Numeric(JsonWriter json, PropertyModel property)
    {
        var greatest = property.Kind == FieldKind.Decimal ? Greatest(property) : null;
        if ((property.Constraints.Minimum ?? (greatest is null ? null : "-" + greatest)) is { } least)
        {
            json.Member("minimum", least);
        }
        if ((property.Constraints.Maximum ?? greatest) is { } most)
        {
            json.Member("maximum", most);
        }
        if (property.Kind == FieldKind.Decimal)
        {
            json.Member("multipleOf", property.Scale == 0 ? "1" : "0." + new string('0', property.Scale - 1) + "1");
        }
    }

    private static string Greatest(PropertyModel property)
    {
        var whole = property.Precision == property.Scale ? "0" : new string('9', property.Precision - property.Scale);
        return property.Scale == 0 ? whole : whole + "." + new string('9', property.Scale);
    }

    private static void Textual(JsonWriter json, PropertyModel property)
    {
        if (property.Kind == FieldKind.Time)
        {
            json.Text("pattern", TimePattern);
        }
        if (property.Kind == FieldKind.Bytes)
        {
            json.Text("contentEncoding", "base64");
        }
        if (property.Constraints.MinLength is { } min and > 0)
        {
            json.Member("minLength", Number(property.Kind == FieldKind.Bytes ? Base64Length(min) : min));
        }
        if (MaxLength(property) is { } max)
        {
            json.Member("maxLength", Number(property.Kind == FieldKind.Bytes ? Base64Length(max) : max));
        }
        if (property.Constraints.Minimum is { } least)
        {
            json.Text("x-archiet-minimum", least);
        }
        if (property.Constraints.Maximum is { } greatest)
        {
            json.Text("x-archiet-maximum", greatest);
        }
        if (property.Constraints.Pattern is { } pattern)
        {
            json.Text("pattern", "^(?:" + pattern + ")$");
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
