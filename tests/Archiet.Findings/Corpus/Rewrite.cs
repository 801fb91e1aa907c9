using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Precision.Corpus;

/// <summary>One of the ways in which people write a literal so that it is not found by its letters.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Expression">What stands in the literal's place.</param>
/// <param name="Member">What is added to the class, if anything.</param>
/// <param name="OtherFile">What is added in another file, if anything.</param>
internal sealed record Rewrite(string Name, Func<string, string> Expression, Func<string, string>? Member = null, Func<string, string>? OtherFile = null)
{
    /// <summary>All ten.</summary>
    public static IReadOnlyList<Rewrite> All { get; } =
    [
        new("split", text => $"({Literal(Head(text))} + {Literal(Tail(text))})"),
        new("escaped", text => "\"" + string.Concat(text.Select(letter => $"\\u{(int)letter:x4}")) + "\""),
        new("base64", text => $"System.Text.Encoding.UTF8.GetString(System.Convert.FromBase64String(\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\"))"),
        new("hex", text => $"System.Text.Encoding.UTF8.GetString(System.Convert.FromHexString(\"{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}\"))"),
        new("renamed, a read-only field", _ => "Zulu7", text => $"private static readonly string Zulu7 = {Literal(text)};"),
        new("moved to a constant", _ => "Zulu7", text => $"private const string Zulu7 = {Literal(text)};"),
        new("moved to another file", _ => "Elsewhere.Zulu7", OtherFile: text => $"static class Elsewhere {{ public const string Zulu7 = {Literal(text)}; }}"),
        new("interpolated", text => $"$\"{{Zulu7}}{{{Literal(Tail(text))}}}\"", text => $"private const string Zulu7 = {Literal(Head(text))};"),
        new("array of characters", text => $"new string(new char[] {{ {string.Join(", ", text.Select(letter => SymbolDisplay.FormatLiteral(letter, quote: true)))} }})"),
        new("joined by a method", text => $"string.Concat({Literal(Head(text))}, {Literal(Tail(text))})"),
    ];

    private static string Head(string text) => text[..(text.Length / 2)];

    private static string Tail(string text) => text[(text.Length / 2)..];

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
