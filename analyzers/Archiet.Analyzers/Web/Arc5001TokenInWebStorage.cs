using System.Collections.Immutable;
using Archiet.Analyzers.Secrets.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>ARC5001: a token in the browser's storage, where every script that ever runs on the page can read it, and where it stays when the page is closed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5001TokenInWebStorage : DiagnosticAnalyzer
{
    private const string Session = "sessionStorage";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor TokenInWebStorage = new(
        "ARC5001",
        "A token in the browser's storage",
        "'{0}' is kept in {1}, where every script of the page can read it: leave the session to the HTTP-only cookie, which no script sees",
        Rule.Web,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5001"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TokenInWebStorage];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(LookAtFile);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Microsoft.JSInterop.IJSRuntime") is not null)
            {
                start.RegisterOperationAction(LookAtCall, OperationKind.Invocation);
            }
        });
    }

    private static void LookAtFile(AdditionalFileAnalysisContext context)
    {
        if (FileContent.Of(context) is not { IsRead: true } content)
        {
            return;
        }
        foreach (var kept in content.Kept)
        {
            if (kept.Kind == StorageKind.Token)
            {
                context.Report(Finding(content.PlaceOf(kept.Span), kept.Name, kept.Place));
            }
        }
    }

    /// <summary>C# that calls the browser's storage: by name over JavaScript interop, or over Blazored's wrapper of it.</summary>
    private static void LookAtCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var texts = call.TargetMethod.Name switch
        {
            "InvokeVoidAsync" or "InvokeAsync" or "InvokeVoid" or "Invoke" => Texts(call),
            "SetItemAsync" or "SetItem" or "SetItemAsStringAsync" when call.TargetMethod.ContainingNamespace.ToString().StartsWith("Blazored.", StringComparison.Ordinal) =>
                [call.TargetMethod.ContainingType.Name.Contains("Session") ? Session : "localStorage", .. Texts(call)],
            _ => [],
        };
        if (texts is [var first, var key, ..] && StoreOf(first) is { } store && NamesOfProof.IsToken(key))
        {
            context.Report(Finding(CallSite.Of(call.Syntax), key, store));
        }
    }

    private static string? StoreOf(string called) => called switch
    {
        "localStorage" or "localStorage.setItem" or "window.localStorage.setItem" => "localStorage",
        Session or "sessionStorage.setItem" or "window.sessionStorage.setItem" => Session,
        _ => null,
    };

    private static string[] Texts(IInvocationOperation call) =>
    [
        .. call.Arguments.SelectMany(argument => argument.Value is IArrayCreationOperation { Initializer: { } several } ? several.ElementValues : [argument.Value])
            .Select(value => value is IConversionOperation conversion ? conversion.Operand : value)
            .Select(value => value.ConstantValue is { HasValue: true, Value: string text } ? text : null)
            .OfType<string>(),
    ];

    /// <summary>What goes with the tab is half as bad.</summary>
    private static Diagnostic Finding(Location place, string name, string store) => store == Session
        ? Diagnostic.Create(TokenInWebStorage, place, DiagnosticSeverity.Warning, additionalLocations: null, properties: null, name, store)
        : Diagnostic.Create(TokenInWebStorage, place, name, store);
}
