using Archiet.Genome;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// One value of the pipeline. The compiler knows it as an object: its tables are generic, and for each type that it sees it would load some forty types of its own, which at
/// the start of a compiler takes as long as reading a large genome. What is compared, when something changed, is the values themselves, by their own equality.
/// </summary>
/// <param name="erased">The value as the compiler has it.</param>
internal readonly struct PipelineValue<T>(IncrementalValueProvider<object?> erased)
    where T : class?
{
    /// <summary>The value as the compiler has it.</summary>
    public IncrementalValueProvider<object?> Erased { get; } = erased;

    /// <summary>What is made of it.</summary>
    public PipelineValue<TResult> Select<TResult>(Func<T, CancellationToken, TResult> make)
        where TResult : class? => new(Erased.Select((value, cancel) => (object?)make((T)value!, cancel)));

    /// <summary>The values that it consists of.</summary>
    public PipelineValues<TResult> SelectMany<TResult>(Func<T, CancellationToken, IEnumerable<TResult>> parts)
        where TResult : class => new(Erased.SelectMany((value, cancel) => (IEnumerable<object?>)parts((T)value!, cancel)));

    /// <summary>It and another.</summary>
    public PipelineValue<Both<T, TOther>> With<TOther>(PipelineValue<TOther> other)
        where TOther : class? => new(Erased.Combine(other.Erased).Select(static (pair, _) => (object?)new Both<T, TOther>((T)pair.Left!, (TOther)pair.Right!)));

    /// <summary>The same, by a name that tests and traces see.</summary>
    public PipelineValue<T> WithTrackingName(string name) => new(Erased.WithTrackingName(name));
}

/// <summary>Many values of the pipeline, in order. The compiler knows them as objects, as it does a <see cref="PipelineValue{T}"/>.</summary>
/// <param name="erased">The values as the compiler has them.</param>
internal readonly struct PipelineValues<T>(IncrementalValuesProvider<object?> erased)
    where T : class
{
    /// <summary>The values as the compiler has them.</summary>
    public IncrementalValuesProvider<object?> Erased { get; } = erased;

    /// <summary>What is made of each.</summary>
    public PipelineValues<TResult> Select<TResult>(Func<T, CancellationToken, TResult> make)
        where TResult : class => new(Erased.Select((value, cancel) => (object?)make((T)value!, cancel)));

    /// <summary>The values that each consists of.</summary>
    public PipelineValues<TResult> SelectMany<TResult>(Func<T, CancellationToken, IEnumerable<TResult>> parts)
        where TResult : class => new(Erased.SelectMany((value, cancel) => (IEnumerable<object?>)parts((T)value!, cancel)));

    /// <summary>Those that meet a condition.</summary>
    public PipelineValues<T> Where(Func<T, bool> condition) => new(Erased.Where(value => condition((T)value!)));

    /// <summary>Each with the one other value.</summary>
    public PipelineValues<Both<T, TOther>> With<TOther>(PipelineValue<TOther> other)
        where TOther : class? => new(Erased.Combine(other.Erased).Select(static (pair, _) => (object?)new Both<T, TOther>((T)pair.Left!, (TOther)pair.Right!)));

    /// <summary>The same, by a name that tests and traces see.</summary>
    public PipelineValues<T> WithTrackingName(string name) => new(Erased.WithTrackingName(name));
}

/// <summary>Where the pipeline begins and ends.</summary>
internal static class Pipeline
{
    /// <summary>What is made of something that the compiler has.</summary>
    public static PipelineValue<T> ToPipeline<TSource, T>(this IncrementalValueProvider<TSource> source, Func<TSource, CancellationToken, T> make)
        where T : class? => new(source.Select((value, cancel) => (object?)make(value, cancel)));

    /// <summary>What is made of each of some that the compiler has.</summary>
    public static PipelineValues<T> ToPipeline<TSource, T>(this IncrementalValuesProvider<TSource> source, Func<TSource, CancellationToken, T> make)
        where T : class => new(source.Select((value, cancel) => (object?)make(value, cancel)));

    /// <summary>All values as one.</summary>
    public static PipelineValue<Items<T>> Gather<T>(this PipelineValues<T> source)
        where T : class, IEquatable<T> => new(source.Erased.Collect().Select(static (all, _) => (object?)new Items<T>(all.Cast<T>().ToEquatableArray())));

    /// <summary>That values are being made, as one value that never changes: an output of it begins them and waits for none.</summary>
    public static PipelineValue<Begun> Begin(this PipelineValues<Task<Outcome>> running) => new(running.Erased.Collect().Select(static (_, _) => (object?)Begun.Instance));

    /// <summary>An output that other code can see.</summary>
    public static void RegisterSourceOutput<T>(this IncrementalGeneratorInitializationContext context, PipelineValue<T> value, Action<SourceProductionContext, T> write)
        where T : class? => context.RegisterSourceOutput(value.Erased, (output, made) => write(output, (T)made!));

    /// <summary>An output of each value that other code can see.</summary>
    public static void RegisterSourceOutput<T>(this IncrementalGeneratorInitializationContext context, PipelineValues<T> values, Action<SourceProductionContext, T> write)
        where T : class => context.RegisterSourceOutput(values.Erased, (output, made) => write(output, (T)made!));

    /// <summary>An output that only a build has.</summary>
    public static void RegisterImplementationSourceOutput<T>(this IncrementalGeneratorInitializationContext context, PipelineValue<T> value, Action<SourceProductionContext, T> write)
        where T : class? => context.RegisterImplementationSourceOutput(value.Erased, (output, made) => write(output, (T)made!));

    /// <summary>An output of each value that only a build has.</summary>
    public static void RegisterImplementationSourceOutput<T>(this IncrementalGeneratorInitializationContext context, PipelineValues<T> values, Action<SourceProductionContext, T> write)
        where T : class => context.RegisterImplementationSourceOutput(values.Erased, (output, made) => write(output, (T)made!));
}
