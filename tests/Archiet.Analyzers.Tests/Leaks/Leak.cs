namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>A way in which code reaches rows of another tenant: run against PostgreSQL, and given to the rules.</summary>
/// <param name="Name">What it is, as in the list of ways that were measured.</param>
/// <param name="Body">Statements with <c>BlogContext db</c> of North and <c>World world</c> at hand, which return how many rows of South they read or wrote.</param>
/// <param name="Foreign">How many those are where row security does not hold.</param>
/// <param name="StoppedBy">The ids with which the build stops it; none for code that is in order.</param>
internal sealed record Leak(string Name, string Body, int Foreign, params string[] StoppedBy)
{
    /// <summary>Declarations beside the body.</summary>
    public string Members { get; init; } = "";

    /// <summary>A part of the exception with which the runtime refuses it at once, row security or not; null where only the build can.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many rows it reaches where row security holds: none, but for what never was in the database or is not asked of it.</summary>
    public int Fenced { get; init; }

    /// <summary>Whether the rules see it without the other leaks: where one of a project's models is built in ways that cannot be told, they say nothing of any.</summary>
    public bool IsJudgedAlone { get; init; }

    /// <summary>The class that the leak is compiled as.</summary>
    public string ClassName => "Leak_" + string.Concat(Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary>Its file.</summary>
    public string Source => $$"""
        public static class {{ClassName}}
        {
            public static async Task<int> Run(BlogContext db, World world)
            {
                await Task.Yield();
                {{Body}}
            }
            {{Members}}
        }
        """;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
