using Archiet.Sql;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet;

/// <summary>Indexes, and what rows are held to.</summary>
public abstract partial class GenomeMigration
{
    /// <summary>Makes an index.</summary>
    protected static void Index(MigrationBuilder migration, string table, string name, bool unique, params string[] columns) =>
        Index(migration, new CreateIndexOperation { Name = name, Table = table, Columns = columns, IsUnique = unique });

    /// <summary>Makes an index over some of the rows.</summary>
    protected static void PartialIndex(MigrationBuilder migration, string table, string name, bool unique, string where, params string[] columns) =>
        Index(migration, new CreateIndexOperation { Name = name, Table = table, Columns = columns, IsUnique = unique, Filter = where });

    /// <summary>Makes an index whose columns differ in their direction.</summary>
    protected static void OrderIndex(MigrationBuilder migration, string table, string name, bool unique, bool[] descending, params string[] columns) =>
        Index(migration, new CreateIndexOperation { Name = name, Table = table, Columns = columns, IsUnique = unique, IsDescending = descending });

    /// <summary>Makes an index while writes go on, outside of a transaction. What an earlier try left behind is removed first.</summary>
    /// <param name="migration">The migration, which does nothing else.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The index.</param>
    /// <param name="unique">Whether no two rows may be equal in it.</param>
    /// <param name="where">The rows that are meant, as SQL; null for all.</param>
    /// <param name="descending">The direction of each column; empty for all going up.</param>
    /// <param name="columns">The columns.</param>
    protected static void IndexConcurrently(
        MigrationBuilder migration, string table, string name, bool unique, string? where, bool[] descending, params string[] columns) =>
        RunAlone(migration, TableSql.DropIndexConcurrently(name), TableSql.Index(table, name, unique, where, descending, columns, concurrently: true));

    /// <summary>Removes an index while writes go on, outside of a transaction.</summary>
    protected static void DropIndexConcurrently(MigrationBuilder migration, string name) => RunAlone(migration, TableSql.DropIndexConcurrently(name));

    /// <summary>
    /// Keeps rows apart that have the same values, once a statement has written all of its rows: two of them may exchange theirs. To Entity Framework it is a unique
    /// index, and an index of that name is behind it.
    /// </summary>
    protected static void Unique(MigrationBuilder migration, string table, string name, params string[] columns) => Run(migration, TableSql.Unique(table, name, columns));

    /// <summary>The same of a unique index of that name that is there.</summary>
    protected static void UseIndex(MigrationBuilder migration, string table, string name) => Run(migration, TableSql.UseIndex(table, name));

    /// <summary>Adds a check.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The check.</param>
    /// <param name="sql">The condition.</param>
    /// <param name="valid">Whether the rows that there are must hold it now; where not, <see cref="ValidateConstraint"/> asks later.</param>
    protected static void AddCheck(MigrationBuilder migration, string table, string name, string sql, bool valid = true) =>
        Run(migration, TableSql.Check(table, name, sql, valid));

    /// <summary>Ties a column to the rows of the same tenant in another table.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="column">The column.</param>
    /// <param name="principal">The table that it leads to.</param>
    /// <param name="onDelete">What becomes of a row when the one it leads to goes.</param>
    /// <param name="valid">As of <see cref="AddCheck"/>.</param>
    protected static void ForeignKey(MigrationBuilder migration, string table, string name, string column, string principal, OnDelete onDelete, bool valid = true)
    {
        // Of the two columns only the reference may become null: Entity Framework cannot say so, and without the list PostgreSQL would null the tenant too.
        var action = onDelete switch
        {
            OnDelete.Cascade => "CASCADE",
            OnDelete.SetNull => "SET NULL",
            _ => "RESTRICT",
        };
        Run(migration, TableSql.Reference(table, name, column, principal, action, valid));
    }

    /// <summary>Holds the rows that there are to a check or a reference, while reads and writes go on.</summary>
    protected static void ValidateConstraint(MigrationBuilder migration, string table, string name) => Run(migration, TableSql.Validate(table, name));

    /// <summary>Removes a check, a reference, an exclusion, or what keeps rows apart when a statement ends.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="ifThere">Whether it may be gone already.</param>
    protected static void DropConstraint(MigrationBuilder migration, string table, string name, bool ifThere = false) =>
        Run(migration, TableSql.Drop(table, name, ifThere));

    /// <summary>Renames a constraint, and the index that is behind it.</summary>
    protected static void RenameConstraint(MigrationBuilder migration, string table, string from, string to) => Run(migration, TableSql.Rename(table, from, to));

    /// <summary>Keeps the ranges of rows apart that have the same key: one constraint behind an index, whatever writes come at once.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="range">A range over columns of the row, as SQL.</param>
    /// <param name="where">Which rows count, as SQL; empty for all.</param>
    /// <param name="key">The columns, beside the tenant, whose values must be equal for two rows to be in each other's way.</param>
    protected static void NoOverlap(MigrationBuilder migration, string table, string name, string range, string where, params string[] key) =>
        Run(migration, TableSql.Exclusion(table, name, range, where, key));

    private static void Index(MigrationBuilder migration, CreateIndexOperation index)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Operations.Add(index);
    }
}
