using Microsoft.CodeAnalysis.Text;

namespace Archiet.Precision.Mutations;

/// <summary>A place in a file where an operator can seed its mutation.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="File">The file.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Text">By what.</param>
/// <param name="Appended">What is added at the end of the file.</param>
internal sealed record MutationSite(string Operator, string File, TextSpan Span, string Text, string Appended = "");
