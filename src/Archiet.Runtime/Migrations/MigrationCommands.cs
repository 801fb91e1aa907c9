using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet;

/// <summary>A statement of a migration.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="InTransaction">Whether PostgreSQL does it in a transaction.</param>
internal sealed record MigrationStatement(string Sql, bool InTransaction)
{
    /// <summary>Whether it waits for what others do without anybody waiting behind it.</summary>
    public bool WaitsAside => !InTransaction && Sql.Contains("CONCURRENTLY", StringComparison.Ordinal);
}

/// <summary>An Entity Framework migration as the statements that its provider makes of it.</summary>
internal sealed class MigrationCommands(DbContext context)
{
    private readonly IMigrationsSqlGenerator generator = context.GetService<IMigrationsSqlGenerator>();
    private readonly IModelRuntimeInitializer initializer = context.GetService<IModelRuntimeInitializer>();

    /// <summary>Makes the migration.</summary>
    public Migration Create(AppMigration migration) => migration.Create(context.Database.ProviderName);

    /// <summary>What it does.</summary>
    public IReadOnlyList<MigrationStatement> Up(Migration migration) => Statements(migration, migration.UpOperations);

    /// <summary>What undoes it.</summary>
    public IReadOnlyList<MigrationStatement> Down(Migration migration) => Statements(migration, migration.DownOperations);

    private List<MigrationStatement> Statements(Migration migration, IReadOnlyList<MigrationOperation> operations)
    {
        IModel model = initializer.Initialize(migration.TargetModel, designTime: true, validationLogger: null);
        return [.. generator.Generate(operations, model).Select(command => new MigrationStatement(command.CommandText, !command.TransactionSuppressed))];
    }
}
