using Npgsql;

namespace Archiet;

/// <summary>Owned rows, written in the batch of their owner: one round trip and one transaction for the whole.</summary>
internal sealed partial class EntityEndpoints<T>
{
    /// <summary>Adds the rows of a new owner, and behind them the owner's row read again; the result says how many results come before it.</summary>
    private int AddChildren(NpgsqlBatch batch, Caller caller, T owner, Sight sight)
    {
        var statements = batch.BatchCommands.Count;
        foreach (var children in table.Children)
        {
            children.Insert(batch, caller, owner, owner.Id);
        }
        return batch.BatchCommands.Count == statements ? SettingOnly : ReadAgain(batch, caller, owner.Id, sight, SettingOnly);
    }

    /// <summary>Adds what puts the lists that a merge patch gives in place of the stored ones. The result is that of <see cref="AddChildren"/>.</summary>
    private int ReplaceChildren(NpgsqlBatch batch, Caller caller, T owner, FieldSet given, KnownRows known, Sight sight)
    {
        var statements = batch.BatchCommands.Count;
        var before = SettingOnly;
        for (var at = 0; at < table.Children.Count; at++)
        {
            if (given.Has(table.Fields.Count + at))
            {
                before += table.Children[at].Replace(batch, caller, owner, owner.Id, known);
            }
        }
        return batch.BatchCommands.Count == statements ? SettingOnly : ReadAgain(batch, caller, owner.Id, sight, before);
    }

    /// <summary>What the write of the owner itself returns has its rows as they were before: a statement does not see what later ones do.</summary>
    private static int ReadAgain(NpgsqlBatch batch, Caller caller, Guid id, Sight sight, int before)
    {
        TenantBatch.Add(batch, caller, sight.ReadAgain).Id(id);
        return before + 1;
    }

    private void ValidateChildren(T owner, FieldSet known, Findings findings)
    {
        for (var at = 0; at < table.Children.Count; at++)
        {
            if (known.Has(table.Fields.Count + at))
            {
                table.Children[at].Validate(owner, findings);
            }
        }
    }

    private static void NameUnknownRow(NpgsqlException error, KnownRows? known, Findings findings)
    {
        if (known is not null && error is PostgresException { SqlState: DatabaseProblem.UnknownRow } refusal && Guid.TryParse(refusal.MessageText, out var id))
        {
            foreach (var pointer in known.PointersOf(id))
            {
                findings.Add(pointer, "unknown", "There is no such row; leave the id out to make one.");
            }
        }
    }
}
