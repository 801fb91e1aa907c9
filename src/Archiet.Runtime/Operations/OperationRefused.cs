using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>
/// Thrown by the handler of an operation that is not done: the caller is answered with a problem. What it says goes to the caller as it is, so no value of a
/// classified field belongs into it.
/// </summary>
/// <param name="code">The last part of the problem's type, in camelCase: what a program tells it by.</param>
/// <param name="message">Why, as a sentence for a person.</param>
/// <param name="status">The HTTP status, from 400 to 499.</param>
#pragma warning disable CA1710 // "throw new OperationRefused" says what happens; the suffix would say what it is.
public sealed class OperationRefused(string code, string message, int status = StatusCodes.Status409Conflict) : Exception(message)
#pragma warning restore CA1710
{
    /// <summary>The last part of the problem's type.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status is >= 400 and < 500 ? status : throw new ArgumentOutOfRangeException(nameof(status), status, "A refusal is the caller's to mend: 400 to 499.");
}
