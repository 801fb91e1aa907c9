using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>
/// ARC5008: a value that the genome classifies goes where it stays, and is read by people who may not read the row: a log, an exception, a metric or trace, a
/// cache's key, a URL.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5008ClassifiedValueLeaves : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ClassifiedValueLeaves = new(
        "ARC5008",
        "A classified value leaves the row",
        "'{0}' is classified and goes into {1}, which outlives the row and is read by others: use the row's id instead",
        Rule.Web,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5008"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ClassifiedValueLeaves];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Archiet.ClassifiedAttribute") is { } attribute)
            {
                var classified = new Classified(attribute);
                var sinks = new ClassifiedSinks(start.Compilation);
                start.RegisterOperationAction(operation => Look(operation, ((IInvocationOperation)operation.Operation).Arguments, sinks, classified), OperationKind.Invocation);
                start.RegisterOperationAction(operation => Look(operation, ((IObjectCreationOperation)operation.Operation).Arguments, sinks, classified), OperationKind.ObjectCreation);
            }
        });
    }

    private static void Look(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments, ClassifiedSinks sinks, Classified classified)
    {
        var method = context.Operation is IInvocationOperation call ? call.TargetMethod : ((IObjectCreationOperation)context.Operation).Constructor;
        if (method is null || sinks.Of(method) is not { } sink)
        {
            return;
        }
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || !sink.Takes(parameter) || argument.ArgumentKind == ArgumentKind.DefaultValue)
            {
                continue;
            }
            if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } several } })
            {
                foreach (var value in several.ElementValues)
                {
                    LookAt(context, value, sink, classified);
                }
            }
            else
            {
                LookAt(context, argument.Value, sink, classified);
            }
        }
    }

    private static void LookAt(OperationAnalysisContext context, IOperation value, ClassifiedSink sink, Classified classified)
    {
        if (classified.In(value, sink.TakesApart) is { } member)
        {
            context.Report(Diagnostic.Create(ClassifiedValueLeaves, value.Syntax.GetLocation(), member.Name, sink.Words));
        }
    }
}
