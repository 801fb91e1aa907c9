using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>ARC5004: requests that another site makes in a user's name are let in: the anti-forgery check is switched off, or every origin may send cookies.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5004ForgeryCheckOff : DiagnosticAnalyzer
{
    private const string OffForEndpoint = "The anti-forgery check is switched off here: leave it on, or take what the endpoint needs as JSON, which another site's form cannot send";
    private const string AnyOrigin = "Every site may send requests with the user's cookies: name the origins that may";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ForgeryCheckOff = new(
        "ARC5004",
        "A check of where requests come from is switched off",
        "{0}",
        Rule.Web,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5004"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ForgeryCheckOff];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute") is { } ignore)
            {
                var forms = new SitesForms(start.Compilation);
                start.RegisterSymbolAction(symbol => LookAtAttributes(symbol, ignore, forms), SymbolKind.NamedType, SymbolKind.Method);
            }
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.RoutingEndpointConventionBuilderExtensions") is { } conventions)
            {
                start.RegisterOperationAction(operation => LookAtEndpoint(operation, conventions), OperationKind.Invocation);
            }
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder") is { } policy)
            {
                start.RegisterOperationAction(operation => LookAtOrigins(operation, policy), OperationKind.Invocation);
            }
        });
    }

    private static void LookAtAttributes(SymbolAnalysisContext context, INamedTypeSymbol ignore, SitesForms forms)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (Same(attribute.AttributeClass, ignore) && attribute.ApplicationSyntaxReference is { } place && forms.Reach(context.Symbol))
            {
                context.Report(Diagnostic.Create(ForgeryCheckOff, place.SyntaxTree.GetLocation(place.Span), OffForEndpoint));
            }
        }
    }

    private static void LookAtEndpoint(OperationAnalysisContext context, INamedTypeSymbol conventions)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "DisableAntiforgery" && Same(call.TargetMethod.ContainingType, conventions))
        {
            context.Report(Diagnostic.Create(ForgeryCheckOff, CallSite.Of(call.Syntax), OffForEndpoint));
        }
    }

    /// <summary>AllowAnyOrigin with credentials throws at run time; a predicate that lets every origin in does the same without a word.</summary>
    private static void LookAtOrigins(OperationAnalysisContext context, INamedTypeSymbol policy)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "SetIsOriginAllowed"
            && Same(call.TargetMethod.ContainingType, policy)
            && call.Arguments is [{ Value: var predicate }]
            && Always.True(predicate)
            && AllowsCredentials(call, policy))
        {
            context.Report(Diagnostic.Create(ForgeryCheckOff, CallSite.Of(call.Syntax), AnyOrigin));
        }
    }

    /// <summary>Whether the statement that builds a policy also lets cookies in; the order of its calls means nothing.</summary>
    private static bool AllowsCredentials(IOperation call, INamedTypeSymbol policy)
    {
        var statement = call;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            statement = parent;
        }
        return statement.DescendantsAndSelf().Any(part =>
            part is IInvocationOperation { TargetMethod: { Name: "AllowCredentials", ContainingType: var type } } && Same(type, policy));
    }

    private static bool Same(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
