using Archiet.Genome.Diagnostics;
using Microsoft.Build.Utilities;

namespace Archiet.Sdk.Tasks;

/// <summary>Findings as a build shows them: at their places, by their ids.</summary>
internal static class FindingLog
{
    /// <summary>Logs a finding. Its sentence is finished: braces in it are its own.</summary>
    public static void Report(this TaskLoggingHelper log, GenomeDiagnostic found)
    {
        var at = found.Span;
        if (found.Descriptor.Severity == GenomeSeverity.Error)
        {
            log.LogError(null, found.Descriptor.Id, null, null, at.Path, at.Line, at.Column, at.EndLine, at.EndColumn, "{0}", found.Message);
        }
        else
        {
            log.LogWarning(null, found.Descriptor.Id, null, null, at.Path, at.Line, at.Column, at.EndLine, at.EndColumn, "{0}", found.Message);
        }
    }
}
