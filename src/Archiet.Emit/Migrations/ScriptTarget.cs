namespace Archiet.Emit;

/// <summary>What scripts are run on.</summary>
public enum ScriptTarget
{
    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,

    /// <summary>A Citus cluster, over which each table is distributed by its tenants.</summary>
    Citus,
}
