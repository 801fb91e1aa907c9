using Archiet.Sql;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet;

/// <summary>Columns of tables that are there, and what their rows hold.</summary>
public abstract partial class GenomeMigration
{
    /// <summary>Adds a column.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="fill">What the rows that there are get, as SQL; the column keeps no default of it. Null for the column's own default.</param>
    protected static void AddColumn(MigrationBuilder migration, string table, AddColumnOperation column, string? fill = null)
    {
        ArgumentNullException.ThrowIfNull(migration);
        ArgumentNullException.ThrowIfNull(column);
        column.Table = table;
        column.DefaultValueSql = fill ?? column.DefaultValueSql;
        migration.Operations.Add(column);
        if (fill is not null)
        {
            AlterColumn(migration, table, column.Name, "DROP DEFAULT");
        }
    }

    /// <summary>Changes a column.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="actions">What PostgreSQL is told to do with it, as in <c>TYPE text</c>, <c>DROP NOT NULL</c>, <c>SET DEFAULT 0</c>: all in one statement.</param>
    protected static void AlterColumn(MigrationBuilder migration, string table, string column, params string[] actions) =>
        Run(migration, TableSql.Alter(table, column, actions));

    /// <summary>Stops where rows stand against what later steps ask of them, before those close anything.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="asks">What they stand against.</param>
    /// <param name="broken">A query for what stands against it.</param>
    protected static void LookAtRows(MigrationBuilder migration, string table, string asks, string broken) => Run(migration, RowSql.Look(table, asks, broken));

    /// <summary>Gives rows another value of a column, all in one statement.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value as SQL over the columns of the row.</param>
    /// <param name="where">The rows that still lack it, as SQL.</param>
    protected static void FillColumn(MigrationBuilder migration, string table, string column, string value, string where) =>
        Run(migration, RowSql.Fill(table, column, value, where));

    /// <summary>The same, a few rows at a time and each time in a transaction of its own: begun again, it passes by what is done.</summary>
    protected static void FillColumnInBatches(MigrationBuilder migration, string table, string column, string value, string where) =>
        RunAlone(migration, RowSql.FillInBatches(table, column, value, where));

    /// <summary>Gives every tenant a row that it lacks; in a row that is there it renews some columns.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="renewed">The columns that a row that is there gets anew.</param>
    /// <param name="values">Each column with its value as SQL, where <c>$1</c> is the tenant; tenant and id first.</param>
    protected static void SeedRow(MigrationBuilder migration, string table, string[] renewed, params (string Column, string Sql)[] values) =>
        Run(migration, RowSql.Seed(table, values.Select(value => value.Column), values.Select(value => value.Sql), renewed));

    /// <summary>
    /// What a migration begins with that reads rows. To a session that does not say that it migrates row-level security shows none of them: a reference would be proved by
    /// rows that nobody looked at. It is refused, and may take its time otherwise.
    /// </summary>
    protected static void ReadsRows(MigrationBuilder migration) => Run(migration, RowSql.Begin);
}
