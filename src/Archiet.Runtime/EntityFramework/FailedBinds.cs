using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Archiet;

/// <summary>
/// Lets a connection forget what it prepared when a command of a context failed over a value. Npgsql prepares a statement at its second use, and takes it for prepared once it is
/// parsed: where PostgreSQL then refuses the value that is bound, the columns of the answer were never read, and the next use of the statement, in whoever's request, breaks the
/// connection (github.com/npgsql/npgsql/issues/6391).
/// </summary>
internal sealed class FailedBinds : IDbCommandInterceptor, IDbConnectionInterceptor
{
    public static readonly FailedBinds Instance = new();

    /// <summary>The class of SQLSTATEs of constraints: they are broken when a statement runs, long after it was bound.</summary>
    private const string Constraints = "23";

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Note(eventData);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData);
        return Task.CompletedTask;
    }

    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Forget(connection, eventData);
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Forget(connection, eventData);
        return new(result);
    }

    /// <summary>Whether an error may have come between the parsing of a statement and its run. Of a save the context asks: a batch of rows fails while its answers are read, of which no interceptor is told.</summary>
    public static bool MayBe(Exception? error) => error is PostgresException { SqlState: var state } && !state.StartsWith(Constraints, StringComparison.Ordinal);

    private static void Note(CommandErrorEventData failure)
    {
        if (failure.Context is EntityContext context)
        {
            context.HasFailedBind |= MayBe(failure.Exception);
        }
    }

    // Not at once: the transaction of the failure takes no command any more.
    private static void Forget(DbConnection connection, ConnectionEventData closing)
    {
        if (closing.Context is EntityContext { HasFailedBind: true } context && connection is NpgsqlConnection { FullState: System.Data.ConnectionState.Open } open)
        {
            open.UnprepareAll();
            context.HasFailedBind = false;
        }
    }
}
