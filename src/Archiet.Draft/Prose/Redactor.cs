using System.Globalization;
using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>Takes secrets out of a document before anything else sees it: nothing of them leaves the machine, is written or is logged.</summary>
internal static class Redactor
{
    /// <summary>Shorter values are words of other things, too, and are replaced only where they were found.</summary>
    private const int ShortestKnown = 8;

    /// <summary>Replaces the secrets of a text whose lines end with <c>\n</c>. Each line keeps its number.</summary>
    public static (string Text, EquatableArray<Redaction> Redactions) Redact(string text, ProseOptions options)
    {
        var found = KeyBlocks.FindIn(text).Concat(SecretTokens.FindIn(text)).Concat(SecretAssignments.FindIn(text)).Concat(SpokenSecrets.FindIn(text));
        var spans = Disjoint(options.RedactEmails ? found.Concat(SecretTokens.FindEmails(text)) : found);
        return spans.Count == 0 ? (text, EquatableArray<Redaction>.Empty) : Replace(text, Disjoint(spans.Concat(Repeated(text, spans))));
    }

    private static (string Text, EquatableArray<Redaction> Redactions) Replace(string text, List<SecretSpan> spans)
    {
        var placeholders = new Dictionary<string, string>(StringComparer.Ordinal);
        var redactions = new List<Redaction>();
        var result = new StringBuilder(text.Length);
        var (from, line) = (0, 1);
        foreach (var span in spans)
        {
            var secret = text[span.Start..span.End];
            if (!placeholders.TryGetValue(secret, out var placeholder))
            {
                placeholder = string.Create(CultureInfo.InvariantCulture, $"<redacted-{placeholders.Count + 1}>");
                placeholders.Add(secret, placeholder);
            }
            line += text.AsSpan(from, span.Start - from).Count('\n');
            redactions.Add(new Redaction(span.Kind, line, placeholder));
            var breaks = secret.AsSpan().Count('\n');
            result.Append(text, from, span.Start - from).Append(placeholder).Append('\n', breaks);
            line += breaks;
            from = span.End;
        }
        return (result.Append(text, from, text.Length - from).ToString(), redactions.ToEquatableArray());
    }

    /// <summary>Where what was found stands once more, with no name beside it.</summary>
    private static IEnumerable<SecretSpan> Repeated(string text, List<SecretSpan> spans)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        var lengths = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var span in spans.Where(static span => span.End - span.Start >= ShortestKnown))
        {
            var secret = text[span.Start..span.End];
            kinds.TryAdd(secret, span.Kind);
            var start = secret[..ShortestKnown];
            if (!lengths.TryGetValue(start, out var some))
            {
                lengths.Add(start, some = []);
            }
            some.Add(secret.Length);
        }
        var (starts, secrets) = (lengths.GetAlternateLookup<ReadOnlySpan<char>>(), kinds.GetAlternateLookup<ReadOnlySpan<char>>());
        for (var at = 0; lengths.Count > 0 && at + ShortestKnown <= text.Length; at++)
        {
            if (!starts.TryGetValue(text.AsSpan(at, ShortestKnown), out var some))
            {
                continue;
            }
            foreach (var length in some)
            {
                if (at + length <= text.Length && secrets.TryGetValue(text.AsSpan(at, length), out var kind))
                {
                    yield return new SecretSpan(at, at + length, kind);
                }
            }
        }
    }

    /// <summary>By place; what overlaps is one, of the kind that begins first and is longest.</summary>
    private static List<SecretSpan> Disjoint(IEnumerable<SecretSpan> spans)
    {
        var disjoint = new List<SecretSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (disjoint.Count == 0 || span.Start >= disjoint[^1].End)
            {
                disjoint.Add(span);
            }
            else if (span.End > disjoint[^1].End)
            {
                disjoint[^1] = disjoint[^1] with { End = span.End };
            }
        }
        return disjoint;
    }
}
