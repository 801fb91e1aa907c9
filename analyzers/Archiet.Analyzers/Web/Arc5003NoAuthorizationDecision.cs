using System.Collections.Concurrent;
using System.Collections.Immutable;
using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>
/// ARC5003: an endpoint of one's own beside the generated ones, of which nobody has said who may call it. Decided when all of the compilation was seen, because a
/// group, a caller of the method or a fallback policy may decide for it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5003NoAuthorizationDecision : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor NoAuthorizationDecision = new(
        "ARC5003",
        "An endpoint without an authorization decision",
        "Nothing says who may call the endpoint of '{0}', so everybody may: add RequireAuthorization() or AllowAnonymous(), or the attribute of either",
        Rule.Web,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5003"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoAuthorizationDecision];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Archiet.EntityContext") is not null && EndpointSymbols.Of(start.Compilation) is { } symbols)
            {
                var found = new Found();
                start.RegisterOperationAction(operation => Look((IInvocationOperation)operation.Operation, symbols, found), OperationKind.Invocation);
                start.RegisterOperationAction(operation => found.SeePolicy((IAssignmentOperation)operation.Operation, symbols), OperationKind.SimpleAssignment);
                start.RegisterSymbolAction(symbol => LookAtController((INamedTypeSymbol)symbol.Symbol, symbols, found), SymbolKind.NamedType);
                start.RegisterCompilationEndAction(end => Decide(end, found));
            }
        });
    }

    private static void Look(IInvocationOperation call, EndpointSymbols symbols, Found found)
    {
        if (symbols.IsFallback(call))
        {
            found.Fallback = true;
        }
        else if (symbols.Adds(call.TargetMethod))
        {
            LookAtEndpoint(call, symbols, found);
        }
        else if (symbols.Routes(call) is { } routes)
        {
            found.Callers.Add((call.TargetMethod.ReducedFrom ?? call.TargetMethod.OriginalDefinition, EndpointTrail.Follow(call, routes, symbols)));
        }
    }

    private static void LookAtEndpoint(IInvocationOperation call, EndpointSymbols symbols, Found found)
    {
        var isControllers = call.TargetMethod.Name.StartsWith("MapController", StringComparison.Ordinal) || call.TargetMethod.Name.EndsWith("ControllerRoute", StringComparison.Ordinal);
        var root = EndpointTrail.Follow(call, QuerySource.Receiver(call), symbols);
        if (isControllers)
        {
            // Whatever decides for the routes of all controllers decides for each.
            found.Controllers.Add(root);
        }
        else if (root.Kind != EndpointRootKind.Decided && !symbols.IsDecidedByHandler(call))
        {
            found.Endpoints.Add((root, CallSite.Of(call.Syntax), call.TargetMethod.Name));
        }
    }

    private static void LookAtController(INamedTypeSymbol type, EndpointSymbols symbols, Found found)
    {
        if (!symbols.IsController(type))
        {
            return;
        }
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary } action
                && !symbols.IsNoAction(action)
                && !symbols.IsDecided(action)
                && action.Locations is [{ IsInSource: true } place, ..])
            {
                found.Actions.Add((place, action.Name));
            }
        }
    }

    private static void Decide(CompilationAnalysisContext context, Found found)
    {
        if (found.Fallback)
        {
            return;
        }
        foreach (var (root, place, name) in found.Endpoints)
        {
            if (found.IsOpen(root, []))
            {
                context.Report(Diagnostic.Create(NoAuthorizationDecision, place, name));
            }
        }
        if (found.Controllers.All(root => found.IsOpen(root, [])))
        {
            foreach (var (place, name) in found.Actions)
            {
                context.Report(Diagnostic.Create(NoAuthorizationDecision, place, name));
            }
        }
    }

    /// <summary>What all files together show.</summary>
    private sealed class Found
    {
        public ConcurrentBag<(EndpointRoot Root, Location Place, string Name)> Endpoints { get; } = [];

        public ConcurrentBag<EndpointRoot> Controllers { get; } = [];

        public ConcurrentBag<(Location Place, string Name)> Actions { get; } = [];

        /// <summary>The methods that were handed routes, with where those came from.</summary>
        public ConcurrentBag<(IMethodSymbol Method, EndpointRoot Routes)> Callers { get; } = [];

        /// <summary>Whether a policy decides for every endpoint that says nothing.</summary>
        public bool Fallback { get; set; }

        public void SeePolicy(IAssignmentOperation assignment, EndpointSymbols symbols) =>
            Fallback |= assignment.Target is IPropertyReferenceOperation { Property: { Name: "FallbackPolicy" } property }
                && SymbolEqualityComparer.Default.Equals(property.ContainingType, symbols.AuthorizationOptions)
                && assignment.Value is not { ConstantValue: { HasValue: true, Value: null } };

        /// <summary>
        /// Whether endpoints are open to everybody: on the app itself, or in a method whose every known caller hands it the app's own routes. Where nobody calls the
        /// method here, it cannot be told and is the caller's business.
        /// </summary>
        public bool IsOpen(EndpointRoot root, ImmutableHashSet<ISymbol> asked)
        {
            if (root.Kind != EndpointRootKind.Parameter || root.Method is not { } method)
            {
                return root.Kind == EndpointRootKind.App;
            }
            return !asked.Contains(method, SymbolEqualityComparer.Default)
                && Callers.Where(caller => SymbolEqualityComparer.Default.Equals(caller.Method, method)).ToList() is { Count: > 0 } callers
                && callers.Exists(caller => IsOpen(caller.Routes, asked.Add(method)));
        }
    }
}
