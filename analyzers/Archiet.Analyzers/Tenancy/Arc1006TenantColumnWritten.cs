using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1006: the tenant column of a row written by hand. On an entity of a genome nobody but the runtime may; on a marked entity the saving context and the entity's own
/// constructor may, and whoever copies the tenant from a row or a context that is the tenant's already.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1006TenantColumnWritten : DiagnosticAnalyzer
{
    /// <summary>The property of a finding that says that the code does the same without the write.</summary>
    public const string Stamped = "Stamped";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor TenantColumnWritten = new(
        "ARC1006",
        "The tenant of a row is written by hand",
        "This writes the tenant of '{0}' and so can give a row to another tenant: leave it out, because a row gets its tenant when the context saves it, "
            + "or say why on the member with [CrossTenant(because: \"...\")]",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1006"),
        customTags: Rule.AlwaysOn);

    private static readonly ImmutableDictionary<string, string?> StampedProperty = ImmutableDictionary<string, string?>.Empty.Add(Stamped, null);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TenantColumnWritten];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (TenancySymbols.Of(start.Compilation, start.Options) is { } symbols)
            {
                var owners = new TenantWriters(start.Compilation, symbols);
                start.RegisterOperationAction(
                    operation => CheckAssignment(operation, owners),
                    OperationKind.SimpleAssignment,
                    OperationKind.CompoundAssignment,
                    OperationKind.CoalesceAssignment,
                    OperationKind.DeconstructionAssignment,
                    OperationKind.Increment,
                    OperationKind.Decrement);
                start.RegisterOperationAction(operation => CheckCall(operation, owners), OperationKind.Invocation);
            }
        });
    }

    private static void CheckAssignment(OperationAnalysisContext context, TenantWriters writers)
    {
        switch (context.Operation)
        {
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                foreach (var target in targets.Elements)
                {
                    CheckTarget(context, target, null, writers);
                }
                break;
            case IAssignmentOperation assignment:
                CheckTarget(context, assignment.Target, assignment.Value, writers);
                break;
            case IIncrementOrDecrementOperation step:
                CheckTarget(context, step.Target, null, writers);
                break;
        }
    }

    private static void CheckTarget(OperationAnalysisContext context, IOperation target, IOperation? value, TenantWriters writers)
    {
        if (target is IMemberReferenceOperation && TenantColumn.EntityWritten(target, writers.Symbols) is { } entity && !writers.May(context, target, value, entity))
        {
            Report(context, entity, target.Syntax.GetLocation(), writers.Symbols);
        }
    }

    /// <summary><c>SetProperty</c> of a bulk update, and <c>CurrentValues.SetValues</c> of something that has the column.</summary>
    private static void CheckCall(OperationAnalysisContext context, TenantWriters writers)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod.Name: "SetProperty", Arguments.Length: >= 2 } && call.TargetMethod.IsOfEntityFramework())
        {
            var selector = SelectorOf(call);
            if (TenantColumn.EntitySelected(selector, writers.Symbols) is { } entity && !writers.Covers(context))
            {
                Report(context, entity, selector.Syntax.GetLocation(), writers.Symbols);
            }
        }
        else if (call is { TargetMethod.Name: "SetValues", Arguments: [var values], Instance: IPropertyReferenceOperation { Instance: var entry } }
            && TenantColumn.EntityOfEntry(entry) is { } row
            && values.Value.WithoutConversions().Type is { } type
            && writers.Symbols.IsOwned(row)
            && !writers.Symbols.IsOwned(type)
            && HasMember(type, writers.Symbols.TenantMemberOf(row))
            && !writers.May(context, call, null, row))
        {
            Report(context, row, values.Syntax.GetLocation(), writers.Symbols);
        }
    }

    /// <summary>Not in the method that asks: a closure there would be made at every call of the code that is looked at.</summary>
    private static IOperation SelectorOf(IInvocationOperation call) =>
        call.Arguments.First(argument => argument.Parameter?.Ordinal == (call.TargetMethod.IsExtensionMethod ? 1 : 0)).Value;

    private static bool HasMember(ITypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (!at.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }
        return false;
    }

    private static void Report(OperationAnalysisContext context, ITypeSymbol entity, Location place, TenancySymbols symbols) =>
        context.Report(Diagnostic.Create(TenantColumnWritten, place, symbols.IsEmitted(entity) ? StampedProperty : ImmutableDictionary<string, string?>.Empty, entity.Name));
}
