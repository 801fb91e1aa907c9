using System.Text.Json;
using Archiet.Analyzers.Adoption;
using Archiet.Sdk.Tasks.Exceptions;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// What a build says after the compiler about exceptions to our rules: it writes them all into one text for reviewers, and refuses what is silenced without a reason,
/// a baseline that no longer fits, and a compiler that ran without our analyzers.
/// </summary>
public sealed class ArchietReportExceptions : Task, ICancelableTask, IDisposable
{
    /// <summary>One rule of ours that is always there: where the compiler did not load it, it loaded none.</summary>
    private const string AnyRule = "ARC1001";

    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The compiler's log.</summary>
    [Required]
    public string CompilerLog { get; set; } = "";

    /// <summary>The baseline, which need not be there.</summary>
    [Required]
    public string BaselineFile { get; set; } = "";

    /// <summary>Where the report is written.</summary>
    [Required]
    public string ReportFile { get; set; } = "";

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>The project's name, for the report's title.</summary>
    [Required]
    public string ProjectName { get; set; } = "";

    /// <summary>The project's NoWarn.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Why the project is compiled without analyzers, where it says so.</summary>
    public string AnalyzersOffBecause { get; set; } = "";

    /// <summary>Whether a build without analyzers is refused, and not just told.</summary>
    public bool IsStrict { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (ReadLog() is { } log)
        {
            var baseline = Exceptions.BaselineFile.Read(BaselineFile);
            var areAnalyzersOff = !log.Rules.Contains(AnyRule);
            if (areAnalyzersOff)
            {
                RefuseWithoutAnalyzers();
            }
            else
            {
                RefuseSilence(log);
                RefuseOldBaseline(log, baseline);
            }
            var report = new ExceptionsReport(ProjectName, ProjectFolder, log, baseline, NoWarn, areAnalyzersOff ? AnalyzersOffBecause.Trim() : null);
            var written = FileOnDisk.WriteWhenDifferent(ReportFile, report.Write(), cancellation.Token);
            Log.LogMessage(MessageImportance.Low, written ? "Wrote '{0}'." : "'{0}' says the same already.", ReportFile);
        }
        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    private CompilerLog? ReadLog()
    {
        try
        {
            if (Exceptions.CompilerLog.Read(CompilerLog) is { } log)
            {
                return log;
            }
            Error("ARC9007", CompilerLog, 0, 0, "The compiler's log is not of version 2.1: set ErrorLog to a path that ends in ',version=2.1'.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or JsonException)
        {
            Error("ARC9007", CompilerLog, 0, 0, $"The compiler's log cannot be read, and so nobody knows which rules were silenced: {failed.Message}");
        }
        return null;
    }

    private void RefuseWithoutAnalyzers()
    {
        const string Text = "The compiler ran without Archiet's analyzers, and nothing says whether a tenant's rows leave it: let them run, or give the reason in the property ArchietAnalyzersOffBecause";
        if (AnalyzersOffBecause.Trim().Length > 0)
        {
            return;
        }
        if (IsStrict)
        {
            Error("ARC9006", null, 0, 0, Text);
        }
        else
        {
            Log.LogWarning(null, "ARC9006", null, null, null, 0, 0, 0, 0, Text);
        }
    }

    private void RefuseSilence(CompilerLog log)
    {
        foreach (var silent in log.Findings.Where(finding => finding.SuppressedBy is not null && finding.Justification.Trim().Length == 0 && BaselineEntry.NeedsReason(finding.Id)))
        {
            Error("ARC9005", silent.Path, silent.Line, silent.Column, $"{silent.Id} is suppressed here without a reason: give the suppression a Justification, or mend the code");
        }
    }

    private void RefuseOldBaseline(CompilerLog log, BaselineFile baseline)
    {
        foreach (var line in baseline.Unreadable)
        {
            Error("ARC9007", baseline.Path, line, 1, "This line is none of a baseline: id | file | member | hash | how many | reason");
        }
        var found = Exceptions.BaselineFile.Count(log.Findings);
        foreach (var entry in baseline.Entries)
        {
            var count = found.GetValueOrDefault(entry.Key);
            if (count < entry.Count)
            {
                Error("ARC9003", baseline.Path, entry.Line, 1, $"The baseline allows {entry.Count} of {entry.Key.Id} in {entry.Key.Member}, and there are {count}: dotnet build -t:ArchietBaseline removes what is mended");
            }
            else if (count > entry.Count)
            {
                Error("ARC9004", baseline.Path, entry.Line, 1, $"The baseline allows {entry.Count} of {entry.Key.Id} in {entry.Key.Member}, and there are {count}: mend the new one, the baseline takes nothing in");
            }
        }
    }

    private void Error(string id, string? file, int line, int column, string text) => Log.LogError(null, id, null, null, file, line, column, 0, 0, "{0}", text);
}
