namespace Archiet;

/// <summary>What a start may do with a configured database; the section <c>Archiet:Migrations</c> of the configuration.</summary>
internal sealed class MigrationOptions
{
    public const string Section = "Archiet:Migrations";

    /// <summary>The full name of <see cref="AllowPending"/>.</summary>
    public const string AllowPendingSetting = $"{Section}:{nameof(AllowPending)}";

    /// <summary>
    /// Whether changes of the schema that are not sealed are applied to a configured database, which keeps them. Where it is not set, they are in Development alone, and on this machine alone: a
    /// launch profile makes every <c>dotnet run</c> one in Development. The private database of Development gets them whatever is said here.
    /// </summary>
    public bool? AllowPending { get; set; }

    /// <summary>What follows from that for a configured database. Nothing is undone outside of Development.</summary>
    /// <param name="isDevelopment">Whether somebody develops.</param>
    /// <param name="isLocal">Whether the database is on this machine.</param>
    public PendingPolicy Policy(bool isDevelopment, bool isLocal) =>
        !(AllowPending ?? (isDevelopment && isLocal)) ? PendingPolicy.Refuse : isDevelopment ? PendingPolicy.Replace : PendingPolicy.Apply;
}
