using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Work that is started and not waited for, and the contexts of outside that it uses.</summary>
internal static class ForgottenWork
{
    /// <summary>The functions that an operation starts without waiting for them; none for any other.</summary>
    public static IEnumerable<IOperation> Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew", ContainingType: { Name: "Task" or "TaskFactory", ContainingNamespace.Name: "Tasks" } } } call when IsDropped(call) => Functions(call.Arguments),
        IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem", ContainingType.Name: "ThreadPool" } } call => Functions(call.Arguments),
        IObjectCreationOperation { Type: { Name: "Timer" or "Thread", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: nameof(System) } } } made => Functions(made.Arguments),
        IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: { Name: "Elapsed", ContainingType.Name: "Timer" } }, HandlerValue: { } handler } => [handler.WithoutConversions()],
        _ => [],
    };

    /// <summary>Whether a task is thrown away: a statement by itself, or given to a discard.</summary>
    public static bool IsDropped(IInvocationOperation call)
    {
        IOperation at = call;
        while (at.Parent is IInvocationOperation { TargetMethod.Name: "ContinueWith" or "ConfigureAwait" } next && next.Instance == at)
        {
            at = next;
        }
        return at.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    /// <summary>Whether a method gives a task.</summary>
    public static bool GivesTask(IMethodSymbol method) => method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    /// <summary>The type of a tenant's context that a function uses and did not make itself; null when there is none.</summary>
    public static ITypeSymbol? ContextUsed(IOperation function, TenancySymbols symbols) => function switch
    {
        IMethodReferenceOperation group => ContextUsed(BodyOf(group.Method, group), function.Syntax, symbols, follow: false),
        IInvocationOperation call => ContextUsed(BodyOf(call.TargetMethod, call), function.Syntax, symbols, follow: false),
        _ => ContextUsed(function, function.Syntax, symbols, follow: true),
    };

    private static ITypeSymbol? ContextUsed(IOperation? body, SyntaxNode function, TenancySymbols symbols, bool follow)
    {
        if (body is null)
        {
            return null;
        }
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (symbols.KindOf(operation.Type) == ContextKind.Tenant && IsFromOutside(operation, follow ? function : body.Syntax))
            {
                return operation.Type;
            }
            if (follow && operation is IInvocationOperation { Instance: IInstanceReferenceOperation } call && ContextUsed(call, symbols) is { } used)
            {
                return used;
            }
        }
        return null;
    }

    /// <summary>State of the object, or what was declared around the function.</summary>
    private static bool IsFromOutside(IOperation operation, SyntaxNode function) => operation switch
    {
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
        ILocalReferenceOperation local => !IsWithin(local.Local, function),
        IParameterReferenceOperation parameter => !IsWithin(parameter.Parameter, function),
        _ => false,
    };

    private static bool IsWithin(ISymbol symbol, SyntaxNode function) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == function.SyntaxTree && function.Span.Contains(declaration.Span);

    private static IEnumerable<IOperation> Functions(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Select(argument => argument.Value.WithoutConversions()).Where(value => value is IAnonymousFunctionOperation or IMethodReferenceOperation);

    private static IOperation? BodyOf(IMethodSymbol method, IOperation from) =>
        method.DeclaringSyntaxReferences is [var declaration] && from.SemanticModel is { } model && declaration.SyntaxTree == model.SyntaxTree
        && declaration.GetSyntax() is MethodDeclarationSyntax or LocalFunctionStatementSyntax
            ? model.GetOperation(declaration.GetSyntax())
            : null;
}
