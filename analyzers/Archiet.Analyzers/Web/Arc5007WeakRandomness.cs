using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>ARC5007: a secret made by System.Random, whose next numbers follow from a few that were seen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5007WeakRandomness : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor WeakRandomness = new(
        "ARC5007",
        "A secret from predictable randomness",
        "'{0}' is made by System.Random, whose next numbers can be computed from a few of its last: use RandomNumberGenerator",
        Rule.Web,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5007"));

    private static readonly ImmutableHashSet<string> Makes = ImmutableHashSet.Create("new", "make", "create", "generate", "random", "build", "issue", "get", "compute");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WeakRandomness];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Random") is { } random)
            {
                start.RegisterOperationAction(operation => Look(operation, random), OperationKind.Invocation);
            }
        });
    }

    private static void Look(OperationAnalysisContext context, INamedTypeSymbol random)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsRandom(call.TargetMethod.ContainingType, random) && !call.TargetMethod.IsStatic && MadeBy(call, context.ContainingSymbol) is { } secret)
        {
            context.Report(Diagnostic.Create(WeakRandomness, CallSite.Of(call.Syntax), secret));
        }
    }

    private static bool IsRandom(INamedTypeSymbol type, INamedTypeSymbol random)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, random))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The secret that a random number becomes part of: a variable or member that the expression around it is given to, what is filled with it, or what the function gives.</summary>
    private static string? MadeBy(IInvocationOperation call, ISymbol member)
    {
        foreach (var argument in call.Arguments)
        {
            if (NameOf(argument.Value) is { } filled && NamesOfProof.IsSecret(filled))
            {
                return filled;
            }
        }
        for (IOperation at = call; at.Parent is { } parent; at = parent)
        {
            var name = parent switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol.Name,
                IAssignmentOperation assignment when assignment.Value == at || assignment is ICompoundAssignmentOperation => NameOf(assignment.Target),
                IFieldInitializerOperation initializer => initializer.InitializedFields.FirstOrDefault()?.Name,
                IPropertyInitializerOperation initializer => initializer.InitializedProperties.FirstOrDefault()?.Name,
                ILocalFunctionOperation function => GivenBy(function.Symbol),
                _ => null,
            };
            if (name is not null && NamesOfProof.IsSecret(name))
            {
                return name;
            }
        }
        return member is IMethodSymbol method ? GivenBy(method) is { } given && NamesOfProof.IsSecret(given) ? given : null : null;
    }

    /// <summary>A function that gives something is named after what it gives; one that gives nothing, or a flag, is named after something else.</summary>
    private static string? GivenBy(IMethodSymbol method)
    {
        if (method.AssociatedSymbol is IPropertySymbol property)
        {
            return property.Name;
        }
        var type = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : method.ReturnType;
        return (type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol) && SaysWhatItMakes(Words.Of(method.Name)) ? method.Name : null;
    }

    /// <summary>NewToken makes one, and so does Password; SwapTokens works on those of a text.</summary>
    private static bool SaysWhatItMakes(List<string> words) => words.Count == 1 || Makes.Contains(words[0]);

    private static string? NameOf(IOperation target) => target switch
    {
        IConversionOperation conversion => NameOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: { IsImplicitlyDeclared: false } member } when member is not IPropertySymbol { IsIndexer: true } => member.Name,
        IArrayElementReferenceOperation element => NameOf(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => NameOf(instance),
        _ => null,
    };
}
