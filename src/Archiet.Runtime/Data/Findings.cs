using System.Globalization;
using System.Text.Json;

namespace Archiet;

/// <summary>What is wrong with a request: everything, not the first thing.</summary>
public sealed class Findings(TimeProvider clock)
{
    /// <summary>More than this nobody reads; a hostile body must not make a large answer.</summary>
    internal const int Most = 100;

    private List<Finding>? list;
    private string? rows;
    private int row;

    /// <summary>The moment of the request.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The date of the request, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => list is not null;

    /// <summary>Adds a finding at a JSON pointer.</summary>
    public void Add(string pointer, string code, string message)
    {
        list ??= [];
        if (list.Count < Most)
        {
            list.Add(new(Within(pointer), code, message));
        }
    }

    /// <summary>Adds a finding at each of an entity's fields; where they are all the fields of a value, at the value.</summary>
    public void Add<T>(FieldSet fields, string code, string message)
        where T : class, IEntity<T> => Add(T.Table, fields, code, message);

    /// <summary>Adds a finding for a rule that a row breaks, at each of the rule's fields.</summary>
    public void Add<T>(Constraint rule)
        where T : class, IEntity<T>
    {
        ArgumentNullException.ThrowIfNull(rule);
        Add(T.Table, rule.Fields, rule.Code, rule.Message);
    }

    /// <summary>Until <see cref="Leave"/>, pointers are those within a row of a list.</summary>
    internal void Enter(string pointer, int at) => (rows, row) = (pointer, at);

    /// <summary>Back to the request as a whole.</summary>
    internal void Leave() => rows = null;

    /// <summary>The whole of a pointer within the row that was entered.</summary>
    internal string Within(string pointer) => rows is null ? pointer : string.Create(CultureInfo.InvariantCulture, $"{rows}/{row}{pointer}");

    internal void Add(EntityTable table, FieldSet fields, string code, string message)
    {
        foreach (var pointer in table.Layout.PointersOf(fields))
        {
            Add(pointer, code, message);
        }
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        if (list is null)
        {
            return;
        }
        json.WriteStartArray("errors"u8);
        foreach (var (pointer, code, message) in list)
        {
            json.WriteStartObject();
            json.WriteString("pointer"u8, pointer);
            json.WriteString("code"u8, code);
            json.WriteString("message"u8, message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private readonly record struct Finding(string Pointer, string Code, string Message);
}
