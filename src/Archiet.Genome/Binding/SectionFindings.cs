using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Binding;

/// <summary>Collects findings across sections: a list for each.</summary>
internal sealed class SectionFindings(int sections)
{
    private readonly FindingList?[] lists = new FindingList?[sections];

    public FindingList this[int section] => lists[section] ??= new();

    public EquatableArray<SectionFinding> ToArray()
    {
        var all = new List<SectionFinding>();
        for (var section = 0; section < lists.Length; section++)
        {
            foreach (var finding in lists[section]?.ToArray() ?? [])
            {
                all.Add(new(section, finding));
            }
        }
        return all.ToEquatableArray();
    }
}
