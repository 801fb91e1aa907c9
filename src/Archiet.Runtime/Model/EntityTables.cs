using System.Collections.Frozen;

namespace Archiet;

/// <summary>The tables of all entities of an app, and the constraints that its database can name in an error.</summary>
internal sealed class EntityTables
{
    private readonly FrozenDictionary<string, EntityTable> byConstraint;
    private readonly FrozenDictionary<string, EntityTable> byName;

    private EntityTables(IReadOnlyList<EntityTable> all)
    {
        All = all;
        byConstraint = all.SelectMany(table => table.Constraints.Select(constraint => KeyValuePair.Create(constraint.Name, table))).ToFrozenDictionary(StringComparer.Ordinal);
        byName = all.ToFrozenDictionary(table => table.Table, StringComparer.Ordinal);
    }

    /// <summary>The tables, in ordinal order of entity names.</summary>
    public IReadOnlyList<EntityTable> All { get; }

    public static EntityTables Of<TApp>()
        where TApp : IArchietApp<TApp>
    {
        var map = new TableMap();
        TApp.Describe(map);
        return new(map.Tables);
    }

    /// <summary>The table that a constraint is of; null for a name that the genome does not know.</summary>
    public EntityTable? OfConstraint(string? name) => name is null ? null : byConstraint.GetValueOrDefault(name);

    /// <summary>The table of a name; null for one that the genome does not know.</summary>
    public EntityTable? OfName(string? name) => name is null ? null : byName.GetValueOrDefault(name);

    private sealed class TableMap : EntityMap
    {
        public List<EntityTable> Tables { get; } = [];

        public override EntityMap Entity<T>()
        {
            Tables.Add(T.Table);
            return this;
        }

        public override EntityMap Owned<T>() => Entity<T>();

        public override EntityMap Tenant<T>(string example) => Entity<T>();

        public override EntityMap Member<T>(string example) => Entity<T>();
    }
}
