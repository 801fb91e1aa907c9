using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Archiet;

/// <summary>What a caller is told when the database refuses or does not answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The problem's code.</param>
/// <param name="Title">The sentence.</param>
/// <param name="Constraint">The constraint that the row ran into, with its fields.</param>
internal sealed record DatabaseProblem(int Status, string Code, string Title, Constraint? Constraint = null)
{
    /// <summary>The SQLSTATE of <c>archiet.refuse</c>.</summary>
    private const string RowRefused = "AR403";

    private static readonly DatabaseProblem
        Referenced = new(StatusCodes.Status409Conflict, "referenced", "Other rows refer to this one."),
        Missing = new(StatusCodes.Status409Conflict, "reference", "A row that is referred to does not exist."),
        Taken = new(StatusCodes.Status409Conflict, "unique", "A row with these values exists already."),
        Conflict = new(StatusCodes.Status409Conflict, "conflict", "Another change came first; try again."),
        Forbidden = new(StatusCodes.Status403Forbidden, "forbidden", "Your roles do not allow the row as it would be."),
        Invalid = new(StatusCodes.Status422UnprocessableEntity, "invalid", "The database does not take a value of the request."),
        Unavailable = new(StatusCodes.Status503ServiceUnavailable, "unavailable", "");

    /// <summary>The state by which <c>archiet.refuse_row</c> refuses the id of a row that its owner does not have; the message is the id.</summary>
    public const string UnknownRow = "AR422";

    /// <summary>A write met another version of its row than the one that was read.</summary>
    public static readonly DatabaseProblem Changed = new(StatusCodes.Status409Conflict, "changed", "The row has changed since it was read.");

    /// <summary>A reference would lead nowhere: its row is not there, or is about to go.</summary>
    public static readonly DatabaseProblem Dangling = new(StatusCodes.Status409Conflict, "reference", "A row would refer to one that does not exist.");

    /// <summary>Whether the same write may do later: nothing is wrong with it.</summary>
    public bool IsPassing => this == Unavailable || this == Conflict;

    /// <summary>The problem behind an error, or null for what is nobody's fault but ours.</summary>
    /// <param name="error">What Npgsql threw.</param>
    /// <param name="table">Whose constraints the error may name; null for a delete, where the constraint is that of a row that refers to this one.</param>
    public static DatabaseProblem? Of(NpgsqlException error, EntityTable? table)
    {
        if (error is not PostgresException refusal)
        {
            // The server cannot be reached, went away, did not answer in time, or all connections are in use.
            return Unavailable;
        }
        if (table is not null && refusal.ConstraintName is { } name && table.Layout.Constraints.TryGetValue(name, out var constraint))
        {
            return Of(constraint);
        }
        return refusal.SqlState switch
        {
            RowRefused => Forbidden,
            PostgresErrorCodes.ForeignKeyViolation => table is null ? Referenced : Missing,
            PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation => Taken,
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Conflict,
            PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.NumericValueOutOfRange or PostgresErrorCodes.CharacterNotInRepertoire
                or PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.DatetimeFieldOverflow or PostgresErrorCodes.CheckViolation
                or PostgresErrorCodes.NotNullViolation or UnknownRow => Invalid,
            PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.TooManyConnections
                or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => Unavailable,
            _ => null,
        };
    }

    /// <summary>The problem of a row that does not keep to a constraint.</summary>
    public static DatabaseProblem Of(Constraint constraint) => new(constraint.Status, constraint.Code, constraint.Message, constraint);

    /// <summary>Answers with the problem.</summary>
    public Task WriteAsync(HttpContext http, EntityTable? table, Findings findings)
    {
        if (this == Unavailable)
        {
            return Problems.UnavailableAsync(http);
        }
        if (table is not null && Constraint is { } constraint)
        {
            findings.Add(table, constraint.Fields, constraint.Code, constraint.Message);
        }
        return Status == StatusCodes.Status422UnprocessableEntity && findings.Any
            ? Problems.InvalidAsync(http, findings)
            : Problems.WriteAsync(http, Status, Code, Title, findings);
    }
}
