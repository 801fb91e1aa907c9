namespace Archiet;

/// <summary>
/// Nothing was written: the database has the schema of a newer release, and this one would write to columns that are gone or mean something else, or read what is gone.
/// </summary>
public sealed class SchemaNewerException : Exception
{
    internal const string Text = "The database has the schema of a newer release of the app: this one only reads.";
    internal const string Missing = "The database has the schema of a newer release of the app, in which something is gone that this one needs here.";

    /// <summary>Makes the exception.</summary>
    public SchemaNewerException()
        : base(Text)
    {
    }

    /// <summary>Makes the exception.</summary>
    public SchemaNewerException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public SchemaNewerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
