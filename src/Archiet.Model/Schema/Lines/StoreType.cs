using System.Globalization;

namespace Archiet.Model;

/// <summary>A PostgreSQL type in its long spelling with its facets.</summary>
/// <param name="Text">The type.</param>
/// <param name="MaxLength">The length of <c>character varying</c>, or 0.</param>
/// <param name="Precision">Digits in all, numeric only.</param>
/// <param name="Scale">Digits after the point, numeric only.</param>
internal sealed record StoreType(string Text, int MaxLength = 0, int Precision = 0, int Scale = 0)
{
    private const string Varying = "character varying", Numeric = "numeric";

    private static readonly StoreType[] Plain =
    [
        new("uuid"), new("text"), new("boolean"), new("integer"), new("bigint"), new("date"),
        new("timestamp with time zone"), new("time without time zone"), new("interval"), new("jsonb"), new("bytea"),
    ];

    /// <summary>Reads a type.</summary>
    /// <exception cref="LineException">There is no such type.</exception>
    public static StoreType Read(LineCursor cursor)
    {
        if (cursor.Take(Varying))
        {
            var length = Facets(cursor, 1)[0];
            return new(Varying + "(" + Number(length) + ")", MaxLength: length);
        }
        if (cursor.Take(Numeric))
        {
            var facets = Facets(cursor, 2);
            return new(Numeric + "(" + Number(facets[0]) + "," + Number(facets[1]) + ")", Precision: facets[0], Scale: facets[1]);
        }
        return Array.Find(Plain, type => cursor.Take(type.Text)) ?? throw cursor.Fault("a PostgreSQL type is expected here, in its long spelling");
    }

    /// <summary>A column of the type.</summary>
    public ColumnModel Column(string name, bool nullable) => new(name, Text, nullable, MaxLength, Precision, Scale);

    private static int[] Facets(LineCursor cursor, int count)
    {
        var facets = new int[count];
        for (var at = 0; at < count; at++)
        {
            cursor.Expect(at == 0 ? "(" : ",");
            facets[at] = cursor.Number("a number");
        }
        cursor.Expect(")");
        return facets;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
