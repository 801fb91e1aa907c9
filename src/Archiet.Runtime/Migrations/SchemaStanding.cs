using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>How the database stands to this build, as the start found it and every later look: what asks before it writes.</summary>
internal sealed class SchemaStanding(ILogger<SchemaStanding> log)
{
    private volatile bool refusesWrites;
    private string told = "";

    /// <summary>Whether the database has the schema of a newer release, to which this one cannot write.</summary>
    public bool RefusesWrites => refusesWrites;

    /// <summary>Notes what a comparison showed; says it once.</summary>
    public void Note(SchemaComparison found)
    {
        refusesWrites = found.RefusesWrites;
        var unknown = string.Join(", ", found.Unknown.Select(migration => migration.Id));
        if (Interlocked.Exchange(ref told, unknown) == unknown || unknown.Length == 0)
        {
            return;
        }
        if (found.RefusesWrites)
        {
            MigrationLog.NewerAndBreaking(log, unknown);
        }
        else
        {
            MigrationLog.Newer(log, unknown);
        }
    }

    /// <summary>Throws where nothing may be written.</summary>
    public void DemandWrites()
    {
        if (refusesWrites)
        {
            throw new SchemaNewerException();
        }
    }
}
