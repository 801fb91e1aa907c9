namespace Archiet.Model;

/// <summary>Triggers, whose functions name tables and columns as text: one that says the same is left alone, every other is made anew.</summary>
internal sealed class TriggerChanges
{
    public TriggerChanges(SchemaMatch schema, FillPlan fills)
    {
        var (before, after) = (Of(schema.Before), Of(schema.After));
        var stays = before.Intersect(after).Where(trigger => !fills.Concerns(trigger)).ToList();
        Dropped = before.Except(stays).ToList();
        Added = after.Except(stays).ToList();
    }

    /// <summary>Those that go, and those that stand aside.</summary>
    public IReadOnlyList<TriggerModel> Dropped { get; }

    /// <summary>Those that come.</summary>
    public IReadOnlyList<TriggerModel> Added { get; }

    private static List<TriggerModel> Of(SchemaState state) => state.Tables.SelectMany(table => table.Triggers).ToList();
}
