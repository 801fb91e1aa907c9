using System.Globalization;
using System.Text;
using Archiet.Analyzers.Adoption;

namespace Archiet.Sdk.Tasks.Exceptions;

/// <summary>
/// The text that lists every exception to our rules in a project, with its reason: for whoever reviews a change. It names no lines and has one order, so that it
/// changes when an exception does and not when code moves.
/// </summary>
/// <param name="project">The project's name.</param>
/// <param name="folder">The project's folder.</param>
/// <param name="log">What the compiler said.</param>
/// <param name="baseline">What existing code may have.</param>
/// <param name="noWarn">The project's NoWarn.</param>
/// <param name="analyzersOffBecause">The reason, or empty, when the compiler ran without analyzers; null when it ran with them.</param>
internal sealed class ExceptionsReport(string project, string folder, CompilerLog log, BaselineFile baseline, string noWarn, string? analyzersOffBecause)
{
    private readonly StringBuilder text = new();

    /// <summary>The whole text.</summary>
    public byte[] Write()
    {
        text.Append("# Exceptions in ").Append(project).Append("\n\nWhat the rules of Archiet would refuse and this project has, with the reasons. Written by the build.\n");
        if (analyzersOffBecause is not null)
        {
            text.Append("\n**The compiler ran without the analyzers: ").Append(OrNone(analyzersOffBecause)).Append(".** What follows is not known to be whole.\n");
        }
        Table("Code that sees more than one tenant", ["member", "file", "reason"], Notes("CrossTenant").Select(note => Row(Member(note), File(note), Reason(note))));
        Table("Suppressed findings", ["rule", "file", "by", "reason"], log.Findings.Where(finding => finding.SuppressedBy is not null)
            .Select(finding => Row(finding.Id, Relative(finding.Path), By(finding.SuppressedBy!), OrNone(finding.Justification))));
        Table("Suppressions in the source", ["rule", "member", "file", "by", "reason"], Notes("SuppressMessage").Concat(Notes("pragma"))
            .Select(note => Row(note.Property(NotedRule), Member(note), File(note), note.Property(NotedKind), Reason(note))));
        Table("Findings of the baseline", ["rule", "member", "file", "count", "reason"], baseline.Entries
            .Select(entry => Row(entry.Key.Id, Quoted(entry.Key.Member), entry.Key.Path, entry.Count.ToString(CultureInfo.InvariantCulture), OrNone(entry.Reason))));
        Table("Files that count as generated, and are looked at by no rule", ["file"], Notes("generated").Select(note => Row(File(note))));
        Table("Rules that settings name", ["rule", "by", "effect"], Settings());
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private const string NotedKind = "archiet.kind", NotedRule = "archiet.rule", NotedReason = "archiet.reason";

    private IEnumerable<LoggedFinding> Notes(string kind) => log.Findings.Where(finding => finding.Id == "ARC9002" && finding.Property(NotedKind) == kind);

    private IEnumerable<string> Settings()
    {
        var named = noWarn.Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(id => id.StartsWith("ARC", StringComparison.OrdinalIgnoreCase))
            .Select(id => id.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return named.Select(id => Row(id, "NoWarn", log.SwitchedOff.Contains(id) ? "off" : "none"))
            .Concat(log.SwitchedOff.Except(named, StringComparer.Ordinal).Select(id => Row(id, ".editorconfig or .globalconfig", "off")));
    }

    private void Table(string title, string[] columns, IEnumerable<string> rows)
    {
        var sorted = rows.GroupBy(row => row).OrderBy(same => same.Key, StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
        {
            return;
        }
        text.Append("\n## ").Append(title).Append("\n\n").Append(Row(columns)).Append('\n').Append('|').Insert(text.Length, "---|", columns.Length).Append('\n');
        foreach (var same in sorted)
        {
            text.Append(same.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $"{same.Key[..^1]}(× {same.Count()}) |") : same.Key).Append('\n');
        }
    }

    private static string Row(params string[] cells) => "| " + string.Join(" | ", cells.Select(cell => cell.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal))) + " |";

    private string Relative(string path) => Path.IsPathRooted(path) ? Path.GetRelativePath(folder, path).Replace('\\', '/') : path;

    private static string Member(LoggedFinding note) => Quoted(note.Property(FindingKey.MemberProperty));

    private static string File(LoggedFinding note) => note.Property(FindingKey.PathProperty);

    private static string Reason(LoggedFinding note) => OrNone(note.Property(NotedReason));

    private static string By(string suppression) => suppression switch
    {
        "SuppressMessageAttribute" => "SuppressMessage",
        "Pragma Directive" => "pragma",
        _ => suppression,
    };

    private static string Quoted(string name) => $"`{name}`";

    private static string OrNone(string reason) => string.IsNullOrWhiteSpace(reason) ? "**no reason**" : reason.Trim();
}
