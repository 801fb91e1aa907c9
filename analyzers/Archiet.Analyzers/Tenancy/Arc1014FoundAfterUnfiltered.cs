using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1014: a context was read past its filter, with a reason, and keeps the rows; code without a reason then asks the same context for what it keeps: <c>Find</c>,
/// <c>Local</c>, a navigation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1014FoundAfterUnfiltered : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor FoundAfterUnfiltered = new(
        "ARC1014",
        "Found among rows that were read past the filter",
        "'{0}' answers with what the context keeps, and '{1}' has read rows of every tenant into it: read those with AsNoTracking(), or with a context of their own",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1014"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FoundAfterUnfiltered];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { CrossTenant: not null } symbols)
            {
                var contexts = new Kept(start.Compilation, symbols);
                start.RegisterOperationAction(contexts.SeeCall, OperationKind.Invocation);
                start.RegisterOperationAction(contexts.SeeProperty, OperationKind.PropertyReference);
                start.RegisterCompilationEndAction(contexts.Report);
            }
        });
    }

    /// <summary>Something that happens to a context, in the member where it happens.</summary>
    private sealed record Event(ISymbol Member, ISymbol Variable, string Name, Location Place)
    {
        public bool IsAfter(Event other) => SymbolEqualityComparer.Default.Equals(Member, other.Member)
            && Place.SourceTree == other.Place.SourceTree && Place.SourceSpan.Start > other.Place.SourceSpan.Start;
    }

    private sealed class Kept(Compilation compilation, TenancySymbols symbols)
    {
        private readonly ConcurrentQueue<Event> reads = new();
        private readonly ConcurrentQueue<(Event Call, ISymbol Parameter)> handed = new();
        private readonly ConcurrentQueue<Event> finds = new();
        private readonly ConcurrentQueue<Event> navigations = new();

        public void SeeCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            switch (call.TargetMethod.Name)
            {
                case "IgnoreQueryFilters" when call.TargetMethod.IsOfEntityFramework() && SwitchesOff(call) && TrackedReads.LeavesRows(call, symbols):
                    Add(reads, context, QuerySource.Receiver(call), context.ContainingSymbol.Name);
                    break;
                case "Find" or "FindAsync" when call.TargetMethod.IsOfEntityFramework() && !Covers(context):
                    Add(finds, context, call.Instance, call.TargetMethod.Name);
                    break;
                default:
                    if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, compilation.Assembly))
                    {
                        SeeHanded(context, call);
                    }
                    break;
            }
        }

        public void SeeProperty(OperationAnalysisContext context)
        {
            var reference = (IPropertyReferenceOperation)context.Operation;
            if (reference.Property.Name == "Local" && symbols.EntityOfSet(reference.Instance?.Type) is not null)
            {
                if (!Covers(context))
                {
                    Add(finds, context, reference.Instance, "Local");
                }
            }
            else if (reference.Instance is { Type: { } row } && IsNavigation(reference.Property.Type) && symbols.IsOwned(row) && !IsInQuery(reference) && !Covers(context))
            {
                navigations.Enqueue(new Event(context.ContainingSymbol, row, reference.Property.Name, reference.Syntax.GetLocation()));
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            if (reads.IsEmpty)
            {
                return;
            }
            var dirty = Dirty();
            foreach (var find in finds)
            {
                if (dirty.FirstOrDefault(read => SymbolEqualityComparer.Default.Equals(read.Variable, find.Variable) && (ContextVariable.IsShared(find.Variable) || find.IsAfter(read))) is { } before)
                {
                    context.Report(Diagnostic.Create(FoundAfterUnfiltered, find.Place, find.Name, before.Name));
                }
            }
            foreach (var navigation in navigations)
            {
                if (dirty.FirstOrDefault(navigation.IsAfter) is { } before)
                {
                    context.Report(Diagnostic.Create(FoundAfterUnfiltered, navigation.Place, navigation.Name, before.Name));
                }
            }
        }

        /// <summary>Every place after which a variable's context keeps such rows: where they are read, and where the context is handed to who reads them.</summary>
        private List<Event> Dirty()
        {
            List<Event> dirty = [.. reads];
            var parameters = new HashSet<ISymbol>(dirty.Select(read => read.Variable), SymbolEqualityComparer.Default);
            var rest = handed.ToList();
            for (var grown = true; grown;)
            {
                grown = false;
                foreach (var call in rest.Where(it => parameters.Contains(it.Parameter)).ToList())
                {
                    rest.Remove(call);
                    dirty.Add(call.Call);
                    parameters.Add(call.Call.Variable);
                    grown = true;
                }
            }
            return dirty;
        }

        private void SeeHanded(OperationAnalysisContext context, IInvocationOperation call)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { } parameter && symbols.KindOf(argument.Value.WithoutConversions().Type) is ContextKind.Tenant or ContextKind.Unknown
                    && ContextVariable.Of(argument.Value, symbols) is { } variable)
                {
                    handed.Enqueue((new Event(context.ContainingSymbol, variable, call.TargetMethod.Name, call.Syntax.GetLocation()), parameter.OriginalDefinition));
                }
            }
        }

        private void Add(ConcurrentQueue<Event> events, OperationAnalysisContext context, IOperation? source, string name)
        {
            if (ContextVariable.Of(source, symbols) is { } variable && QuerySource.Of(source, symbols) != ContextKind.Other)
            {
                events.Enqueue(new Event(context.ContainingSymbol, variable, name, CallSite.Of(context.Operation.Syntax)));
            }
        }

        private static bool SwitchesOff(IInvocationOperation call) =>
            call.TargetMethod.Parameters.Length == 1 || new FilterKeys(anySpelling: false).EffectOf(call.Arguments[1].Value) != FilterEffect.Kept;

        /// <summary>An owned entity, or a collection of them.</summary>
        private bool IsNavigation(ITypeSymbol type) => symbols.IsOwned(type) || (type is INamedTypeSymbol { TypeArguments: [var element] } && symbols.IsOwned(element));

        /// <summary>Inside a query the database answers, and the filter holds.</summary>
        private static bool IsInQuery(IOperation reference)
        {
            for (var at = reference.Parent; at is not null; at = at.Parent)
            {
                if (at is IAnonymousFunctionOperation { Parent: IConversionOperation { Type.Name: "Expression" } } or INameOfOperation)
                {
                    return true;
                }
            }
            return false;
        }

        private bool Covers(OperationAnalysisContext context) => CrossTenantScope.Covers(context.Operation, context.ContainingSymbol, symbols.CrossTenant);
    }
}
