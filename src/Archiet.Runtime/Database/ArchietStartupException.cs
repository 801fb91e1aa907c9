namespace Archiet;

/// <summary>
/// The app cannot start as it is configured; the message says why and what to do. Where nobody catches it, the process ends with the message on standard error and
/// exit code 1.
/// </summary>
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

    /// <summary>The message, with where it was thrown and what is behind it.</summary>
    internal string Details => base.ToString();

    /// <summary>The message alone: the configuration is at fault, and no line of code that a stack could lead to. The log has the rest at level Debug.</summary>
    public override string ToString() => Message;
}
