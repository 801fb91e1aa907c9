namespace Archiet.Model;

/// <summary>Names of what belongs to a table, each given once.</summary>
internal sealed class TableNames(string plural)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>The table.</summary>
    public string Table { get; } = Naming.Identifier(plural);

    /// <summary>A constraint or an index: <c>ck_orders_total</c>. Where the name is given already, a rule's name among the columns', it ends in <c>_rule</c>.</summary>
    public string Constraint(string prefix, string? rest)
    {
        var name = prefix + "_" + plural + (rest is null ? "" : "_" + rest);
        while (!given.Add(Naming.Identifier(name)))
        {
            name += "_rule";
        }
        return Naming.Identifier(name);
    }

    /// <summary>A trigger and its function.</summary>
    public static string Trigger(string table, string? rest) => Naming.Identifier("tr_" + table + (rest is null ? "" : "_" + rest));
}
