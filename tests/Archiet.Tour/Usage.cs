using Archiet.Conformance.Apps;

namespace Archiet.Tour;

/// <summary>What to type.</summary>
internal static class Usage
{
    /// <summary>Says so, and returns the exit code of a call that was wrong.</summary>
    public static int Show()
    {
        Console.Error.WriteLine($"usage: dotnet run --project tests/Archiet.Tour -- {string.Join(" | ", SampleApps.Names)}");
        return 2;
    }
}
