namespace Archiet;

/// <summary>What the runtime knows about an operation: one instance, made once.</summary>
/// <param name="name">Its name in the genome.</param>
/// <param name="route">The route below <c>/api/operations</c>, with its slash.</param>
public sealed class OperationTable(string name, string route)
{
    /// <summary>Its name in the genome.</summary>
    public string Name { get; } = name;

    /// <summary>The route below <c>/api/operations</c>, with its slash.</summary>
    public string Route { get; } = route;

    /// <summary>The fields of its input.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>Those of them that refer to rows.</summary>
    public IReadOnlyList<InputReference> References { get; init; } = [];

    /// <summary>Asks for all references at once: a truth for each. $1 tenant, $3 and on what <c>BindReferences</c> binds.</summary>
    public string Exists { get; init; } = "";

    /// <summary>The members of the input's object.</summary>
    internal JsonMember[] Members => field ??= [.. Fields.Select((one, at) => EntityLayout.MemberOf(one, at, ""))];
}

/// <summary>A field of an input that refers to a row of the tenant.</summary>
/// <param name="Field">Its position.</param>
/// <param name="Message">What a caller is told who names a row that is not there.</param>
public sealed record InputReference(int Field, string Message);
