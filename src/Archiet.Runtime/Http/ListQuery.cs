using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Archiet;

/// <summary>The row behind which a page starts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Keys">The values of the sort keys; null for those that it has none for.</param>
internal sealed record ListPlace(Guid Id, object?[] Keys);

/// <summary>What a request asks of a list.</summary>
internal sealed class ListQuery
{
    public const int DefaultLimit = 50, MaxLimit = 200, MaxValues = 100;

    /// <summary>A row more than the page has tells whether there is a next one.</summary>
    public const int OneMore = 1;

    private readonly EntityTable table;
    private readonly ListPlan plan;
    private readonly Findings findings;
    private List<(ListFilter Filter, List<object> Values, List<string> Texts)>? filters;
    private string? seen;
    private string? after;
    private int sort;

    private ListQuery(EntityTable table, ListPlan plan, Findings findings)
    {
        this.table = table;
        this.plan = plan;
        this.findings = findings;
    }

    /// <summary>The most rows of the page.</summary>
    public int Limit { get; private set; } = DefaultLimit;

    /// <summary>What decides the statement.</summary>
    public ListShape Shape { get; private set; }

    /// <summary>The row behind which the page starts; null for the first page.</summary>
    public ListPlace? Place { get; private set; }

    /// <summary>The keys that the list is sorted by.</summary>
    public SortKey[] Keys { get; private set; } = [];

    /// <summary>Order and filters in one form, whatever order they were asked in: what a cursor belongs to.</summary>
    public string List { get; private set; } = "";

    /// <summary>Reads the query; what it does not offer is a finding, because a misspelt parameter that is passed over shows rows that nobody asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="table">The entity.</param>
    /// <param name="plan">What the caller may list.</param>
    /// <param name="cursors">Opens the place where a page starts.</param>
    /// <param name="findings">What is wrong.</param>
    /// <param name="scope">What the list is a part of; empty for all rows.</param>
    public static ListQuery Of(HttpRequest request, Caller caller, EntityTable table, ListPlan plan, Cursors cursors, Findings findings, string scope = "")
    {
        var query = new ListQuery(table, plan, findings);
        foreach (var part in new QueryStringEnumerable(request.QueryString.Value))
        {
            query.Take(part.DecodeName().ToString(), part.DecodeValue().ToString());
        }
        query.Finish(caller, cursors, scope);
        return query;
    }

    /// <summary>Binds the filters' values and the place, behind tenant, caller and limit.</summary>
    public void Bind(Parameters parameters)
    {
        foreach (var (filter, values, _) in filters ?? [])
        {
            if (values.Count == 1)
            {
                filter.Form.Bind(parameters, values[0]);
            }
            else
            {
                filter.Form.BindAll(parameters, values);
            }
        }
        if (Place is null)
        {
            return;
        }
        for (var at = 0; at < Keys.Length; at++)
        {
            if (Place.Keys[at] is { } value)
            {
                ValueForm.Of(table.Fields[Keys[at].Field].Kind).Bind(parameters, value);
            }
        }
        parameters.Id(Place.Id);
    }

    private void Take(string name, string value)
    {
        if (table.Layout.Filters.TryGetValue(name, out var filter))
        {
            TakeFilter(filter, value);
        }
        else if (name is not ("limit" or "after") && (name != "sort" || table.Layout.Sorts.Count == 0))
        {
            RefuseUnknown(name);
        }
        else if (seen?.Contains(name, StringComparison.Ordinal) == true)
        {
            findings.Add("?" + name, "duplicate", "The parameter is given twice.");
        }
        else
        {
            seen += name;
            switch (name)
            {
                case "limit": Limit = LimitOf(value); break;
                case "sort": sort = SortOf(value); break;
                default: after = value; break;
            }
        }
    }

