using Microsoft.Extensions.Logging;

namespace Archiet;

internal static partial class MigrationLog
{
    [LoggerMessage(EventId = 1001, EventName = nameof(Migrating), Level = LogLevel.Information, Message = "Migrating database {Database} to {Newest}; migrations to apply: {Count}")]
    public static partial void Migrating(ILogger log, string database, int count, string newest);

    [LoggerMessage(EventId = 1002, EventName = nameof(Migrated), Level = LogLevel.Information, Message = "Database {Database} is migrated, in {Milliseconds} ms")]
    public static partial void Migrated(ILogger log, string database, long milliseconds);

    [LoggerMessage(EventId = 1003, EventName = nameof(MadeAnew), Level = LogLevel.Warning,
        Message = "The development database {Database} is made anew, and the data in it is gone: {Reason}")]
    public static partial void MadeAnew(ILogger log, string database, string reason);

    [LoggerMessage(EventId = 1004, EventName = nameof(Applied), Level = LogLevel.Information, Message = "Applied migration {Migration} in {Milliseconds} ms ({Number} of {Count})")]
    public static partial void Applied(ILogger log, string migration, long milliseconds, int number, int count);

    [LoggerMessage(EventId = 1005, EventName = nameof(StillRunning), Level = LogLevel.Information, Message = "Migration {Migration} has been running for {Seconds} s")]
    public static partial void StillRunning(ILogger log, string migration, int seconds);

    [LoggerMessage(EventId = 1016, EventName = nameof(Progress), Level = LogLevel.Information, Message = "Migration {Migration}: {Progress}")]
    public static partial void Progress(ILogger log, string migration, string progress);

    [LoggerMessage(EventId = 1006, EventName = nameof(Blocked), Level = LogLevel.Information,
        Message = "Migration {Migration} found something locked that it needs; it is tried again (try {Try} of {Tries})")]
    public static partial void Blocked(ILogger log, string migration, int @try, int tries);

    [LoggerMessage(EventId = 1007, EventName = nameof(Waiting), Level = LogLevel.Information, Message = "Another process has been migrating database {Database} for {Seconds} s; waiting")]
    public static partial void Waiting(ILogger log, string database, int seconds);

    [LoggerMessage(EventId = 1008, EventName = nameof(TakenOver), Level = LogLevel.Information, Message = "What database {Database} had as pending is now known to it as {Migration}")]
    public static partial void TakenOver(ILogger log, string database, string migration);

    [LoggerMessage(EventId = 1009, EventName = nameof(Undoing), Level = LogLevel.Warning,
        Message = "The pending changes in database {Database} are not those of this build: they are undone, and with them goes what is in the columns and tables that they added")]
    public static partial void Undoing(ILogger log, string database);

    [LoggerMessage(EventId = 1010, EventName = nameof(Rebased), Level = LogLevel.Information,
        Message = "What database {Database} had as {OldId} was put behind another migration and is now known to it as {Migration}")]
    public static partial void Rebased(ILogger log, string database, string oldId, string migration);

    [LoggerMessage(EventId = 1021, EventName = nameof(Newer), Level = LogLevel.Information,
        Message = "The database has migrations of a newer release, to which this one can write: {Migrations}")]
    public static partial void Newer(ILogger log, string migrations);

    [LoggerMessage(EventId = 1022, EventName = nameof(NewerAndBreaking), Level = LogLevel.Warning,
        Message = "The database has migrations of a newer release, to which this one cannot write: {Migrations}. Reads are served, writes are refused")]
    public static partial void NewerAndBreaking(ILogger log, string migrations);
}
