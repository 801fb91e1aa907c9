namespace Archiet.Genome.Language;

/// <summary>What types are called elsewhere: in SQL, C#, JSON Schema, Prisma and TypeScript. They are no words of the language, and a finding says which one is.</summary>
internal static class ForeignTypes
{
    private const string Exact = "decimal(12,2)";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = "int", ["int32"] = "int", ["smallint"] = "int", ["short"] = "int", ["serial"] = "int",
        ["int64"] = "long", ["bigint"] = "long", ["bigserial"] = "long",
        ["number"] = Exact, ["numeric"] = Exact, ["float"] = Exact, ["double"] = Exact, ["real"] = Exact, ["money"] = Exact, ["currency"] = Exact,
        ["boolean"] = "bool", ["bit"] = "bool",
        ["varchar"] = "string", ["char"] = "string", ["character"] = "string", ["nvarchar"] = "string",
        ["clob"] = "text", ["longtext"] = "text", ["markdown"] = "text",
        ["datetime"] = "timestamp", ["datetimeoffset"] = "timestamp", ["timestamptz"] = "timestamp", ["instant"] = "timestamp", ["dateonly"] = "date", ["timeonly"] = "time",
        ["timespan"] = "duration", ["interval"] = "duration",
        ["guid"] = "uuid", ["uri"] = "url", ["mail"] = "email", ["jsonb"] = "json", ["object"] = "json",
        ["blob"] = "bytes", ["binary"] = "bytes", ["bytea"] = "bytes", ["byte"] = "bytes",
    };

    /// <summary>The scalar type of the language for a word of others, or null.</summary>
    public static string? Meant(string word) => Words.TryGetValue(word, out var meant) ? meant : null;
}
