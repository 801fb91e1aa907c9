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
    public static GuardedValues<TResult> SelectGuarded<TSource, TResult>(this PipelineValues<TSource> source, string name, Func<TSource, CancellationToken, TResult?> step)
        where TSource : class
        where TResult : class
    {
        var running = source.Select((value, cancel) => Task.Run(() => Run(name, value, step, cancel), cancel));
        var outcomes = running.Select(static (task, _) => task.GetAwaiter().GetResult()).WithTrackingName(name);
        return new(
            running,
            outcomes.Where(static outcome => outcome.Value is not null).Select(static (outcome, _) => (TResult)outcome.Value!),
            outcomes.Where(static outcome => outcome.Failure is not null).Select(static (outcome, _) => outcome.Failure!));
    }

    /// <summary>A named step for the one value; a failed one has none.</summary>
    public static GuardedValue<TResult> SelectGuarded<TSource, TResult>(this PipelineValue<TSource> source, string name, Func<TSource, CancellationToken, TResult?> step)
        where TSource : class?
        where TResult : class
    {
        var outcome = source.Select((value, cancel) => Run(name, value, step, cancel)).WithTrackingName(name);
        return new(outcome.Select(static (result, _) => (TResult?)result.Value), outcome.Select(static (result, _) => result.Failure));
    }

    /// <summary>Runs a step, or says why it could not.</summary>
    public static Outcome Run<TSource, TResult>(string name, TSource value, Func<TSource, CancellationToken, TResult?> step, CancellationToken cancel)
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

/// <summary>A named step for one value.</summary>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Failure">Why there is none, where the step failed.</param>
internal sealed record GuardedValue<T>(PipelineValue<T?> Value, PipelineValue<Failure?> Failure)
    where T : class;

/// <summary>A named step for each value of a sequence.</summary>
/// <param name="Running">The values as they are being made: whoever asks for these waits for none.</param>
/// <param name="Values">The values, in order.</param>
/// <param name="Failures">Why there is none, where one failed.</param>
internal sealed record GuardedValues<T>(PipelineValues<Task<Outcome>> Running, PipelineValues<T> Values, PipelineValues<Failure> Failures)
    where T : class;
