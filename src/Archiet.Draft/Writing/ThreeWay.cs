using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>
/// Brings a new draft into one that a person has edited: what nobody edited becomes what the new draft says, what somebody edited stays as it is, and where both changed
/// the same element the difference is told. Comments stay where they are.
/// </summary>
internal sealed class ThreeWay
{
    private readonly List<string> differences = [];

    private ThreeWay()
    {
    }

    /// <summary>Merges, and tells what changed.</summary>
    /// <param name="former">The draft as it was written last; null where nobody knows, and then all of the edited one counts as edited.</param>
    /// <param name="edited">The draft as it is; it is changed to the result.</param>
    /// <param name="made">The new draft.</param>
    public static EquatableArray<string> Merge(LayoutCollection? former, LayoutCollection edited, LayoutCollection made)
    {
        var merge = new ThreeWay();
        merge.MergeMapping("", former, edited, made);
        return merge.differences.ToEquatableArray();
    }

    private void MergeMapping(string path, LayoutCollection? former, LayoutCollection edited, LayoutCollection made)
    {
        var at = 0;
        foreach (var ours in made.Entries)
        {
            var key = ours.Key!.Text;
            var found = edited.Entries.FindIndex(entry => entry.Key?.Text == key);
            var inner = path.Length == 0 ? key : path + "." + key;
            var before = former is null ? null : FormerText.Find(former, key);
            if (found >= 0)
            {
                MergeEntry(inner, before, edited, found, ours);
                at = found + 1;
            }
            else if (before is null)
            {
                edited.Entries.Insert(at++, ours);
                Tell(inner, "is new");
            }
            else if (!LayoutText.AreEqual(before, ours.Value))
            {
                Tell(inner, "was taken out by hand, and the new draft has another text of it");
            }
        }
        RemoveFormer(path, former, edited, made);
    }

    private void MergeEntry(string path, LayoutNode? before, LayoutCollection edited, int at, LayoutEntry ours)
    {
        var theirs = edited.Entries[at];
        if (IsQuestion(path))
        {
            Replace(edited, at, ours);
        }
        else if (ElementDepth.IsWithin(path) && theirs.Value is LayoutCollection { IsList: false } left && ours.Value is LayoutCollection { IsList: false } right)
        {
            MergeMapping(path, before as LayoutCollection, left, right);
        }
        else if (LayoutText.AreEqual(theirs.Value, ours.Value))
        {
            return;
        }
        else if (LayoutText.AreEqual(theirs.Value, before))
        {
            Replace(edited, at, ours);
            Tell(path, "changed");
        }
        else if (!LayoutText.AreEqual(ours.Value, before))
        {
            Tell(path, "was edited by hand and stays as it is; the new draft has another text of it");
        }
    }

    /// <summary>What the new draft has no more goes, unless somebody edited or added it, or answered it.</summary>
    private void RemoveFormer(string path, LayoutCollection? former, LayoutCollection edited, LayoutCollection made)
    {
        for (var i = edited.Entries.Count - 1; i >= 0; i--)
        {
            var key = edited.Entries[i].Key!.Text;
            if (FormerText.Find(made, key) is not null || former is null || FormerText.Find(former, key) is not { } before)
            {
                continue;
            }
            var inner = path.Length == 0 ? key : path + "." + key;
            var isAnswered = IsQuestion(inner) && edited.Entries[i].Value is LayoutCollection question && FormerText.Find(question, "answer") is not null;
            if (!isAnswered && LayoutText.AreEqual(edited.Entries[i].Value, before))
            {
                edited.Entries.RemoveAt(i);
                Tell(inner, "is gone");
            }
            else if (!isAnswered)
            {
                Tell(inner, "was edited by hand and stays; the new draft does not have it");
            }
        }
    }

    private static void Replace(LayoutCollection edited, int at, LayoutEntry ours)
    {
        var theirs = edited.Entries[at];
        var entry = new LayoutEntry(ours.Key, ours.Value) { Trailing = theirs.Trailing, BlankBefore = theirs.BlankBefore };
        entry.Leading.AddRange(theirs.Leading);
        edited.Entries[at] = entry;
    }

    private static bool IsQuestion(string path) => path.StartsWith("questions.", StringComparison.Ordinal);

    private void Tell(string path, string what)
    {
        if (!IsQuestion(path) && path is not "questions")
        {
            differences.Add($"{ElementDepth.Shown(path)} {what}");
        }
    }
}
