using Npgsql;

namespace Archiet;

/// <summary>A member of an entity that holds rows of another one, which live and die with it: a JSON array within the entity's object.</summary>
/// <param name="member">The C# property.</param>
/// <param name="name">The name in JSON.</param>
public abstract class Children(string member, string name)
{
    /// <summary>The C# property.</summary>
    public string Member { get; } = member;

    /// <summary>The name in JSON.</summary>
    public string Name { get; } = name;

    /// <summary>The least number of rows; 0 for none.</summary>
    public int Min { get; init; }

    /// <summary>The greatest number of rows.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>The entity of the rows.</summary>
    internal abstract EntityTable Table { get; }

    /// <summary>What a statement reads the rows by, over the row of the owner: a JSON array.</summary>
    internal abstract string Select { get; }

    /// <summary>The C# class of the rows.</summary>
    internal abstract Type RowType { get; }

    /// <summary>What a caller is told whose array has too many rows or too few.</summary>
    internal string CountMessage => (Min, Max) switch
    {
        (1, int.MaxValue) => "The field must not be empty.",
        (_, int.MaxValue) => $"The field must have at least {Min} rows.",
        (0, _) => $"The field must have at most {Max} rows.",
        _ => $"The field must have {Min} to {Max} rows.",
    };

    /// <summary>Reads the array that the reader stands on into the owner's list.</summary>
    internal abstract void Read(ref FieldReader json, object owner);

    /// <summary>Checks every row as a whole.</summary>
    internal abstract void Validate(object owner, Findings findings);

    /// <summary>Adds to a batch what makes the rows of an owner that is itself made in it.</summary>
    internal abstract void Insert(NpgsqlBatch batch, Caller caller, object owner, Guid id);

    /// <summary>
    /// Adds to a batch what puts the list in place of the owner's rows: those that <paramref name="known"/> names are changed, the others made, the rest removed.
    /// None of it takes effect unless the batch has written the owner before. The result says how many statements answer with rows.
    /// </summary>
    internal abstract int Replace(NpgsqlBatch batch, Caller caller, object owner, Guid id, KnownRows known);
}

/// <summary>Owned rows, with the types that their statements and checks need.</summary>
/// <typeparam name="TOwner">The entity that has the member.</typeparam>
/// <typeparam name="TChild">The entity of the rows.</typeparam>
/// <param name="member">The C# property.</param>
/// <param name="name">The name in JSON.</param>
/// <param name="rows">Reads the property.</param>
public sealed class Children<TOwner, TChild>(string member, string name, Func<TOwner, List<TChild>> rows) : Children(member, name)
    where TOwner : class, IEntity<TOwner>
    where TChild : class, IEntity<TChild>
{
    private OwnedStatements? statements;
    private string? select;

    internal override EntityTable Table => TChild.Table;

    internal override string Select => select ??= OwnedJson.Of(TOwner.Table.Table, TChild.Table);

    internal override Type RowType => typeof(TChild);

    private OwnedStatements Statements => statements ??= new(TOwner.Table, TChild.Table);

    internal override void Read(ref FieldReader json, object owner) => json.ReadRows(this, rows((TOwner)owner));

    internal override void Validate(object owner, Findings findings)
    {
        var at = 0;
        foreach (var row in rows((TOwner)owner))
        {
            findings.Enter("/" + Name, at++);
            TChild.Validate(row, FieldSet.All, findings);
            findings.Leave();
        }
    }

    internal override void Insert(NpgsqlBatch batch, Caller caller, object owner, Guid id) => Add(batch, Statements.Insert, caller, id, rows((TOwner)owner));

    internal override int Replace(NpgsqlBatch batch, Caller caller, object owner, Guid id, KnownRows known)
    {
        var all = rows((TOwner)owner);
        var kept = all.FindAll(row => known.Has(this, row.Id));
        var staying = kept.ConvertAll(row => row.Id).ToArray();
        if (staying.Length > 0)
        {
            TenantBatch.Add(batch, caller, Statements.Check).Id(id).Ids(staying);
        }
        TenantBatch.Add(batch, caller, Statements.Delete).Id(id).Ids(staying);
        Add(batch, Statements.Update, caller, id, kept);
        Add(batch, Statements.Insert, caller, id, all.FindAll(row => !known.Has(this, row.Id)));
        return staying.Length > 0 ? 1 : 0;
    }

    private static void Add(NpgsqlBatch batch, string sql, Caller caller, Guid owner, List<TChild> rows)
    {
        if (rows.Count > 0)
        {
            TenantBatch.Add(batch, caller, sql).Id(owner).Rows(rows);
        }
    }
}
