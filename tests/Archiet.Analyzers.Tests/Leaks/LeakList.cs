namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Every way that was measured.</summary>
internal static class LeakList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Leak> All { get; } =
        [.. ReadLeaks.All, .. SqlLeaks.All, .. ModelLeaks.All, .. WriteLeaks.All, .. TrackedLeaks.All, .. LifetimeLeaks.All, .. OutsideLeaks.All, .. NoLeaks.All];
}
