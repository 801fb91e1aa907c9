namespace Archiet;

/// <summary>
/// An operation of the genome. Its class is emitted in two halves: what the endpoint needs, and the signature of the handler, which the user writes in a partial
/// class beside it. The class is made for each request by dependency injection, behind the checks of permission and input; transactions are its own business.
/// </summary>
/// <typeparam name="TSelf">The emitted class.</typeparam>
/// <typeparam name="TInput">What a request gives.</typeparam>
/// <typeparam name="TOutput">What it is answered.</typeparam>
public interface IOperation<TSelf, TInput, TOutput>
    where TSelf : class, IOperation<TSelf, TInput, TOutput>
    where TInput : class, IInput<TInput>
    where TOutput : class, IOutput<TOutput>
{
    /// <summary>Its name, and the fields of its input.</summary>
    static abstract OperationTable Table { get; }

    /// <summary>Does it.</summary>
    /// <param name="input">What the request gave, checked.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    /// <exception cref="OperationRefused">It is not done, and the caller is told why.</exception>
    ValueTask<TOutput> RunAsync(TInput input, Caller caller, CancellationToken cancel);
}

/// <summary>The input of an operation, as the endpoint needs it.</summary>
/// <typeparam name="TSelf">The emitted class.</typeparam>
public interface IInput<TSelf> : IFields<TSelf>
    where TSelf : class, IInput<TSelf>
{
    /// <summary>An input with nothing in it but the defaults of the genome.</summary>
    static abstract TSelf Blank();

    /// <summary>Binds the references, in the order of <see cref="OperationTable.References"/>.</summary>
    static abstract void BindReferences(TSelf it, Parameters values);
}

/// <summary>The output of an operation, as the endpoint needs it.</summary>
/// <typeparam name="TSelf">The emitted class.</typeparam>
public interface IOutput<in TSelf>
    where TSelf : class, IOutput<TSelf>
{
    /// <summary>Writes every field, in the order of the genome.</summary>
    static abstract void Write(TSelf it, OutputWriter json);
}

/// <summary>The input of an operation that takes none: nothing, or an empty object.</summary>
public sealed class NoInput : IInput<NoInput>
{
    private NoInput()
    {
    }

    /// <summary>The only one.</summary>
    internal static NoInput Instance { get; } = new();

    static NoInput IInput<NoInput>.Blank() => Instance;

    static void IFields<NoInput>.Read(int field, ref FieldReader json, NoInput it)
    {
    }

    static void IInput<NoInput>.BindReferences(NoInput it, Parameters values)
    {
    }
}

/// <summary>The output of an operation that answers with nothing.</summary>
public sealed class NoOutput : IOutput<NoOutput>
{
    private NoOutput()
    {
    }

    /// <summary>The only one.</summary>
    public static NoOutput Value { get; } = new();

    static void IOutput<NoOutput>.Write(NoOutput it, OutputWriter json)
    {
    }
}
