using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Archiet;

/// <summary>Keeps a context from writing while the database has the schema of a newer release, whatever the context is asked to write with.</summary>
internal sealed class SchemaCommands(SchemaStanding standing) : DbCommandInterceptor, ISaveChangesInterceptor
{
    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        standing.DemandWrites();
        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        standing.DemandWrites();
        return new(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        standing.DemandWrites();
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        standing.DemandWrites();
        return new(result);
    }
}