    private void TakeFilter(ListFilter filter, string text)
    {
        if (!plan.Shows(filter.Field))
        {
            findings.Add("?" + filter.Name, "notVisible", "Your roles do not show this field on every row.");
            return;
        }
        if (filter.Read(text) is not { } value)
        {
            var (code, message) = filter.Refusal(text);
            findings.Add("?" + filter.Name, code, message);
            return;
        }
        filters ??= [];
        var at = filters.FindIndex(other => other.Filter == filter);
        if (at < 0)
        {
            filters.Add((filter, [value], [text]));
        }
        else if (filter.Test != FilterTest.Equal)
        {
            findings.Add("?" + filter.Name, "duplicate", "The parameter is given twice.");
        }
        else if (filters[at].Values.Count == MaxValues)
        {
            findings.Add("?" + filter.Name, "range", $"The parameter is given at most {MaxValues} times.");
        }
        else
        {
            filters[at].Values.Add(value);
            filters[at].Texts.Add(text);
        }
    }

    private int LimitOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
        {
            return limit;
        }
        findings.Add("?limit", "range", $"The limit must lie between 1 and {MaxLimit}.");
        return DefaultLimit;
    }

    private int SortOf(string text)
    {
        if (!table.Layout.Sorts.TryGetValue(text, out var found))
        {
            findings.Add("?sort", "choice", $"The order must be one of {string.Join(", ", table.Layout.Sorts.Keys.Order(StringComparer.Ordinal))}.");
        }
        else if (!plan.Shows(Math.Abs(found) - 1))
        {
            findings.Add("?sort", "notVisible", "Your roles do not show this field on every row.");
            found = 0;
        }
        return found;
    }

    private void RefuseUnknown(string name)
    {
        var known = table.Layout.Filters.Keys.Concat(["limit", "after", .. table.Layout.Sorts.Count > 0 ? ["sort"] : Array.Empty<string>()]);
        findings.Add("?" + name, "unknown", NearestName.Of(name, known) is { } nearest
            ? $"The list has no such parameter; is '{nearest}' meant?"
            : "The list has no such parameter.");
    }

    /// <summary>What is known only when all is read: the shape, and whose the cursor is.</summary>
    private void Finish(Caller caller, Cursors cursors, string scope)
    {
        if (sort != 0 || filters is not null)
        {
            Arrange();
        }
        Keys = plan.KeysOf(sort);
        if (Keys.Length > 0)
        {
            List = string.Join(',', Keys.Select(key => (key.Descending ? "-" : "") + table.Fields[key.Field].Name)) + List;
        }
        List = scope + List;
        Shape = Shape with { OwnLimit = Limit != DefaultLimit };
        if (after is null)
        {
            return;
        }
        if (cursors.Open(after, caller, table, List, Keys) is not { } place)
        {
            findings.Add("?after", "cursor", "The cursor does not belong to this list.");
            return;
        }
        Place = place;
        var bits = 1u;
        for (var at = 0; at < place.Keys.Length; at++)
        {
            bits |= place.Keys[at] is null ? 2u << at : 0;
        }
        Shape = Shape with { Place = bits };
    }

    private void Arrange()
    {
        var shape = new ListShape { Sort = sort };
        var text = new StringBuilder();
        filters?.Sort(static (left, right) => (left.Filter.Field, left.Filter.Test).CompareTo((right.Filter.Field, right.Filter.Test)));
        foreach (var (filter, values, texts) in filters ?? [])
        {
            var field = FieldSet.Of(filter.Field);
            shape = filter.Test switch
            {
                FilterTest.Least => shape with { Least = shape.Least | field },
                FilterTest.Most => shape with { Most = shape.Most | field },
                _ when values.Count == 1 => shape with { One = shape.One | field },
                _ => shape with { Any = shape.Any | field },
            };
            foreach (var value in texts)
            {
                text.Append('\n').Append(filter.Name).Append('=').Append(value);
            }
        }
        Shape = shape;
        List = text.ToString();
    }
}
