using System.Globalization;

namespace Archiet.Sdk.Draft;

/// <summary>The process that started this one, where the system tells it without asking in its own language: on Linux.</summary>
internal static class ParentProcess
{
    private const string Status = "/proc/self/status";
    private const string Name = "PPid:";

    /// <summary>Its id now: another one as soon as it has ended. Nothing elsewhere.</summary>
    public static int? Id() => OperatingSystem.IsLinux() && File.ReadLines(Status).FirstOrDefault(static line => line.StartsWith(Name, StringComparison.Ordinal)) is { } line
        ? int.Parse(line.AsSpan(Name.Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)
        : null;
}
