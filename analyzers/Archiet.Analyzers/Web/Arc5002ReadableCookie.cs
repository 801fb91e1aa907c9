using System.Collections.Immutable;
using Archiet.Analyzers.Secrets.Files;
using Archiet.Analyzers.Tenancy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>ARC5002: a session's cookie that scripts can read, so that any script on the page can send it elsewhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5002ReadableCookie : DiagnosticAnalyzer
{
    private const string HttpOnly = "HttpOnly";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ReadableCookie = new(
        "ARC5002",
        "A session's cookie that scripts can read",
        "Scripts can read the cookie '{0}', and whoever has it is the user: let the server write it, with HttpOnly",
        Rule.Web,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5002"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ReadableCookie];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(LookAtFile);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IResponseCookies") is { } cookies
                && start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.CookieBuilder") is { } builder)
            {
                start.RegisterOperationAction(operation => LookAtCookie(operation, cookies), OperationKind.Invocation);
                start.RegisterOperationAction(operation => LookAtBuilder(operation, builder), OperationKind.SimpleAssignment);
            }
        });
    }

    /// <summary>What a script writes is never HttpOnly.</summary>
    private static void LookAtFile(AdditionalFileAnalysisContext context)
    {
        if (FileContent.Of(context) is not { IsRead: true } content)
        {
            return;
        }
        foreach (var kept in content.Kept)
        {
            if (kept.Kind == StorageKind.Cookie)
            {
                context.Report(Diagnostic.Create(ReadableCookie, content.PlaceOf(kept.Span), kept.Name));
            }
        }
    }

    private static void LookAtCookie(OperationAnalysisContext context, INamedTypeSymbol cookies)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod.Name: "Append", Arguments: [{ Value: var name }, { Value: var value }, .. var rest] }
            && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, cookies)
            && CookieOf(name, value) is { } cookie
            && (rest.IsEmpty || IsReadable(rest[0].Value)))
        {
            context.Report(Diagnostic.Create(ReadableCookie, CallSite.Of(call.Syntax), cookie));
        }
    }

    /// <summary>The middleware's own cookies are HttpOnly until somebody says otherwise.</summary>
    private static void LookAtBuilder(OperationAnalysisContext context, INamedTypeSymbol builder)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment is { Target: IPropertyReferenceOperation { Property: { Name: HttpOnly, ContainingType: var type }, Instance: { } of }, Value.ConstantValue: { HasValue: true, Value: false } }
            && SymbolEqualityComparer.Default.Equals(type, builder)
            && of is IPropertyReferenceOperation { Property: { ContainingType.Name: "CookieAuthenticationOptions" or "SessionOptions" } owner })
        {
            context.Report(Diagnostic.Create(ReadableCookie, assignment.Syntax.GetLocation(), owner.ContainingType.Name));
        }
    }

    private static string? CookieOf(IOperation name, IOperation value)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text })
        {
            return NamesOfProof.IsOfSession(text) ? text : null;
        }
        // The name is known at run time alone; what is put into it may say enough.
        return value switch
        {
            ILocalReferenceOperation local when NamesOfProof.IsOfSession(local.Local.Name) => local.Local.Name,
            IMemberReferenceOperation { Member.Name: var member } when NamesOfProof.IsOfSession(member) => member,
            _ => null,
        };
    }

    /// <summary>Whether options leave the cookie readable, as new ones do; what comes from elsewhere is elsewhere's business.</summary>
    private static bool IsReadable(IOperation options) => options switch
    {
        IConversionOperation conversion => IsReadable(conversion.Operand),
        IObjectCreationOperation { Type.Name: "CookieOptions", Arguments.IsEmpty: true, Initializer: var initializer } =>
            !(initializer?.Initializers ?? []).Any(SetsHttpOnly),
        ILocalReferenceOperation local => LocalUses.Of(local) is { AllKnown: true, Values: [var only] } uses && IsReadable(only) && !uses.Reads.Any(IsChangedOrHandedOn),
        _ => false,
    };

    private static bool SetsHttpOnly(IOperation part) => part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: HttpOnly } } assignment
        && assignment.Value.ConstantValue is not { HasValue: true, Value: false };

    private static bool IsChangedOrHandedOn(ILocalReferenceOperation read) => read.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: HttpOnly, Parent: { } assignment } => SetsHttpOnly(assignment),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "IResponseCookies" } } => false,
        IPropertyReferenceOperation => false,
        _ => true,
    };
}
