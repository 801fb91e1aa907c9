using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Archiet.Precision.Scan;

/// <summary>A finding as a person reads it; a file that two projects compile is found in once.</summary>
/// <param name="Path">The file, from the scanned folder.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">What it says.</param>
internal sealed record Finding(string Path, int Line, int Column, string Id, string Message) : IComparable<Finding>
{
    /// <summary>Where it is, as compilers write it.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}");

    /// <summary>What a diagnostic says.</summary>
    public static Finding Of(Diagnostic diagnostic, string root)
    {
        var span = diagnostic.Location.GetLineSpan();
        var path = span.IsValid ? System.IO.Path.GetRelativePath(root, span.Path).Replace('\\', '/') : "(no place)";
        return new(path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public int CompareTo(Finding? other) => other is null
        ? 1
        : (string.CompareOrdinal(Path, other.Path), Line.CompareTo(other.Line), Column.CompareTo(other.Column), string.CompareOrdinal(Id, other.Id)) switch
        {
            (var path and not 0, _, _, _) => path,
            (_, var line and not 0, _, _) => line,
            (_, _, var column and not 0, _) => column,
            (_, _, _, var id and not 0) => id,
            _ => string.CompareOrdinal(Message, other.Message),
        };
}
