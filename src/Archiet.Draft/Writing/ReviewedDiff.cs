using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>What a new draft has that a reviewed genome has not, and the other way round.</summary>
internal static class ReviewedDiff
{
    /// <summary>A line each, in the order of the new draft, then of the reviewed genome.</summary>
    public static EquatableArray<string> Of(LayoutCollection reviewed, LayoutCollection made)
    {
        var lines = new List<string>();
        Compare("", reviewed, made, lines);
        return lines.ToEquatableArray();
    }

    private static void Compare(string path, LayoutCollection reviewed, LayoutCollection made, List<string> lines)
    {
        foreach (var ours in made.Entries)
        {
            var inner = Inner(path, ours);
            var theirs = FormerText.Find(reviewed, ours.Key!.Text);
            if (theirs is null)
            {
                Add(inner, "is only in the draft", lines);
            }
            else if (ElementDepth.IsWithin(inner) && theirs is LayoutCollection { IsList: false } left && ours.Value is LayoutCollection { IsList: false } right)
            {
                Compare(inner, left, right, lines);
            }
            else if (!LayoutText.AreEqual(theirs, ours.Value))
            {
                Add(inner, "differs", lines);
            }
        }
        foreach (var theirs in reviewed.Entries.Where(theirs => FormerText.Find(made, theirs.Key!.Text) is null))
        {
            Add(Inner(path, theirs), "is only in the reviewed genome", lines);
        }
    }

    private static string Inner(string path, LayoutEntry entry) => path.Length == 0 ? entry.Key!.Text : path + "." + entry.Key!.Text;

    /// <summary>Questions and the status are of drafts, and no difference of what is built.</summary>
    private static void Add(string path, string what, List<string> lines)
    {
        if (path is not "status" and not "questions" && !path.StartsWith("questions.", StringComparison.Ordinal))
        {
            lines.Add($"{ElementDepth.Shown(path)} {what}");
        }
    }
}
