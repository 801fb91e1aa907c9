using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// A file as the rules see it. It is read once for all of them, whichever asks first: the compiler has one text of a file in all of a compilation, and what is known of it
/// lives as long as that.
/// </summary>
internal sealed class FileContent
{
    /// <summary>A longer file is data and no configuration.</summary>
    public const int MostCharacters = 1 << 20;

    /// <summary>How far a file is looked at to see whether it is text.</summary>
    private const int Sniffed = 4096;

    private static readonly ConditionalWeakTable<SourceText, FileContent> Known = new();

    private readonly string path;
    private readonly string project;
    private readonly object gate = new();
    private Reading? reading;
    private IReadOnlyList<Web.Kept>? kept;

    private FileContent(SourceText source, string path, string project)
    {
        this.path = path;
        this.project = project;
        Source = source;
        Facts = FileFacts.Of(path, project);
        IsTooLong = source.Length > MostCharacters;
        Text = IsTooLong || Facts.Kind == FileKind.None ? "" : source.ToString();
        // No text holds a zero; a file of another encoding holds one in every second place.
        IsBinary = Text.AsSpan(0, Math.Min(Text.Length, Sniffed)).IndexOf('\0') >= 0;
    }

    /// <summary>What its path says of it.</summary>
    public FileFacts Facts { get; }

    /// <summary>The text as the compiler has it.</summary>
    public SourceText Source { get; }

    /// <summary>The text; empty where the file is not read.</summary>
    public string Text { get; }

    /// <summary>Whether it is too long to be read.</summary>
    public bool IsTooLong { get; }

    /// <summary>Whether it is no text.</summary>
    public bool IsBinary { get; }

    /// <summary>Whether there is something to read.</summary>
    public bool IsRead => Facts.Kind != FileKind.None && !IsTooLong && !IsBinary;

    /// <summary>What scripts in it keep in the browser.</summary>
    public IReadOnlyList<Web.Kept> Kept => kept ??= IsRead ? Web.BrowserStorage.In(Facts.Kind, Text) : [];

    /// <summary>An additional file; null where it has no text.</summary>
    public static FileContent? Of(AdditionalFileAnalysisContext context)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
        {
            return null;
        }
        var path = context.AdditionalFile.Path;
        var project = FileFacts.ProjectOf(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var content = Known.GetValue(source, _ => new FileContent(source, path, project));
        // An editor may hand the same text over under another name.
        return content.path == path && content.project == project ? content : new FileContent(source, path, project);
    }

    /// <summary>What is found in it.</summary>
    /// <param name="context">Where the project's settings are.</param>
    /// <param name="isTest">Whether the project is one of tests.</param>
    public FileFindings FindingsIn(AdditionalFileAnalysisContext context, bool isTest)
    {
        var setting = FilledForms.SettingOf(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile));
        // Two rules ask for the same, perhaps at the same time: the second one waits for the first.
        lock (gate)
        {
            if (reading is null || reading.IsTest != isTest || reading.Setting != setting)
            {
                reading = new Reading(isTest, setting, new FileFindings(Facts, Text, isTest, FilledForms.Of(setting)));
            }
            return reading.Findings;
        }
    }

    /// <summary>Where a part of it stands, for a message.</summary>
    public Location PlaceOf(TextSpan span) => Location.Create(path, span, Source.Lines.GetLinePositionSpan(span));

    private sealed record Reading(bool IsTest, string? Setting, FileFindings Findings);
}
