using Archiet.Genome;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// Steps that cannot take the whole generator down: an exception that leaves a step makes the compiler drop every emitted source, with a mere warning
/// CS8785. Here it becomes a failure, which is reported as an error, and the other outputs live. Cancellation passes.
/// </summary>
internal static class GuardedSteps
{
    /// <summary>
    /// A named step for each value; a failed one has no value. The values of a step know nothing of each other: all that are to be made are made side by side, and what
    /// comes behind the step waits for them in order. Which thread made a value cannot be told from it.
    /// </summary>
    public static GuardedValues<TResult> SelectGuarded<TSource, TResult>(
        this IncrementalValuesProvider<TSource> source, string name, Func<TSource, CancellationToken, TResult?> step)
        where TResult : class
    {
        var running = source.Select((value, cancel) => Task.Run(() => Run(name, value, step, cancel), cancel));
        var outcomes = running.Select((task, _) => task.GetAwaiter().GetResult()).WithTrackingName(name);
        return new(
            running,
            outcomes.Where(outcome => outcome.Value is not null).Select((outcome, _) => outcome.Value!),
            outcomes.Where(outcome => outcome.Failure is not null).Select((outcome, _) => outcome.Failure!));
    }

    /// <summary>A named step for the one value; a failed one has none, which is why the result is a sequence of at most one.</summary>
    public static (IncrementalValueProvider<TResult?> Value, IncrementalValuesProvider<Failure> Failures) SelectGuarded<TSource, TResult>(
        this IncrementalValueProvider<TSource> source, string name, Func<TSource, CancellationToken, TResult?> step)
        where TResult : class
    {
        var outcome = source.Select((value, cancel) => Run(name, value, step, cancel)).WithTrackingName(name);
        return (
            outcome.Select((result, _) => result.Value),
            outcome.SelectMany((result, _) => result.Failure is null ? Array.Empty<Failure>() : [result.Failure]));
    }

    /// <summary>All values as one.</summary>
    public static IncrementalValueProvider<Items<T>> Gather<T>(this IncrementalValuesProvider<T> source)
        where T : class, IEquatable<T> => source.Collect().Select(static (all, _) => new Items<T>(all.ToEquatableArray()));

    /// <summary>That values are being made, as one value that never changes: an output of it begins them and waits for none.</summary>
    public static IncrementalValueProvider<Begun> Begin<T>(this IncrementalValuesProvider<Task<Outcome<T>>> running)
        where T : class => running.Collect().Select(static (_, _) => Begun.Instance);

    /// <summary>
    /// Two values as one. Pairs of pairs are to be made with this and not with <c>Combine</c>, whose tuples are structs: the compiler's tables would be compiled at every
    /// start for each way in which those are nested.
    /// </summary>
    public static IncrementalValueProvider<Both<TLeft, TRight>> With<TLeft, TRight>(this IncrementalValueProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class?
        where TRight : class? => left.Combine(right).Select(static (pair, _) => new Both<TLeft, TRight>(pair.Left, pair.Right));

    /// <summary>Runs a step, or says why it could not.</summary>
    public static Outcome<TResult> Run<TSource, TResult>(string name, TSource value, Func<TSource, CancellationToken, TResult?> step, CancellationToken cancel)
        where TResult : class
    {
        try
        {
            return new(step(value, cancel), null);
        }
#pragma warning disable CA1031 // Whatever it is, it is reported as an error: nothing is swallowed, and the other outputs live.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new(null, Failure.Of(name, exception));
        }
    }
}

/// <summary>A named step for each value of a sequence.</summary>
/// <param name="Running">The values as they are being made: whoever asks for these waits for none.</param>
/// <param name="Values">The values, in order.</param>
/// <param name="Failures">Why there is none, where one failed.</param>
internal sealed record GuardedValues<T>(IncrementalValuesProvider<Task<Outcome<T>>> Running, IncrementalValuesProvider<T> Values, IncrementalValuesProvider<Failure> Failures)
    where T : class;
