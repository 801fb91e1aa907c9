using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>What the HTTP side writes to the log. No value of a row, a body or a query is ever among it.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    public static partial void RequestFailed(this ILogger log, Exception error, string method, string? path);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The database is not available")]
    public static partial void DatabaseUnavailable(this ILogger log, Exception error);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "The database refused a write of {Entity} with {SqlState}; answered {Status}")]
    public static partial void DatabaseRefused(this ILogger log, string entity, string sqlState, int status);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Information, Message = "{Method} {Path} was refused a write for {Code}; answered {Status}")]
    public static partial void WriteRefused(this ILogger log, string method, string? path, string code, int status);
}
