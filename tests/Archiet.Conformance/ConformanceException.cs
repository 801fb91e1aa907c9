namespace Archiet.Conformance;

/// <summary>A check could not even be made: the app did not start, a log-in failed, the document is not what a generated app serves.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>For serializers and the like.</summary>
    public ConformanceException()
    {
    }

    /// <summary>With what went wrong.</summary>
    public ConformanceException(string message)
        : base(message)
    {
    }

    /// <summary>With what went wrong and what it came from.</summary>
    public ConformanceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
