using Archiet.Genome;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Generators.Steps;

/// <summary>
/// Says at an operation's line that it has no handler. Of the project's code it knows the names of classes with a body for <c>RunAsync</c>, by their syntax alone:
/// an edit looks at the nodes of its file, and goes no further unless such a class came or went.
/// </summary>
internal static class HandlerOutputs
{
    /// <summary>Registers what is missing, for a build: an editor hears it from <see cref="Live.GenomeAnalyzer"/>.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, FrontEndSteps genome)
    {
        var handlers = context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => IsHandler(node), static (found, _) => ClassOf(found.Node)).ToPipeline(static (name, _) => name)
            .Gather().WithTrackingName(TrackingNames.Handlers);
        var expected = genome.OperationPlaces.With(genome.Outline).Select(static (named, _) => new Items<ExpectedHandler>(
            named.Right is { } outline ? ExpectedHandler.Of(named.Left.All, outline) : EquatableArray<ExpectedHandler>.Empty));
        context.RegisterImplementationSourceOutput(expected.With(handlers), static (output, found) =>
        {
            foreach (var handler in found.Left.All.Where(handler => !found.Right.All.Contains(handler.Class)))
            {
                output.ReportDiagnostic(handler.Missing());
            }
        });
    }

    private static bool IsHandler(SyntaxNode node) =>
        node is MethodDeclarationSyntax { Identifier.ValueText: ExpectedHandler.Method, Parent: ClassDeclarationSyntax } method
        && (method.Body is not null || method.ExpressionBody is not null)
        && method.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>The full name of the class around a method.</summary>
    private static string ClassOf(SyntaxNode method)
    {
        var name = ((ClassDeclarationSyntax)method.Parent!).Identifier.ValueText;
        foreach (var outer in method.Ancestors().OfType<BaseNamespaceDeclarationSyntax>())
        {
            name = outer.Name + "." + name;
        }
        return name;
    }
}
