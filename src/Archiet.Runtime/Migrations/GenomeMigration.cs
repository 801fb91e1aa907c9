using Archiet.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet;

/// <summary>What becomes of a row when the row it refers to is deleted.</summary>
public enum OnDelete
{
    /// <summary>The delete is refused.</summary>
    Restrict,

    /// <summary>The row is deleted too.</summary>
    Cascade,

    /// <summary>The reference becomes null; the tenant stays.</summary>
    SetNull,
}

/// <summary>
/// The base of every emitted migration. Its operations carry types themselves, so the target model is empty but for the product version,
/// and a hundred migrations cost the compiler no more than a hundred short lists.
/// </summary>
public abstract partial class GenomeMigration : Migration
{
    /// <summary>The version of Entity Framework in use, as its models note it.</summary>
    public static string ProductVersion { get; } = ProductInfo.GetVersion();

    /// <inheritdoc/>
    protected sealed override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasAnnotation("ProductVersion", ProductVersion);
    }

    /// <summary>A column; what Entity Framework wants to know of it beside its PostgreSQL type follows from that.</summary>
    protected static AddColumnOperation Column(string name, string type, bool nullable = false, string? computed = null, string? defaultSql = null)
    {
        var known = ColumnType.Read(type);
        return new()
        {
            Name = name,
            ClrType = known.Clr,
            ColumnType = type,
            IsNullable = nullable,
            MaxLength = known.MaxLength,
            Precision = known.Precision,
            Scale = known.Scale,
            ComputedColumnSql = computed,
            IsStored = computed is null ? null : true,
            DefaultValueSql = defaultSql,
        };
    }

    /// <summary>A check of a table.</summary>
    protected static AddCheckConstraintOperation Check(string name, string sql) => new() { Name = name, Sql = sql };

    /// <summary>Makes a table with the key (tenant_id, id).</summary>
    protected static void Table(MigrationBuilder migration, string table, string primaryKey, AddColumnOperation[] columns, AddCheckConstraintOperation[]? checks = null) =>
        Table(migration, table, primaryKey, ["tenant_id", "id"], columns, checks);

    /// <summary>Makes the table of a link: tenant and the ids of both rows, which are its key.</summary>
    protected static void LinkTable(MigrationBuilder migration, string table, string primaryKey, string owner, string target) =>
        Table(migration, table, primaryKey, ["tenant_id", owner, target], [Column("tenant_id", "uuid"), Column(owner, "uuid"), Column(target, "uuid")], null);

    private static void Table(
        MigrationBuilder migration, string table, string primaryKey, string[] key, AddColumnOperation[] columns, AddCheckConstraintOperation[]? checks)
    {
        ArgumentNullException.ThrowIfNull(migration);
        ArgumentNullException.ThrowIfNull(columns);
        var create = new CreateTableOperation
        {
            Name = table,
            PrimaryKey = new AddPrimaryKeyOperation { Name = primaryKey, Table = table, Columns = key },
        };
        foreach (var column in columns)
        {
            column.Table = table;
            create.Columns.Add(column);
        }
        foreach (var check in checks ?? [])
        {
            check.Table = table;
            create.CheckConstraints.Add(check);
        }
        migration.Operations.Add(create);
    }

    /// <summary>
    /// Fences a table: row-level security, forced on its owner too. A session sees the rows of the tenant it has set, none without one; only the owner's
    /// session that says it migrates sees all of them, as it must to validate references and to fill columns.
    /// </summary>
    protected static void TenantPolicies(MigrationBuilder migration, string table, string owner) => Run(migration, TableSql.Policies(table, owner));

    /// <summary>Runs a statement of the user's outside of a transaction, as long as it takes.</summary>
    protected static void SqlAlone(MigrationBuilder migration, string sql) => RunAlone(migration, sql);

    private static void Run(MigrationBuilder migration, string sql)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql(sql);
    }

    // Outside of a transaction, and as long as it takes.
    private static void RunAlone(MigrationBuilder migration, params string[] statements)
    {
        ArgumentNullException.ThrowIfNull(migration);
        foreach (var statement in (string[])[RowSql.TakeTime, .. statements, RowSql.GiveTimeBack])
        {
            migration.Sql(statement, suppressTransaction: true);
        }
    }
}
