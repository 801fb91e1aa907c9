using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Registers a context that is pooled without a pool: the same registration under its other name, less the size of the pool.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc1007ContextLifetimeFix))]
[Shared]
public sealed class Arc1007ContextLifetimeFix() : RewriteFix(Arc1007ContextLifetime.ContextLifetime, "Register it without a pool")
{
    private protected override bool Mends(Diagnostic finding) => finding.Properties.ContainsKey(Arc1007ContextLifetime.PoolOfOthers);

    private protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode found, SemanticModel model, CancellationToken cancellation)
    {
        if (found is not GenericNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name || Unpooled(name.Identifier.ValueText) is not { } method)
        {
            return null;
        }
        var arguments = call.ArgumentList.Arguments.Where(argument => argument.NameColon?.Name.Identifier.ValueText != "poolSize").Take(1);
        return root.ReplaceNode(call, call.WithExpression(access.WithName(name.WithIdentifier(SyntaxFactory.Identifier(method).WithTriviaFrom(name.Identifier))))
            .WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments))));
    }

    private static string? Unpooled(string method) => method switch
    {
        "AddDbContextPool" => "AddDbContext",
        "AddPooledDbContextFactory" => "AddDbContextFactory",
        _ => null,
    };
}
