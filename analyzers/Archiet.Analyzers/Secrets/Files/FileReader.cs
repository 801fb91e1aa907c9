using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads an additional file by its kind.</summary>
internal static class FileReader
{
    /// <summary>A longer file is data and no configuration.</summary>
    public const int MostCharacters = 1 << 20;

    /// <summary>How far a file is looked at to see whether it is text.</summary>
    private const int Sniffed = 4096;

    /// <summary>The text of a file that is read; null where it is too long, or no text.</summary>
    public static SourceText? TextOf(AdditionalText file, CancellationToken cancellation) =>
        file.GetText(cancellation) is { } text && text.Length <= MostCharacters && !IsBinary(text) ? text : null;

    /// <summary>Hands every value of a text to a sink.</summary>
    public static void Read(FileKind kind, string text, IValueSink sink)
    {
        switch (kind)
        {
            case FileKind.Json:
                JsonReader.Read(text, sink);
                break;
            case FileKind.Yaml:
                YamlReader.Read(text, sink);
                break;
            case FileKind.Xml:
                XmlReader.Read(text, sink);
                break;
            case FileKind.Lines:
                LineReader.Read(text, sink);
                break;
            case FileKind.Dockerfile:
                DockerfileReader.Read(text, sink);
                break;
            case FileKind.Sql:
                SqlReader.Read(text, sink);
                break;
            case FileKind.Script:
                ScriptReader.Read(text, sink);
                break;
            case FileKind.Html:
                MarkupReader.ReadHtml(text, sink);
                break;
            case FileKind.Razor:
                MarkupReader.ReadRazor(text, sink);
                break;
            default:
                break;
        }
    }

    /// <summary>No text holds a zero; a file of another encoding holds one in every second place.</summary>
    private static bool IsBinary(SourceText text)
    {
        var length = Math.Min(text.Length, Sniffed);
        for (var at = 0; at < length; at++)
        {
            if (text[at] == '\0')
            {
                return true;
            }
        }
        return false;
    }
}
