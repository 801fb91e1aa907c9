using Archiet.Genome;

namespace Archiet.Generators.Steps;

/// <summary>Why a step gave nothing: a defect of ours, never of the genome.</summary>
/// <param name="Step">The step's tracking name.</param>
/// <param name="Text">The exception, on one line.</param>
internal sealed record Failure(string Step, string Text)
{
    /// <summary>What an exception says, on one line, so that every host shows all of it.</summary>
    public static Failure Of(string step, Exception exception) =>
        new(step, string.Join(" | ", exception.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim())));
}

/// <summary>
/// What a step gave: a value, or a failure in its place. A class, like everything that flows through the pipeline, and of one type for all steps: see <see cref="PipelineValue{T}"/>.
/// </summary>
internal sealed record Outcome(object? Value, Failure? Failure);

/// <summary>That something was begun.</summary>
internal sealed record Begun
{
    /// <summary>It says nothing of what.</summary>
    public static Begun Instance { get; } = new();
}

/// <summary>Two values.</summary>
internal sealed record Both<TLeft, TRight>(TLeft Left, TRight Right)
    where TLeft : class?
    where TRight : class?;

/// <summary>All values of a sequence, in its order.</summary>
internal sealed record Items<T>(EquatableArray<T> All)
    where T : class, IEquatable<T>;
