namespace Archiet.Sql;

/// <summary>The lock of whoever migrates a database: an app at its start, or a person with scripts.</summary>
internal static class MigrationLock
{
    /// <summary>The key of the advisory lock.</summary>
    public const long Key = 0x4172_6368_6965_7401;
}
