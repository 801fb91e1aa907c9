using System.Globalization;

namespace Archiet.Model;

/// <summary>What a change of a column's type does to what is in it, and to the table.</summary>
public enum TypeChange
{
    /// <summary>The type stays.</summary>
    None,

    /// <summary>It holds all that it held and more; PostgreSQL changes the catalog only.</summary>
    Widen,

    /// <summary>It holds all that it held and more; PostgreSQL writes every row anew, under a lock that keeps all others out.</summary>
    WidenByRewrite,

    /// <summary>It holds less of the same.</summary>
    Narrow,

    /// <summary>It holds something else.</summary>
    Retype,
}

/// <summary>Judges changes of types, each in the long spelling of PostgreSQL.</summary>
public static class TypeChanges
{
    /// <summary>What leads from one column to another.</summary>
    public static TypeChange Of(ColumnModel from, ColumnModel to)
    {
        if (from.StoreType == to.StoreType)
        {
            return TypeChange.None;
        }
        var (was, now) = (Read(from.StoreType), Read(to.StoreType));
        return (was.Name, now.Name) switch
        {
            ("character varying", "text") => TypeChange.Widen,
            ("text", "character varying") => TypeChange.Narrow,
            ("character varying", "character varying") => now.First >= was.First ? TypeChange.Widen : TypeChange.Narrow,
            ("integer", "bigint") => TypeChange.WidenByRewrite,
            ("bigint", "integer") => TypeChange.Narrow,
            ("numeric", "numeric") => now.Second < was.Second || now.First - now.Second < was.First - was.Second ? TypeChange.Narrow
                : now.Second > was.Second ? TypeChange.WidenByRewrite : TypeChange.Widen,
            _ => TypeChange.Retype,
        };
    }

    /// <summary>A type without its length or digits.</summary>
    public static string Base(string storeType) => Read(storeType).Name;

    private static (string Name, int First, int Second) Read(string storeType)
    {
        var open = storeType.IndexOf('(');
        var close = storeType.IndexOf(')');
        if (open < 0)
        {
            return (storeType, int.MaxValue, int.MaxValue);
        }
        var facets = storeType.Substring(open + 1, close - open - 1).Split(',').Select(facet => int.Parse(facet, CultureInfo.InvariantCulture)).ToList();
        return (storeType.Substring(0, open), facets[0], facets.Count > 1 ? facets[1] : 0);
    }
}
