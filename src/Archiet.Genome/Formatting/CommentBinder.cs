namespace Archiet.Genome.Formatting;

/// <summary>
/// Gives every comment to the entry that it is about: a comment on a line of its own to the entry below it, one behind an entry to that entry. Behind the last
/// entry of a mapping or list the indent decides: a comment that is indented as the entries belongs to them, one further out to what follows.
/// </summary>
internal sealed class CommentBinder(SourceLines source, IReadOnlyList<LayoutComment> comments)
{
    private int next;

    /// <summary>Distributes all comments over a file.</summary>
    public void Bind(LayoutCollection root)
    {
        BindEntries(root, source.Text.Length);
        while (Next(source.Text.Length) is { } comment)
        {
            Take(root.Tail, comment);
        }
    }

    private void BindEntries(LayoutCollection collection, int limit)
    {
        var before = next;
        for (var i = 0; i < collection.Entries.Count; i++)
        {
            var entry = collection.Entries[i];
            while (Next(entry.Start) is { } comment)
            {
                Take(entry.Leading, comment);
            }
            entry.BlankBefore = source.IsBlank(source.LineOf(entry.Start) - 1);
            BindValue(entry, i + 1 < collection.Entries.Count ? collection.Entries[i + 1].Start : limit);
        }
        while (Next(limit) is { } comment && (collection.IsFlow || comment.Column >= collection.Column))
        {
            Take(collection.Tail, comment);
        }
        collection.HasComments = next > before;
    }

    private void BindValue(LayoutEntry entry, int limit)
    {
        if (entry.Value is LayoutCollection { IsFlow: false } block)
        {
            if (entry.Key is { } key && Next(block.Start) is { } behindKey && behindKey.Line == source.LineOf(key.End))
            {
                entry.Trailing = behindKey;
                next++;
            }
            BindEntries(block, limit);
            return;
        }
        while (Next(entry.Value.Start) is { } between)
        {
            Take(entry.Leading, between);
        }
        if (entry.Value is LayoutCollection flow)
        {
            BindEntries(flow, flow.End);
            Hoist(entry, flow);
        }
        var line = entry.Value is LayoutScalar { Style: LayoutStyle.Block } ? source.LineOf(entry.Value.Start) : source.LineOf(entry.Value.End);
        if (Next(limit) is { } behind && behind.Line == line)
        {
            entry.Trailing = behind;
            next++;
        }
    }

    /// <summary>Comments for which there is no line of their own within a value stand before its entry: above the dash of an item, and above empty brackets.</summary>
    private static void Hoist(LayoutEntry entry, LayoutCollection flow)
    {
        var comments = flow.Entries.Count == 0 ? flow.Tail : entry.Key is null ? flow.Entries[0].Leading : [];
        entry.Leading.AddRange(comments);
        comments.Clear();
    }

    /// <summary>The next comment, where it stands before an index.</summary>
    private LayoutComment? Next(int limit) => next < comments.Count && comments[next].Start < limit ? comments[next] : null;

    private void Take(List<LayoutComment> into, LayoutComment comment)
    {
        into.Add(comment);
        next++;
    }
}
