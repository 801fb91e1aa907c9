using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>Rows of <see cref="RawSql"/> to JSON, UTF-8 from reader to writer.</summary>
internal static class RawRows
{
    // A record is longer than any other text.
    [ThreadStatic]
    private static byte[]? scratch;

    public static Guid IdOf(NpgsqlDataReader row) => row.GetGuid(0);

    public static string TagOf(NpgsqlDataReader row) => string.Create(CultureInfo.InvariantCulture, $"\"{row.GetFieldValue<uint>(1):x8}\"");

    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row, PatientView view)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, row.GetGuid(0));
        Span<byte> version = stackalloc byte[8];
        row.GetFieldValue<uint>(1).TryFormat(version, out _, "x8", CultureInfo.InvariantCulture);
        json.WriteString("version"u8, version);
        WriteText(json, "number"u8, row, 2);
        WriteText(json, "name"u8, row, 3);
        Span<byte> date = stackalloc byte[10];
        row.GetFieldValue<DateOnly>(4).TryFormat(date, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString("dateOfBirth"u8, date);
        WriteText(json, "phone"u8, row, 5);
        if (row.IsDBNull(6))
        {
            json.WriteNull("address"u8);
        }
        else
        {
            json.WriteStartObject("address"u8);
            WriteText(json, "street"u8, row, 6);
            WriteText(json, "postcode"u8, row, 7);
            WriteText(json, "city"u8, row, 8);
            json.WriteEndObject();
        }
        WriteText(json, view == PatientView.Treating ? "record"u8 : "insurance"u8, row, 9);
        if (row.IsDBNull(10))
        {
            json.WriteNull("physician"u8);
        }
        else
        {
            json.WriteString("physician"u8, row.GetGuid(10));
        }
        if (row.IsDBNull(11))
        {
            json.WriteNull("registeredAt"u8);
        }
        else
        {
            json.WriteString("registeredAt"u8, row.GetDateTime(11));
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
            return;
        }
        scratch ??= new byte[1024];
        var length = (int)row.GetBytes(column, 0, null, 0, 0);
        if (length > scratch.Length)
        {
            scratch = new byte[length];
        }
        row.GetBytes(column, 0, scratch, 0, length);
        json.WriteString(name, scratch.AsSpan(0, length));
    }
}
