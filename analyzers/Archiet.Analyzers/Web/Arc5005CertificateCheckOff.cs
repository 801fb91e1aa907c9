using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>ARC5005: a server's certificate is accepted whatever is wrong with it, so that whoever stands between may read and change everything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc5005CertificateCheckOff : DiagnosticAnalyzer
{
    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor CertificateCheckOff = new(
        "ARC5005",
        "Certificates are not checked",
        "Every certificate is accepted, so whoever stands between reads and changes what is sent: leave the check to the platform, or compare with a certificate that you know",
        Rule.Web,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC5005"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CertificateCheckOff];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Net.Security.SslPolicyErrors") is { } errors)
            {
                start.RegisterOperationAction(operation => LookAtCallback(operation, errors), OperationKind.DelegateCreation);
            }
            if (start.Compilation.GetTypeByMetadataName("System.Net.Http.HttpClientHandler") is { } handler)
            {
                start.RegisterOperationAction(operation => LookAtValidator(operation, handler), OperationKind.PropertyReference);
            }
        });
    }

    /// <summary>A callback is known by its delegate: it is told of the errors, and answers whether to go on.</summary>
    private static void LookAtCallback(OperationAnalysisContext context, INamedTypeSymbol errors)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [.., { Type: var last }] } }
            && SymbolEqualityComparer.Default.Equals(last, errors)
            && Always.True(creation.Target))
        {
            context.Report(Diagnostic.Create(CertificateCheckOff, creation.Syntax.GetLocation()));
        }
    }

    private static void LookAtValidator(OperationAnalysisContext context, INamedTypeSymbol handler)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property.Name == "DangerousAcceptAnyServerCertificateValidator"
            && SymbolEqualityComparer.Default.Equals(reference.Property.ContainingType, handler)
            && reference.Parent is not INameOfOperation)
        {
            context.Report(Diagnostic.Create(CertificateCheckOff, reference.Syntax.GetLocation()));
        }
    }
}
