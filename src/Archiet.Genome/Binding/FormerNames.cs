using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>
/// The names of one scope and the old names that some of them had: no two things ever had one name at a time. A name may pass on to the next as long as the one that had it has
/// another now; round in a circle it may not, as the names are the same afterwards, and nothing would tell whether it has been done. Few scopes have old names, so
/// that their names are only listed until there is something to look up.
/// </summary>
/// <param name="expected">About how many names there will be.</param>
internal sealed class FormerNames(int expected = 0)
{
    private readonly List<Word> names = new(expected);
    private List<int>? sections;
    private List<FormerName>? olds;

    /// <summary>Adds a name that is in force.</summary>
    /// <param name="section">The section that it stands in; null for all names where the scope is within one.</param>
    /// <param name="name">The name.</param>
    /// <param name="was">The old name, or null.</param>
    /// <param name="findings">Where findings about the old name go.</param>
    public void Add(int? section, Word name, Word? was, FindingList findings)
    {
        if (was is not null)
        {
            (olds ??= []).Add(new(names.Count, name.Text, was, findings));
        }
        names.Add(name);
        if (section is { } known)
        {
            (sections ??= []).Add(known);
        }
    }

    /// <summary>Checks the old names, once all names are known.</summary>
    public void Check()
    {
        if (olds is null)
        {
            return;
        }
        var holders = FirstOfEachName();
        olds.RemoveAll(old => holders[old.Name] != old.Index);
        var claimed = new Dictionary<string, FormerName>(StringComparer.Ordinal);
        var former = olds.Where(static old => old.Name != old.Text).ToDictionary(static old => old.Name, static old => old.Text, StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var old in olds)
        {
            if (old.Name == old.Text)
            {
                old.Findings.Add(GenomeDiagnostics.WasItself, old.Was.Span, old.Name);
            }
            else if (holders.TryGetValue(old.Text, out var holder) && !former.ContainsKey(old.Text))
            {
                old.Findings.AddWithOther(GenomeDiagnostics.WasTaken, old.Was.Span, PlaceOf(holder, names[holder]), old.Name, old.Text);
            }
            else if (Circle(former, old.Name) is { } circle)
            {
                // It is said once.
                if (circle.All(reported.Add))
                {
                    old.Findings.AddWithOther(GenomeDiagnostics.WasExchanged, old.Was.Span, PlaceOf(holder, names[holder]), old.Name, old.Text);
                }
            }
            else if (claimed.TryGetValue(old.Text, out var first))
            {
                old.Findings.AddWithOther(GenomeDiagnostics.WasTwice, old.Was.Span, PlaceOf(first.Index, first.Was), old.Name, old.Text);
            }
            else
            {
                claimed.Add(old.Text, old);
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

    private Dictionary<string, int> FirstOfEachName()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (!first.ContainsKey(names[i].Text))
            {
                first.Add(names[i].Text, i);
            }
        }
        return first;
    }

    private OtherPlace PlaceOf(int index, Word word) => new(sections?[index], word.Span);

    /// <summary>The old name of the one that was added at an index.</summary>
    private sealed record FormerName(int Index, string Name, Word Was, FindingList Findings)
    {
        public string Text => Was.Text;
    }
}
