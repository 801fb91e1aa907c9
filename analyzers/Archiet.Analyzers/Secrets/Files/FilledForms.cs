using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// The forms of placeholders that a pipeline of the team fills after the build: <c>archiet_filled_placeholders = #{}#, __</c> in a .globalconfig says so for all files of
/// a project. Without it, what nothing in .NET fills is unfilled.
/// </summary>
internal sealed class FilledForms
{
    /// <summary>The key of the setting.</summary>
    public const string Setting = "archiet_filled_placeholders";

    private static readonly char[] Separators = [',', ';', ' '];

    private readonly HashSet<string> forms;

    private FilledForms(IEnumerable<string> forms) => this.forms = new HashSet<string>(forms, StringComparer.Ordinal);

    /// <summary>No form at all.</summary>
    public static FilledForms None { get; } = new([]);

    /// <summary>What a project's settings say.</summary>
    public static FilledForms Of(string? setting) => setting is null ? None : new(setting.Split(Separators, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The setting as a project writes it; null where it does not.</summary>
    public static string? SettingOf(AnalyzerConfigOptions options) => options.TryGetValue(Setting, out var value) ? value : null;

    /// <summary>Whether a pipeline fills what stands between these marks.</summary>
    public bool Fills(string open, string close) => forms.Contains(open == close ? open : open + close);
}
