namespace Archiet;

/// <summary>The app cannot start as it is configured; the message says why and what to do.</summary>
public sealed class ArchietStartupException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ArchietStartupException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public ArchietStartupException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public ArchietStartupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
