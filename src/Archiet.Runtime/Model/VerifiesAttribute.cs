namespace Archiet;

/// <summary>
/// Says which elements of the genome a test proves: the page of traceability names it beside them. It is read from the text of the project's <c>ArchietTestSource</c>
/// items and does nothing when the test runs.
/// </summary>
/// <param name="paths">The keys that lead to each element, joined by dots, without the word <c>entities</c>: <c>Order.fields.total</c>.</param>
/// <example><c>[Verifies("Order.fields.total")]</c></example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class VerifiesAttribute(params string[] paths) : Attribute
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<string> Paths { get; } = paths;
}
