using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Archiet;

/// <summary>What a request asks of a list.</summary>
/// <param name="Limit">The most rows of the page.</param>
/// <param name="After">The row behind which the page starts; null for the first page.</param>
internal readonly record struct ListQuery(int Limit, Guid? After)
{
    public const int DefaultLimit = 50, MaxLimit = 200;

    /// <summary>Reads the query; what it does not offer is a finding, because a misspelt parameter that is passed over shows rows that nobody asked for.</summary>
    public static ListQuery Of(HttpRequest request, Caller caller, EntityTable table, Cursors cursors, Findings findings)
    {
        var query = new ListQuery(DefaultLimit, null);
        var seen = "";
        foreach (var part in new QueryStringEnumerable(request.QueryString.Value))
        {
            var name = part.DecodeName().ToString();
            var value = part.DecodeValue().Span;
            if (name is not ("limit" or "after"))
            {
                findings.Add("?" + name, "unknown", "The list has no such parameter.");
            }
            else if (seen.Contains(name, StringComparison.Ordinal))
            {
                findings.Add("?" + name, "duplicate", "The parameter is given twice.");
            }
            else if (name == "limit")
            {
                query = query with { Limit = LimitOf(value, findings) };
            }
            else if (cursors.TryOpen(value, caller, table, out var id))
            {
                query = query with { After = id };
            }
            else
            {
                findings.Add("?after", "cursor", "The cursor does not belong to this list.");
            }
            seen += name;
        }
        return query;
    }

    private static int LimitOf(ReadOnlySpan<char> text, Findings findings)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
        {
            return limit;
        }
        findings.Add("?limit", "range", $"The limit must lie between 1 and {MaxLimit}.");
        return DefaultLimit;
    }
}
