using Microsoft.Extensions.Logging;

namespace Archiet;

internal static partial class MigrationLog
{
    [LoggerMessage(EventId = 1001, EventName = nameof(Migrating), Level = LogLevel.Information, Message = "Migrating database {Database} to schema {SchemaHash}")]
    public static partial void Migrating(ILogger log, string database, string schemaHash);

    [LoggerMessage(EventId = 1002, EventName = nameof(Migrated), Level = LogLevel.Information, Message = "Database {Database} has schema {SchemaHash}")]
    public static partial void Migrated(ILogger log, string database, string schemaHash);

    [LoggerMessage(EventId = 1003, EventName = nameof(MadeAnew), Level = LogLevel.Warning,
        Message = "The schema changed: the development database {Database} is made anew, and the data in it is gone (until schema history exists)")]
    public static partial void MadeAnew(ILogger log, string database);
}
