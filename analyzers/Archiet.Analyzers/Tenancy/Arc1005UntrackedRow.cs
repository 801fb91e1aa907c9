using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1005: a row that no query of the context found is updated, attached, removed or read anew by its id. Followed back through variables, collections, parameters, fields and
/// methods of the compilation; a row whose trail ends elsewhere is left to the runtime's guard.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1005UntrackedRow : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor UntrackedRow = new(
        "ARC1005",
        "A row that no query found",
        "No query of the context found this '{0}', and '{1}' takes its id for granted, whoever's it is: load the row by its id and change that one, "
            + "or say why on the member with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1005"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UntrackedRow];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                var rows = new Rows(symbols, Handovers.Collect(start, type => IsOfRows(type, symbols)));
                start.RegisterOperationAction(rows.SeeCall, OperationKind.Invocation);
                start.RegisterOperationAction(rows.SeeState, OperationKind.SimpleAssignment);
                start.RegisterCompilationEndAction(rows.Report);
            }
        });
    }

    /// <summary>A row, or a task, a list or a sequence of them.</summary>
    private static bool IsOfRows(ITypeSymbol type, TenancySymbols symbols) => type switch
    {
        IArrayTypeSymbol array => IsOfRows(array.ElementType, symbols),
        INamedTypeSymbol { TypeArguments: [var element] } => symbols.IsOwned(type) || symbols.IsOwned(element),
        _ => symbols.IsOwned(type),
    };

    private sealed class Rows(TenancySymbols symbols, Handovers handovers)
    {
        private readonly ConcurrentQueue<(IOperation Row, SyntaxNode Place, string Method)> open = new();

        public void SeeCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var takes = call.TargetMethod.Name is "Update" or "UpdateRange" or "Attach" or "AttachRange" or "Remove" or "RemoveRange" or "TrackGraph";
            var reads = !takes && call.TargetMethod.Name is "Reload" or "ReloadAsync" or "GetDatabaseValues" or "GetDatabaseValuesAsync";
            if ((!takes && !reads) || !call.TargetMethod.IsOfEntityFramework())
            {
                return;
            }
            if (reads)
            {
                See(context, EntryGiven(call.Instance), call.Syntax, call.TargetMethod.Name);
            }
            else if (call.Arguments is [{ Value: var rows }, ..])
            {
                See(context, rows, call.Syntax, call.TargetMethod.Name);
            }
        }

        public void SeeState(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: "State", Instance: { } entry } && TenantColumn.IsTracking(entry.Type) && TakesForStored(assignment.Value))
            {
                See(context, EntryGiven(entry), assignment.Target.Syntax, "State");
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            var places = new HashSet<Location>();
            foreach (var (row, place, method) in open)
            {
                foreach (var origin in Origins.Of(row, handovers))
                {
                    if (DetachedRow.EntityOf(origin.Value, symbols) is { } entity)
                    {
                        var at = origin.Given?.Syntax.GetLocation() ?? CallSite.Of(place);
                        if (places.Add(at))
                        {
                            context.Report(Diagnostic.Create(UntrackedRow, at, entity.Name, method));
                        }
                    }
                }
            }
        }

        private void See(OperationAnalysisContext context, IOperation? row, SyntaxNode place, string method)
        {
            if (row is null || CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant))
            {
                return;
            }
            var origins = Origins.Of(row, handovers: null);
            foreach (var origin in origins)
            {
                if (DetachedRow.EntityOf(origin.Value, symbols) is { } entity)
                {
                    context.Report(Diagnostic.Create(UntrackedRow, CallSite.Of(place), entity.Name, method));
                    return;
                }
            }
            if (origins.Any(origin => origin.Value is IParameterReferenceOperation or IInvocationOperation or IMemberReferenceOperation))
            {
                open.Enqueue((row, place, method));
            }
        }

        /// <summary>The row that an entry was asked for; null of an entry that came otherwise.</summary>
        private static IOperation? EntryGiven(IOperation? entry) => entry switch
        {
            IInvocationOperation { TargetMethod.Name: "Entry" or "Attach" or "Update" or "Remove", Arguments: [var row] } => row.Value,
            ILocalReferenceOperation local when LocalUses.Of(local) is { Values: [var value] } => value is ILocalReferenceOperation ? null : EntryGiven(value),
            _ => null,
        };

        /// <summary>Whether a state says that the row is in the database; Added (4) and Detached (0) do not.</summary>
        private static bool TakesForStored(IOperation state) => state.WithoutConversions() switch
        {
            { ConstantValue: { HasValue: true, Value: int value } } => value is 1 or 2 or 3,
            IConditionalOperation { WhenFalse: { } otherwise } choice => TakesForStored(choice.WhenTrue) || TakesForStored(otherwise),
            _ => false,
        };
    }
}
