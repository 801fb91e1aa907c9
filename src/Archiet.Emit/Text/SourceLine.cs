using System.Runtime.CompilerServices;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// What the compiler makes of <c>source.Line($"...")</c>: the pieces go straight to where they stand, and no line is built first. The format
/// <c>literal</c> spells a text as a C# literal, <c>name</c> as an identifier.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct SourceLine
{
    private readonly SourceWriter writer;

    /// <summary>The signature that the compiler calls; the lengths say nothing to a writer that builds no line.</summary>
    public SourceLine(int literalLength, int formattedCount, SourceWriter writer) => this.writer = writer;

    public void AppendLiteral(string text) => writer.Write(text);

    public void AppendFormatted(string? text) => writer.Write(text ?? "");

    public void AppendFormatted(int number) => writer.Write(CSharpText.Number(number));

    public void AppendFormatted(string text, string format)
    {
        switch (format)
        {
            case "literal":
                writer.Literal(text);
                break;
            case "name":
                writer.Write(CSharpText.Identifier(text));
                break;
            default:
                throw new FormatException("There is no format '" + format + "' for text in a source.");
        }
    }
}
