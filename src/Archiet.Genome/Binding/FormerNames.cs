using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>
/// The names of one scope and the old names that some of them had: no two things ever had one name at a time. A name may pass on to the next as long as the one that had it has
/// another now; round in a circle it may not, as the names are the same afterwards, and nothing would tell whether it has been done.
/// </summary>
internal sealed class FormerNames
{
    private readonly Dictionary<string, NamePlace> names = new(StringComparer.Ordinal);
    private List<(string Name, NamePlace Was, string Text, FindingList Findings)>? olds;

    /// <summary>Adds a name that is in force.</summary>
    /// <param name="section">The section that it stands in; null where the scope is within one.</param>
    /// <param name="name">The name.</param>
    /// <param name="was">The old name, or null.</param>
    /// <param name="findings">Where findings about the old name go.</param>
    public void Add(int? section, Word name, Word? was, FindingList findings)
    {
        if (names.ContainsKey(name.Text))
        {
            return;
        }
        names.Add(name.Text, new(section, name.Span));
        if (was is { } old)
        {
            (olds ??= []).Add((name.Text, new(section, old.Span), old.Text, findings));
        }
    }

    /// <summary>Checks the old names, once all names are known.</summary>
    public void Check()
    {
        if (olds is null)
        {
            return;
        }
        var claimed = new Dictionary<string, NamePlace>(StringComparer.Ordinal);
        var former = olds.Where(old => old.Name != old.Text).ToDictionary(old => old.Name, old => old.Text, StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, was, text, findings) in olds)
        {
            if (name == text)
            {
                findings.Add(GenomeDiagnostics.WasItself, was.Span, name);
            }
            else if (names.TryGetValue(text, out var holder) && !former.ContainsKey(text))
            {
                findings.AddWithOther(GenomeDiagnostics.WasTaken, was.Span, new(holder.Section, holder.Span), name, text);
            }
            else if (Circle(former, name) is { } circle)
            {
                // It is said once.
                if (circle.All(reported.Add))
                {
                    findings.AddWithOther(GenomeDiagnostics.WasExchanged, was.Span, new(holder.Section, holder.Span), name, text);
                }
            }
            else if (claimed.TryGetValue(text, out var first))
            {
                findings.AddWithOther(GenomeDiagnostics.WasTwice, was.Span, new(first.Section, first.Span), name, text);
            }
            else
            {
                claimed.Add(text, was);
            }
        }
    }

    // From name to old name, until the first is met again; null where somebody had none.
    private static HashSet<string>? Circle(Dictionary<string, string> former, string name)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var old = name;
        while (met.Add(old))
        {
            if (!former.TryGetValue(old, out old))
            {
                return null;
            }
        }
        return old == name ? met : null;
    }

    private readonly record struct NamePlace(int? Section, SectionSpan Span);
}
