using Archiet.Emit;
using Archiet.Evolution.Databases;
using Archiet.Evolution.Genomes;
using Archiet.Model;
using Npgsql;

namespace Archiet.Evolution.Apps;

/// <summary>By the same plans as SQL, without a compiler or an app: what a test has time for.</summary>
internal sealed class ScriptApplier : IApplier
{
    private readonly HashSet<string> applied = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task ApplyAsync(Project project, Database database, Report report)
    {
        var history = project.History();
        report.Check("the history is whole", [.. history.Findings.Select(found => found.Message)]);
        var plans = history.Links.Select(MigrationPlanner.Plan).Where(plan => applied.Add(plan.Id)).ToList();
        await RunAsync(database, plans, isNew: applied.Count == plans.Count);
    }

    /// <inheritdoc/>
    public Task MakeAsync(Project project, Database database) =>
        RunAsync(database, [MigrationPlanner.Initial(Lowering.Lower(project.Bind()))], isNew: true);

    private static async Task RunAsync(Database database, IEnumerable<MigrationPlan> plans, bool isNew)
    {
        await using var connection = new NpgsqlConnection(database.AsMigrator);
        await connection.OpenAsync();
        await Database.ExecuteAsync(connection, $"SET ROLE \"{database.Roles.Owner}\"; SET app.migrating = 'on'; SET TimeZone = 'UTC'");
        if (isNew)
        {
            await RuntimeSchema.ApplyAsync(connection, database.Roles, CancellationToken.None);
        }
        foreach (var phase in plans.SelectMany(plan => plan.Phases))
        {
            await using var transaction = phase.Transactional ? await connection.BeginTransactionAsync() : null;
            foreach (var statement in SchemaSql.Of(phase))
            {
                await Database.ExecuteAsync(connection, statement);
            }
            if (transaction is not null)
            {
                await transaction.CommitAsync();
            }
        }
    }
}
