using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Adoption;

/// <summary>The names of declarations, from the syntax alone: every kind of finding has that, also one in a comment.</summary>
internal static class DeclaredName
{
    /// <summary>What statements stand in that stand in no member.</summary>
    public const string Program = "Program";

    /// <summary>The member around a node, with namespace, types and the types of its parameters as they are written: <c>Shop.Orders.Count(Guid)</c>.</summary>
    public static string Around(SyntaxNode? node) => Join(node, withParameters: true);

    /// <summary>The same without parameters: what a capability names.</summary>
    public static string WithoutParameters(SyntaxNode? node) => Join(node, withParameters: false);

    private static string Join(SyntaxNode? node, bool withParameters)
    {
        var names = new Stack<string>();
        for (var at = node; at is not null; at = at.Parent)
        {
            if (NameOf(at, node, withParameters) is { } name)
            {
                names.Push(name);
            }
        }
        return names.Count == 0 ? Program : string.Join(".", names);
    }

    private static string? NameOf(SyntaxNode at, SyntaxNode? inside, bool withParameters) => at switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        TypeDeclarationSyntax type => type.Identifier.ValueText + (withParameters && type.TypeParameterList is { Parameters.Count: var arity } ? $"`{arity}" : ""),
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText + Types(method, withParameters),
        ConstructorDeclarationSyntax method => (withParameters ? "#ctor" : method.Identifier.ValueText) + Types(method, withParameters),
        DestructorDeclarationSyntax => "Finalize",
        OperatorDeclarationSyntax method => "operator" + method.OperatorToken.ValueText + Types(method, withParameters),
        ConversionOperatorDeclarationSyntax method => "operator" + method.Type + Types(method, withParameters),
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        IndexerDeclarationSyntax => "Item",
        EventDeclarationSyntax declared => declared.Identifier.ValueText,
        BaseFieldDeclarationSyntax fields => (fields.Declaration.Variables.FirstOrDefault(field => inside is not null && field.Span.Contains(inside.Span))
            ?? fields.Declaration.Variables.FirstOrDefault())?.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        GlobalStatementSyntax => Program,
        _ => null,
    };

    private static string Types(BaseMethodDeclarationSyntax method, bool wanted) => wanted
        ? "(" + string.Join(",", method.ParameterList.Parameters.Select(parameter => string.Concat((parameter.Type?.ToString() ?? "").Where(character => !char.IsWhiteSpace(character))))) + ")"
        : "";
}
