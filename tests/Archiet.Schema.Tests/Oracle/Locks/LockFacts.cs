using Npgsql;

namespace Archiet.Schema.Tests.Oracle.Locks;

/// <summary>What PostgreSQL itself says that a step locked, wrote and read.</summary>
/// <param name="Mode">The strongest lock on the table that more than reads wait for; null for none.</param>
/// <param name="OtherMode">The same of the table that it leads to.</param>
/// <param name="Rewrites">Whether the table lies in another file now.</param>
/// <param name="Scans">Whether all its rows were read.</param>
internal sealed record LockFacts(string? Mode, string? OtherMode, bool Rewrites, bool Scans)
{
    private static readonly string[] Modes = ["RowShare", "RowExclusive", "ShareUpdateExclusive", "Share", "ShareRowExclusive", "Exclusive", "AccessExclusive"];

    private static readonly string[] Readings = ["verifying table \"t\"", "rewriting table \"t\"", "validating foreign key constraint", "on table \"t\""];

    /// <summary>Runs a step in a transaction, looks, and undoes it.</summary>
    public static LockFacts Of(NpgsqlConnection owner, LockCase of)
    {
        Server.Clear(owner);
        owner.Run(LockCase.Tables + of.Before);
        var heard = new List<string>();
        owner.Notice += Hear;
        owner.Run("BEGIN; SET LOCAL client_min_messages = debug1");
        var (table, other) = (owner.Query("SELECT 't'::regclass::oid::text")[0], owner.Query("SELECT 'p'::regclass::oid::text")[0]);
        var (file, scans) = (File(owner, table), ScansOf(owner, table));
        foreach (var statement in SchemaSql.Of(of.Step))
        {
            owner.Run(statement);
        }
        var rewrites = File(owner, table) is var now && now.Count > 0 && now[0] != file[0];
        var facts = new LockFacts(
            ModeOn(owner, table), ModeOn(owner, other), rewrites,
            rewrites || ScansOf(owner, table) > scans || heard.Exists(static notice => Readings.Any(reading => notice.Contains(reading, StringComparison.Ordinal))));
        owner.Run("ROLLBACK");
        owner.Notice -= Hear;
        return facts;

        void Hear(object sender, NpgsqlNoticeEventArgs notice) => heard.Add(notice.Notice.MessageText);
    }

    /// <summary>The strongest of modes as <c>pg_locks</c> calls them.</summary>
    public static string? Strongest(IEnumerable<string> modes) => modes.Select(static mode => mode[..^"Lock".Length]).OrderBy(static mode => Array.IndexOf(Modes, mode)).LastOrDefault();

    private static string? ModeOn(NpgsqlConnection owner, string table) =>
        Strongest(owner.Query($"SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND relation = {table} AND granted AND mode <> 'AccessShareLock'"));

    private static List<string> File(NpgsqlConnection owner, string table) => owner.Query($"SELECT relfilenode::text FROM pg_class WHERE oid = {table}");

    private static long ScansOf(NpgsqlConnection owner, string table) =>
        long.Parse(owner.Query($"SELECT coalesce(sum(seq_scan), 0)::text FROM pg_stat_xact_all_tables WHERE relid = {table}")[0], System.Globalization.CultureInfo.InvariantCulture);
}
