using Archiet.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet;

public abstract partial class GenomeMigration
{
    /// <summary>Makes a table whose rows are spread over partitions by their tenants: to Entity Framework it is a table like others, and it has no words to make it.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="count">How many partitions.</param>
    /// <param name="sql">The statement that makes the table.</param>
    protected static void PartitionedTable(MigrationBuilder migration, string table, int count, string sql)
    {
        Run(migration, sql);
        Run(migration, PartitionSql.Partitions(table, count));
    }

    /// <summary>Makes an index of a table in partitions while writes go on, outside of a transaction. What an earlier try left behind is removed first.</summary>
    /// <param name="migration">The migration, which does nothing else.</param>
    /// <param name="count">How many partitions.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The index.</param>
    /// <param name="unique">Whether no two rows may be equal in it.</param>
    /// <param name="where">The rows that are meant, as SQL; null for all.</param>
    /// <param name="descending">The direction of each column; empty for all going up.</param>
    /// <param name="columns">The columns.</param>
    protected static void PartitionedIndexConcurrently(
        MigrationBuilder migration, int count, string table, string name, bool unique, string? where, bool[] descending, params string[] columns) =>
        RunAlone(migration, PartitionSql.IndexConcurrently(count, table, name, unique, where, descending, columns));

    /// <summary>Gives partitions, and what belongs to them, the names of their tables.</summary>
    protected static void NamePartitions(MigrationBuilder migration) => Run(migration, PartitionSql.Names);
}
