using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Adoption;

/// <summary>Finds out by what a finding is known. Asked only for findings, so it may take its time.</summary>
internal static class FindingPlace
{
    private const uint HashStart = 2166136261, HashFactor = 16777619;

    /// <summary>The key of a finding.</summary>
    public static FindingKey KeyOf(Diagnostic finding, AnalyzerOptions options)
    {
        var path = finding.Location.GetLineSpan().Path ?? "";
        var member = finding.Location.SourceTree is { } tree ? DeclaredName.Around(tree.GetRoot().FindNode(finding.Location.SourceSpan)) : "-";
        return new(finding.Id, RelativePath(path, options), member.Replace('|', '/'), HashOf(TextOf(finding.Location, path, options), finding.Location));
    }

    /// <summary>A file's path from the folder of the project, which the .NET SDK lets the compiler know.</summary>
    public static string RelativePath(string path, AnalyzerOptions options)
    {
        var file = path.Replace('\\', '/');
        if (!options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder) || folder.Length == 0)
        {
            return file;
        }
        var (from, to) = (folder.Replace('\\', '/').TrimEnd('/').Split('/'), file.Split('/'));
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }
        return common == 0 ? file : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    private static SourceText? TextOf(Location location, string path, AnalyzerOptions options) =>
        location.SourceTree?.GetText() ?? options.AdditionalFiles.FirstOrDefault(file => file.Path == path)?.GetText();

    /// <summary>FNV-1a over what is no white space: a line that is only indented anew stays the same.</summary>
    private static string HashOf(SourceText? text, Location location)
    {
        var hash = HashStart;
        if (text is not null)
        {
            var lines = location.GetLineSpan();
            for (var line = lines.StartLinePosition.Line; line <= lines.EndLinePosition.Line && line < text.Lines.Count; line++)
            {
                foreach (var character in text.Lines[line].ToString())
                {
                    hash = char.IsWhiteSpace(character) ? hash : unchecked((hash ^ character) * HashFactor);
                }
            }
        }
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
