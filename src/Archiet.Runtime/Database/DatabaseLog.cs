using Microsoft.Extensions.Logging;

namespace Archiet;

internal static partial class DatabaseLog
{
    [LoggerMessage(EventId = 1011, EventName = nameof(MakingCluster), Level = LogLevel.Information, Message = "Making a private PostgreSQL {Major} cluster in {Folder}")]
    public static partial void MakingCluster(ILogger log, string folder, int major);

    [LoggerMessage(EventId = 1012, EventName = nameof(ClusterStarted), Level = LogLevel.Information, Message = "The private PostgreSQL cluster in {Folder} is running")]
    public static partial void ClusterStarted(ILogger log, string folder);

    [LoggerMessage(EventId = 1013, EventName = nameof(OtherMajor), Level = LogLevel.Warning,
        Message = "The private cluster was made by PostgreSQL {Made} and only {Found} is installed: it is made anew, and the data in it is gone")]
    public static partial void OtherMajor(ILogger log, int made, int found);

    [LoggerMessage(EventId = 1014, EventName = nameof(MemberNotMade), Level = LogLevel.Warning,
        Message = "No development account of role {Role}: the examples in the genome make no member row ({Reason})")]
    public static partial void MemberNotMade(ILogger log, string role, string reason);

    [LoggerMessage(EventId = 1015, EventName = nameof(StartRefused), Level = LogLevel.Debug, Message = "The start was refused by {Details}")]
    public static partial void StartRefused(ILogger log, string details);
}
