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

    /// <summary>Gives partitions, and what belongs to them, the names of their tables.</summary>
    protected static void NamePartitions(MigrationBuilder migration) => Run(migration, PartitionSql.Names);
}
