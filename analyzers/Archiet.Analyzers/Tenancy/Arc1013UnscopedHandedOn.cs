using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1013: a query past the tenant filter, or a connection, that leaves the member which says why it may exist, into code that says nothing; and a context or query of a tenant
/// that is handed to an assembly which nobody has checked or vouched for.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1013UnscopedHandedOn : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor UnscopedHandedOn = new(
        "ARC1013",
        "What belongs to a tenant, or to none, is handed on",
        "{0}: {1}",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1013"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    private const string ReadFirst = "read it there and hand on the rows, or say why with [CrossTenant] where they are used";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UnscopedHandedOn];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                var ways = new Ways(start.Compilation, symbols);
                start.RegisterOperationAction(ways.SeeCall, OperationKind.Invocation, OperationKind.ObjectCreation);
                start.RegisterOperationAction(ways.SeeReturn, OperationKind.Return);
                start.RegisterOperationAction(ways.SeeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
                start.RegisterOperationAction(ways.SeeReference, OperationKind.MethodReference);
                start.RegisterCompilationEndAction(ways.Report);
            }
        });
    }

    private sealed class Ways(Compilation compilation, TenancySymbols symbols)
    {
        private readonly KnownAssemblies known = new(compilation);
        private readonly ConcurrentQueue<(IMethodSymbol Member, Location Place)> returned = new();
        private readonly ConcurrentDictionary<ISymbol, byte> calledOutside = new(SymbolEqualityComparer.Default);

        public void SeeCall(OperationAnalysisContext context)
        {
            var (method, arguments) = context.Operation switch
            {
                IInvocationOperation call => (call.TargetMethod, call.Arguments),
                IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
                _ => default,
            };
            if (method?.ContainingAssembly is not { } assembly)
            {
                return;
            }
            if (!SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            {
                if (!known.Keeps(assembly))
                {
                    SeeStranger(context, method, arguments);
                }
                return;
            }
            if (CrossTenantScope.Covers(method, symbols.CrossTenant))
            {
                SeeUse(context, method);
                return;
            }
            foreach (var argument in arguments)
            {
                if (argument.Parameter is { Type: var type } && MayCarry(type) && Covers(context) && !IsInside(context.Operation, method) && UnscopedSource.Is(argument.Value))
                {
                    Report(context, argument.Value, $"'{method.Name}' is given what reads every tenant, and says nothing of it", ReadFirst);
                }
            }
        }

        public void SeeReturn(OperationAnalysisContext context)
        {
            if (((IReturnOperation)context.Operation).ReturnedValue is { } value
                && MayCarry(value.Type)
                && MemberLeft(context) is { } member
                && Covers(context)
                && UnscopedSource.Is(value))
            {
                returned.Enqueue((member, value.Syntax.GetLocation()));
            }
        }

        public void SeeAssignment(OperationAnalysisContext context)
        {
            var assignment = (IAssignmentOperation)context.Operation;
            if (assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation
                && MayCarry(assignment.Target.Type)
                && Covers(context)
                && ((IMemberReferenceOperation)assignment.Target).Member is var member
                && !CrossTenantScope.Covers(member, symbols.CrossTenant)
                && UnscopedSource.Is(assignment.Value))
            {
                Report(context, assignment.Value, $"'{member.Name}' keeps what reads every tenant, for whoever reads it", ReadFirst);
            }
        }

        public void SeeReference(OperationAnalysisContext context)
        {
            var method = ((IMethodReferenceOperation)context.Operation).Method;
            if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly) && CrossTenantScope.Covers(method, symbols.CrossTenant))
            {
                SeeUse(context, method);
            }
        }

        /// <summary>What leaves a member is in the open when the member can be called from elsewhere, or is called by code that says nothing.</summary>
        public void Report(CompilationAnalysisContext context)
        {
            foreach (var (member, place) in returned)
            {
                if (member.MethodKind == MethodKind.AnonymousFunction || IsOpen(member) || calledOutside.ContainsKey(member.OriginalDefinition))
                {
                    context.Report(Diagnostic.Create(UnscopedHandedOn, place, "What reads every tenant leaves the member that says why", ReadFirst));
                }
            }
        }

        /// <summary>The member that a return leaves. A lambda or a local function that says nothing itself is part of what is around it.</summary>
        private IMethodSymbol? MemberLeft(OperationAnalysisContext context)
        {
            var function = Handovers.FunctionAround(context.Operation);
            return function is null ? context.ContainingSymbol as IMethodSymbol
                : symbols.CrossTenant is { } attribute && CrossTenantScope.States(function, attribute) ? function : null;
        }

        private void SeeUse(OperationAnalysisContext context, IMethodSymbol method)
        {
            if (MayCarry(method.ReturnType) && !Covers(context))
            {
                calledOutside.TryAdd(method.OriginalDefinition, 0);
                if (method.AssociatedSymbol is { } property)
                {
                    calledOutside.TryAdd(property.OriginalDefinition, 0);
                }
            }
        }

        /// <summary>A property is read by no call, so what it gives is in the open; so is what a public member of a public type gives.</summary>
        private static bool IsOpen(IMethodSymbol member)
        {
            if (member.MethodKind == MethodKind.LocalFunction)
            {
                return false;
            }
            return member.AssociatedSymbol is not null
                ? member.DeclaredAccessibility != Accessibility.Private
                : member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
        }

        private void SeeStranger(OperationAnalysisContext context, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        {
            foreach (var argument in arguments)
            {
                if (argument.Parameter?.OriginalDefinition.Type is { } type
                    && TakesTenants(type)
                    && OwnedBy(argument.Value) is { } what
                    && !Covers(context))
                {
                    Report(
                        context,
                        argument.Value,
                        $"'{method.ContainingAssembly.Name}' is given {what} of a tenant, and nobody has checked what it does with it",
                        $"build it with Archiet's SDK, or vouch for it with [assembly: KeepsTenant(\"{method.ContainingAssembly.Name}\", because: \"...\")]");
                    return;
                }
            }
        }

        private bool TakesTenants(ITypeSymbol type) => symbols.KindOf(type) is not null
            || type is INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "DbSet" or "DatabaseFacade" };

        private string? OwnedBy(IOperation value)
        {
            var given = value.WithoutConversions();
            if (given.Type is null || WasRead(given) || QuerySource.Of(given, symbols) != ContextKind.Tenant)
            {
                return null;
            }
            return symbols.KindOf(given.Type) is not null ? "a context" : "a query";
        }

        /// <summary>Rows that were read already can look like a query again.</summary>
        private static bool WasRead(IOperation value)
        {
            for (var at = value; at is IInvocationOperation call; at = QuerySource.Receiver(call)?.WithoutConversions())
            {
                if (call.TargetMethod.Name == "AsQueryable" && QuerySource.Receiver(call)?.WithoutConversions().Type is not INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "DbSet" })
                {
                    return true;
                }
            }
            return false;
        }

        /// <summary>A quick look at a type: a query, a sequence, a connection, a delegate that may read one.</summary>
        private static bool MayCarry(ITypeSymbol? type) => type switch
        {
            { TypeKind: TypeKind.Delegate } => true,
            INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "IEnumerable" or "IAsyncEnumerable" or "DbSet" or "IIncludableQueryable" } => true,
            INamedTypeSymbol { Name: var name } => name.EndsWith("Connection", StringComparison.Ordinal) || name.EndsWith("Command", StringComparison.Ordinal) || name.EndsWith("DataReader", StringComparison.Ordinal),
            _ => false,
        };

        private bool Covers(OperationAnalysisContext context) => CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant);

        /// <summary>A local function of a member that says why is inside it.</summary>
        private static bool IsInside(IOperation call, IMethodSymbol method)
        {
            if (method.MethodKind is not (MethodKind.LocalFunction or MethodKind.AnonymousFunction))
            {
                return false;
            }
            for (ISymbol? at = Handovers.FunctionAround(call); at is not null; at = at.ContainingSymbol)
            {
                if (SymbolEqualityComparer.Default.Equals(at, method))
                {
                    return true;
                }
            }
            return false;
        }

        private static void Report(OperationAnalysisContext context, IOperation place, string fact, string remedy) =>
            context.Report(Diagnostic.Create(UnscopedHandedOn, place.Syntax.GetLocation(), fact, remedy));
    }
}
