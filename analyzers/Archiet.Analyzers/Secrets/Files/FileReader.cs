namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads an additional file by its kind.</summary>
internal static class FileReader
{
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
}
