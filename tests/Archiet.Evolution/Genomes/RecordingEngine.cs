using System.Collections;
using System.Globalization;
using Microsoft.Build.Framework;

namespace Archiet.Evolution.Genomes;

/// <summary>What a task of the SDK needs of MSBuild: someone to tell what it finds.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    /// <summary>Each as <c>ARC0420 sales.genome.yaml(12): …</c>.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Likewise.</summary>
    public List<string> Warnings { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Evolution.csproj";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException("The tasks of the SDK build no projects.");

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public void LogErrorEvent(BuildErrorEventArgs e) =>
        Errors.Add(Describe(e.Code, e.File, e.LineNumber, e.Message));

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
    }

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(Describe(e.Code, e.File, e.LineNumber, e.Message));

    private static string Describe(string id, string file, int line, string? message) => string.Create(CultureInfo.InvariantCulture, $"{id} {Path.GetFileName(file)}({line}): {message}");
}
