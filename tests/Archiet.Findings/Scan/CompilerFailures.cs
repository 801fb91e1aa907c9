using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Precision.Scan;

/// <summary>
/// Sources at which the compiler itself fails: what lacks its packages is bound with types that are not there, and now and then an index of the compiler's own runs out.
/// They are left out by name, so that one statement does not cost the figures of a code base.
/// </summary>
internal static class CompilerFailures
{
    /// <summary>A failure of the compiler, and none of a rule: that is a diagnostic of its own, AD0001.</summary>
    public static bool Is(Exception error) =>
        error is IndexOutOfRangeException or InvalidCastException or InvalidOperationException or NullReferenceException or ArgumentException or AggregateException;

    /// <summary>The files of a compilation that the compiler cannot bind. What imports for all of them is judged by all of them, and is not asked.</summary>
    public static IReadOnlyList<SyntaxTree> In(Compilation compilation) => [.. compilation.SyntaxTrees.Where(source => !Imports(source) && !Binds(compilation, source))];

    private static bool Imports(SyntaxTree source) => source.GetCompilationUnitRoot().Usings.Any(import => import.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    private static bool Binds(Compilation compilation, SyntaxTree source)
    {
        try
        {
            _ = compilation.GetSemanticModel(source).GetDiagnostics();
            return true;
        }
        catch (Exception error) when (Is(error))
        {
            return false;
        }
    }
}
