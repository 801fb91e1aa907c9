using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archiet.Draft.Wire.Dialects;
using Archiet.Draft.Wire.Settings;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire.Caching;

/// <summary>What an answer depends on, as one hash: the document's part, the instructions, the schema, who was asked, and how.</summary>
internal static class AnswerKey
{
    /// <summary>The key of a request: 64 hexadecimal digits.</summary>
    public static string Of(WireRequest request, WireDialect dialect, WireOptions options)
    {
        string[] parts =
        [
            request.PassName, dialect.Name, options.Url.Host, options.Model, options.Temperature?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            options.Seed?.ToString(CultureInfo.InvariantCulture) ?? "", request.Prompt.Instructions, AnswerSchema.Text(request.Shapes), request.Prompt.Material,
        ];
        return HashOf(parts);
    }

    /// <summary>Which questions are put, whatever the document and whoever answers: eight hexadecimal digits.</summary>
    public static string OfPrompt(WireRequest request) => HashOf([request.Prompt.Instructions, AnswerSchema.Text(request.Shapes)])[..8];

    /// <summary>Each part with its length before it, so that no two lists of parts are one text.</summary>
    private static string HashOf(string[] parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
