using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Registers a context that is pooled without a pool: the same registration under its other name, less the size of the pool.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Arc1007ContextLifetimeFix))]
[Shared]
public sealed class Arc1007ContextLifetimeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Arc1007ContextLifetime.ContextLifetime.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (context.Diagnostics.All(diagnostic => diagnostic.Properties.ContainsKey(Arc1007ContextLifetime.PoolOfOthers))
            && root?.FindNode(context.Span) is GenericNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name
            && Unpooled(name.Identifier.ValueText) is { } method)
        {
            var arguments = call.ArgumentList.Arguments.Where(argument => argument.NameColon?.Name.Identifier.ValueText != "poolSize").Take(1);
            var unpooled = call.WithExpression(access.WithName(name.WithIdentifier(SyntaxFactory.Identifier(method).WithTriviaFrom(name.Identifier))))
                .WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments)));
            var document = context.Document.WithSyntaxRoot(root.ReplaceNode(call, unpooled));
            context.RegisterCodeFix(CodeAction.Create("Register it without a pool", _ => Task.FromResult(document), nameof(Arc1007ContextLifetimeFix)), context.Diagnostics);
        }
    }

    private static string? Unpooled(string method) => method switch
    {
        "AddDbContextPool" => "AddDbContext",
        "AddPooledDbContextFactory" => "AddDbContextFactory",
        _ => null,
    };
}
