using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers;

/// <summary>The last name of an attribute as it is written: what is cheap to compare before its type is asked for.</summary>
internal static class AttributeName
{
    /// <summary>The name without its qualification.</summary>
    public static string Of(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
