using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Adoption;

/// <summary>
/// The findings that existing code has and that do not stop the build: <see cref="BaselineEntry.FileName"/>, an additional file. Here a finding of it becomes a
/// note; whether there are as many as the file says, only the whole build knows, so its task counts them in the compiler's log.
/// </summary>
internal sealed class Baseline
{
    private static readonly ConditionalWeakTable<SourceText, Baseline> Known = new();

    private readonly Dictionary<FindingKey, BaselineEntry> entries = [];

    private Baseline(SourceText text)
    {
        foreach (var line in text.Lines.Select(line => line.ToString()).Where(line => !BaselineEntry.IsComment(line)))
        {
            if (BaselineEntry.Parse(line, line: 0) is { } entry)
            {
                entries[entry.Key] = entry;
            }
        }
    }

    /// <summary>A finding as it is to be reported: itself, or a note where the baseline has it, or where the baseline is being written.</summary>
    public static Diagnostic Judge(Diagnostic finding, AnalyzerOptions options)
    {
        var baseline = Of(options);
        var isWriting = options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ArchietBaselineWriting", out var writing) && writing == "true";
        if (baseline is null && !isWriting)
        {
            return finding;
        }
        var key = FindingPlace.KeyOf(finding, options);
        return isWriting || (baseline!.entries.TryGetValue(key, out var entry) && entry.Lifts) ? Note(finding, key) : finding;
    }

    private static Baseline? Of(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (IsBaseline(file.Path) && file.GetText() is { } text)
            {
                return Known.GetValue(text, static text => new(text));
            }
        }
        return null;
    }

    private static bool IsBaseline(string path) => path.EndsWith(BaselineEntry.FileName, StringComparison.Ordinal)
        && (path.Length == BaselineEntry.FileName.Length || path[path.Length - BaselineEntry.FileName.Length - 1] is '/' or '\\');

    /// <summary>The same finding as a note, which no setting makes an error again, with its key for the compiler's log.</summary>
    private static Diagnostic Note(Diagnostic finding, FindingKey key) => Diagnostic.Create(
        finding.Id,
        finding.Descriptor.Category,
        finding.GetMessage(CultureInfo.InvariantCulture),
        DiagnosticSeverity.Info,
        finding.DefaultSeverity,
        isEnabledByDefault: true,
        warningLevel: 1,
        finding.Descriptor.Title,
        finding.Descriptor.Description,
        finding.Descriptor.HelpLinkUri,
        finding.Location,
        finding.AdditionalLocations,
        [WellKnownDiagnosticTags.NotConfigurable],
        ImmutableDictionary<string, string?>.Empty
            .Add(FindingKey.PathProperty, key.Path).Add(FindingKey.MemberProperty, key.Member).Add(FindingKey.HashProperty, key.Hash));
}
