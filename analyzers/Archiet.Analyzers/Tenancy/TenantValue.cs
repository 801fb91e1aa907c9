using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// Whether a value is made of what a tenant's context has read: an owned entity, a query of a tenant-owned context, or something computed from either. Follows local
/// variables, lambdas and the methods of the same file; what it cannot prove it does not claim.
/// </summary>
internal sealed class TenantValue
{
    /// <summary>How many methods are followed from one into the next.</summary>
    private const int MostMethods = 3;

    private readonly TenancySymbols symbols;
    private readonly HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
    private int methods;

    private TenantValue(TenancySymbols symbols) => this.symbols = symbols;

    /// <summary>Whether a value, or what a function gives, is a tenant's.</summary>
    public static bool Is(IOperation? value, TenancySymbols symbols) => new TenantValue(symbols).Comes(value);

    private bool Comes(IOperation? value)
    {
        if (value is null or { ConstantValue.HasValue: true } or IInstanceReferenceOperation)
        {
            return false;
        }
        return value switch
        {
            // What is made on the spot is a tenant's by what is put into it, whatever its type.
            IObjectCreationOperation made => made.Arguments.Any(argument => Comes(argument.Value)) || (made.Initializer?.Initializers.Any(Comes) ?? false),
            IAnonymousObjectCreationOperation made => made.Initializers.Any(Comes),
            IArrayCreationOperation array => array.Initializer?.ElementValues.Any(Comes) ?? false,
            ICollectionExpressionOperation collection => collection.Elements.Any(Comes),
            ISpreadOperation spread => Comes(spread.Operand),
            IAssignmentOperation assignment => Comes(assignment.Value),
            IConversionOperation conversion => Comes(conversion.Operand),
            IParenthesizedOperation parenthesized => Comes(parenthesized.Operand),
            IDelegateCreationOperation creation => Comes(creation.Target),
            IAnonymousFunctionOperation lambda => Gives(lambda.Body),
            IMethodReferenceOperation group => Gives(BodyOf(group.Method, group)),
            _ => IsRows(value) || IsMadeOf(value),
        };
    }

    private bool IsMadeOf(IOperation value) => value switch
    {
        IAwaitOperation awaited => Comes(awaited.Operation),
        ITranslatedQueryOperation query => Comes(query.Operation),
        IConditionalOperation choice => Comes(choice.WhenTrue) || Comes(choice.WhenFalse),
        ICoalesceOperation choice => Comes(choice.Value) || Comes(choice.WhenNull),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => Comes(arm.Value)),
        IConditionalAccessOperation access => Comes(access.Operation) || Comes(access.WhenNotNull),
        ITupleOperation tuple => tuple.Elements.Any(Comes),
        IWithOperation copy => Comes(copy.Operand),
        IBinaryOperation both => Comes(both.LeftOperand) || Comes(both.RightOperand),
        IUnaryOperation one => Comes(one.Operand),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(part => Comes(part.Expression)),
        IArrayElementReferenceOperation element => Comes(element.ArrayReference),
        IMemberReferenceOperation member => Comes(member.Instance),
        ILocalReferenceOperation local => followed.Add(local.Local) && LocalUses.Of(local).Values.Any(Comes),
        IInvocationOperation call => Gives(call),
        _ => false,
    };

    /// <summary>What is read of something is of the same tenant; what is given to others' code may only choose among what belongs to nobody.</summary>
    private bool Gives(IInvocationOperation call) =>
        Comes(QuerySource.Receiver(call))
        || (IsFrameworks(call.TargetMethod) && call.Arguments.Any(argument => Comes(argument.Value)))
        || Gives(BodyOf(call.TargetMethod, call));

    /// <summary>Whether any value that a body returns is a tenant's.</summary>
    private bool Gives(IOperation? body)
    {
        if (body is null)
        {
            return false;
        }
        foreach (var operation in body.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && Comes(value))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The body of a method of the same file: other files would ask for a semantic model of their own.</summary>
    private IOperation? BodyOf(IMethodSymbol method, IOperation from)
    {
        if (method.DeclaringSyntaxReferences is not [var declaration] || from.SemanticModel is not { } model || declaration.SyntaxTree != model.SyntaxTree
            || methods >= MostMethods || !followed.Add(method))
        {
            return null;
        }
        methods++;
        return declaration.GetSyntax() is MethodDeclarationSyntax or LocalFunctionStatementSyntax ? model.GetOperation(declaration.GetSyntax()) : null;
    }

    private bool IsRows(IOperation value) =>
        value.Type is { } type && (IsOwned(type, 0) || (IsQuery(type) && QuerySource.Of(value, symbols) == ContextKind.Tenant));

    /// <summary>An owned entity, or what holds some: a collection, a task, a tuple. A delegate, a comparer or a service over entities is none.</summary>
    private bool IsOwned(ITypeSymbol type, int depth) => type switch
    {
        _ when depth > 3 => false,
        IArrayTypeSymbol array => IsOwned(array.ElementType, depth + 1),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsOwned(element.Type, depth + 1)),
        INamedTypeSymbol { IsGenericType: true } generic when Holds(generic) => generic.TypeArguments.Any(argument => IsOwned(argument, depth + 1)),
        _ => symbols.IsOwned(type),
    };

    private static bool Holds(INamedTypeSymbol type) => type.TypeKind != TypeKind.Delegate
        && (type.Name is "Task" or "ValueTask" or "KeyValuePair" || type.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            || type.AllInterfaces.Any(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));

    private static bool IsQuery(ITypeSymbol type) => type.Name == nameof(IQueryable) || type.AllInterfaces.Any(candidate => candidate.Name == nameof(IQueryable));

    /// <summary>Framework code gives back what it was given in another form: text, bytes, a collection, a task.</summary>
    private static bool IsFrameworks(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }
        return method.IsStatic && space?.Name == nameof(System);
    }
}
