using System.Globalization;
using Archiet.Sql;

namespace Archiet.Emit;

/// <summary>
/// What every script for psql begins and ends with. It acts as the owner and holds the lock that an app holds while it migrates. The lock is tried in a loop that ends
/// its transaction each time: a session that waited inside the server would stand in the way of an index that whoever has the lock is making.
/// </summary>
public static class ScriptFrame
{
    /// <summary>What gives the lock back.</summary>
    public static string End { get; } = "SELECT pg_advisory_unlock(" + Key + ") AS unlocked \\gset\n";

    private static string Key => MigrationLock.Key.ToString(CultureInfo.InvariantCulture);

    /// <summary>What comes first.</summary>
    /// <param name="id">What the script is called.</param>
    /// <param name="owner">The role that owns the tables.</param>
    /// <param name="lockTimeout">How long a statement waits for what somebody else has locked.</param>
    public static string Begin(string id, string owner, string lockTimeout) =>
        "-- " + id + ": run with psql, by a role that may act as \"" + owner + "\".\n"
        + "\\set ON_ERROR_STOP on\n"
        + "SET ROLE " + SqlText.Quote(owner) + ";\n"
        + "SET app.migrating = 'on';\nSET TIME ZONE 'UTC';\nSET client_min_messages = warning;\nSET lock_timeout = '" + lockTimeout + "';\n"
        + "DO $$ BEGIN WHILE NOT pg_try_advisory_lock(" + Key + ") LOOP COMMIT; PERFORM pg_sleep(0.1); COMMIT; END LOOP; END $$;\n";
}
