using Archiet.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet;

/// <summary>What holds the rules of a genome in the database: for Entity Framework's own writes, and for whoever comes with SQL.</summary>
public abstract partial class GenomeMigration
{
    /// <summary>The SQLSTATE of a migration that lacks what only an administrator of the database can give; its message says what.</summary>
    internal const string AdministratorNeeded = TableSql.AdministratorNeeded;

    /// <summary>
    /// Adds an extension, unless an administrator has. Those that are trusted (PostgreSQL 13 and later) need no superuser: the owner of the database may add them.
    /// </summary>
    protected static void Extension(MigrationBuilder migration, string name) => Run(migration, TableSql.Extension(name));

    /// <summary>
    /// Holds of a table what no check can: a function of the table's own, run behind every row that is inserted or updated, with the rights of whoever writes, so
    /// that row-level security is in force within it.
    /// </summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The function and the trigger.</param>
    /// <param name="rules">What <see cref="Ways"/>, <see cref="Once"/> and <see cref="Holds"/> say.</param>
    protected static void RowTrigger(MigrationBuilder migration, string table, string name, params string[] rules) => Trigger(migration, table, name, null, rules);

    /// <summary>The same when the transaction ends: for what is only right when several rows are written.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The function and the trigger.</param>
    /// <param name="events">What is answered to, as in <c>INSERT OR UPDATE OR DELETE</c>.</param>
    /// <param name="rules">What <see cref="HoldsOf"/> and <see cref="Holds"/> say.</param>
    protected static void DeferredTrigger(MigrationBuilder migration, string table, string name, string events, params string[] rules) =>
        Trigger(migration, table, name, events, rules);

    /// <summary>Removes a trigger and its function.</summary>
    protected static void DropTrigger(MigrationBuilder migration, string table, string name) => Run(migration, TriggerSql.Drop(table, name));

    /// <summary>A column that holds a state: a row begins in one, and goes from one to another along the ways that there are.</summary>
    /// <param name="constraint">The name that a refusal carries.</param>
    /// <param name="column">The column.</param>
    /// <param name="initial">The state of a new row.</param>
    /// <param name="ways">From where to where.</param>
    protected static string Ways(string constraint, string column, string initial, params (string From, string To)[] ways) =>
        TriggerSql.Ways(constraint, column, initial, ways);

    /// <summary>Columns that keep what they were given when the row was made.</summary>
    protected static string Once(string constraint, params string[] columns) => TriggerSql.Once(constraint, columns);

    /// <summary>A condition that is not false of any row as it is written.</summary>
    /// <param name="constraint">The name that a refusal carries.</param>
    /// <param name="condition">The condition, as SQL over <c>NEW</c>.</param>
    /// <param name="columns">The columns whose change asks for it; none for every write.</param>
    protected static string Holds(string constraint, string condition, params string[] columns) => TriggerSql.Holds(constraint, condition, columns);

    /// <summary>A condition that is not false, when the transaction ends, of the row of a table that the written row names; of one that is gone nothing is asked.</summary>
    /// <param name="constraint">The name that a refusal carries.</param>
    /// <param name="table">The table of the row.</param>
    /// <param name="column">The column of the written row that names it: <c>id</c> for the row itself.</param>
    /// <param name="condition">The condition, as SQL over the table's columns.</param>
    protected static string HoldsOf(string constraint, string table, string column, string condition) => TriggerSql.HoldsOf(constraint, table, column, condition);

    /// <summary>
    /// Gives the owner of the written row another version, unless the transaction has written the owner itself: what is read with the owner has changed. An owner that
    /// a later transaction has written meanwhile has one already.
    /// </summary>
    /// <param name="table">The table of the owner.</param>
    /// <param name="column">The column of the written row that names it.</param>
    protected static string Touch(string table, string column) => TriggerSql.Touch(table, column);

    /// <summary>
    /// A reference that leads to no row that is marked as deleted when it is made, refused as if the row were gone. The row that it leads to is locked against a mark
    /// until the transaction ends, as the foreign key locks it against removal.
    /// </summary>
    /// <param name="foreignKey">The foreign key, whose name a refusal carries.</param>
    /// <param name="column">The column of the reference.</param>
    /// <param name="principal">The table that it leads to.</param>
    protected static string Live(string foreignKey, string column, string principal) => TriggerSql.Live(foreignKey, column, principal);

    private static void Trigger(MigrationBuilder migration, string table, string name, string? events, string[] rules)
    {
        Run(migration, TriggerSql.Function(name, rules));
        Run(migration, TriggerSql.Trigger(table, name, events));
    }
}
