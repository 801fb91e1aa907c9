using Archiet.Draft.Prose;

namespace Archiet.Draft.Rules.Structure;

/// <summary>Finds for each sentence what it stands under.</summary>
internal static class Outline
{
    private const int LongestLead = 160;

    /// <summary>The places of sentences. Suspect ones have none: they are evidence of nothing.</summary>
    public static IReadOnlyList<Place> Of(IReadOnlyList<Sentence> sentences)
    {
        var places = new List<Place>(sentences.Count);
        var walk = new Walk();
        foreach (var sentence in sentences)
        {
            if (sentence.IsSuspect)
            {
                continue;
            }
            var (labels, ids) = walk.Enter(sentence);
            var headings = sentence.Kind == SentenceKind.Heading ? sentence.Headings.Append(sentence.Text) : sentence.Headings;
            places.Add(new Place(sentence, places.Count, labels, ids, Sections.Of(headings)));
        }
        return places;
    }

    /// <summary>The label that a text begins with (<c>Status: draft</c>) and the rest; no label where it begins with none.</summary>
    public static (string Label, string Text) SplitLabel(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        colon = colon < 0 && text.Length > 1 && text[^1] == ':' ? text.Length - 1 : colon;
        if (colon <= 0 || colon > 90 || text.AsSpan(0, colon).ContainsAny('.', '"') || text.AsSpan(0, colon).Count(' ') > 9)
        {
            return ("", text);
        }
        return (text[..colon].Trim(), text[(colon + 1)..].Trim());
    }

    private sealed class Walk
    {
        private readonly List<Sentence> items = [];
        private Sentence? lead;
        private int table = -1;

        public (IReadOnlyList<string> Labels, IReadOnlyList<string> Ids) Enter(Sentence sentence)
        {
            switch (sentence.Kind)
            {
                case SentenceKind.Heading:
                    items.Clear();
                    lead = null;
                    return ([], []);
                case SentenceKind.Paragraph:
                    items.Clear();
                    lead = sentence.Text.Length <= LongestLead || sentence.Text.EndsWith(':') ? sentence : null;
                    return ([], []);
                case SentenceKind.ListItem:
                    while (items.Count > 0 && items[^1].Depth >= sentence.Depth)
                    {
                        items.RemoveAt(items.Count - 1);
                    }
                    var above = Above();
                    items.Add(sentence);
                    return above;
                case SentenceKind.TableHeader:
                    table = sentence.Block;
                    return Above();
                default:
                    return sentence.Kind == SentenceKind.Code || sentence.Block == table ? Above() : ([], []);
            }
        }

        private (IReadOnlyList<string> Labels, IReadOnlyList<string> Ids) Above()
        {
            var above = lead is null ? items : [lead, .. items];
            return ([.. above.Select(one => LabelOf(one.Text))], [.. above.Select(one => one.Id)]);
        }

        private static string LabelOf(string text) => SplitLabel(text) is ({ Length: > 0 } label, _) ? label : text.TrimEnd(':');
    }
}
