using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers;

/// <summary>Where a call is named in the source: the place a person must look at.</summary>
internal static class CallSite
{
    /// <summary>The place of the method's name in a call or a method group; the whole expression where there is no name.</summary>
    public static Location Of(SyntaxNode syntax) => (NameOf(syntax) ?? syntax).GetLocation();

    /// <summary>The name of the method in a call or a method group, or of the type that is made.</summary>
    public static SimpleNameSyntax? NameOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax type } => type.Right,
        _ => null,
    };
}
