using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Adoption;

/// <summary>
/// ARC9002: code takes an exception to a rule of ours: [CrossTenant], a suppression, a pragma, a file that says it is generated. A note and no mistake: the report
/// of exceptions is made of these, from the compiler's log.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc9002ExceptionTaken : DiagnosticAnalyzer
{
    /// <summary>The names under which a note carries what the report says of it.</summary>
    internal const string KindProperty = "archiet.kind", RuleProperty = "archiet.rule", ReasonProperty = "archiet.reason";

    /// <summary>The kinds of exceptions.</summary>
    internal const string CrossTenant = "CrossTenant", Suppression = "SuppressMessage", Pragma = "pragma", Generated = "generated";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor ExceptionTaken = new(
        "ARC9002",
        "Code takes an exception to a rule",
        "An exception to {0} is taken here, and stands in the report of exceptions: {1}",
        Rule.Adoption,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC9002"),
        customTags: Rule.AlwaysOn);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ExceptionTaken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Generated files too: to say that a file is generated is a way to hide it from every rule.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxTreeAction(LookAtFile);
        context.RegisterCompilationStartAction(start =>
        {
            var crossTenant = start.Compilation.GetTypeByMetadataName("Archiet.CrossTenantAttribute");
            start.RegisterSyntaxNodeAction(node => LookAtAttribute(node, crossTenant), SyntaxKind.Attribute);
        });
    }

    private static void LookAtFile(SyntaxTreeAnalysisContext context)
    {
        if (context.IsGeneratedCode && IsOfProject(context.Tree.FilePath, context.Options))
        {
            Note(context.ReportDiagnostic, context.Options, Location.Create(context.Tree, new(0, 0)), Generated, "every rule", "the file says that it is generated");
        }
        var root = context.Tree.GetRoot(context.CancellationToken);
        for (var directive = root.ContainsDirectives ? root.GetFirstDirective() : null; directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true, DisableOrRestoreKeyword.RawKind: (int)SyntaxKind.DisableKeyword } pragma)
            {
                foreach (var id in pragma.ErrorCodes.Select(code => code.ToString()).Where(IsOurs))
                {
                    Note(context.ReportDiagnostic, context.Options, pragma.GetLocation(), Pragma, id, CommentBehind(pragma));
                }
            }
        }
    }

    private static void LookAtAttribute(SyntaxNodeAnalysisContext context, INamedTypeSymbol? crossTenant)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: [var first, ..] arguments })
        {
            return;
        }
        switch (AttributeName.Of(attribute))
        {
            case "CrossTenant" or "CrossTenantAttribute" when Is(attribute, crossTenant, context):
                Note(context.ReportDiagnostic, context.Options, attribute.GetLocation(), CrossTenant, "tenancy", TextOf(first.Expression, context));
                break;
            case "SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute"
                when arguments.Count > 1 && TextOf(arguments[1].Expression, context) is var id && IsOurs(id):
                var reason = arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
                Note(context.ReportDiagnostic, context.Options, attribute.GetLocation(), Suppression, id.Split(':')[0], reason is null ? "" : TextOf(reason.Expression, context));
                break;
        }
    }

    private static void Note(Action<Diagnostic> report, AnalyzerOptions options, Location place, string kind, string rule, string reason)
    {
        var member = kind == Generated ? "" : DeclaredName.Around(place.SourceTree!.GetRoot().FindNode(place.SourceSpan));
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(KindProperty, kind).Add(RuleProperty, rule).Add(ReasonProperty, reason)
            .Add(FindingKey.PathProperty, FindingPlace.RelativePath(place.SourceTree!.FilePath, options)).Add(FindingKey.MemberProperty, member);
        report(Diagnostic.Create(ExceptionTaken, place, properties, rule, reason.Length == 0 ? "without a reason" : reason));
    }

    private static bool IsOurs(string id) => id.StartsWith("ARC", StringComparison.OrdinalIgnoreCase);

    private static bool Is(AttributeSyntax attribute, INamedTypeSymbol? type, SyntaxNodeAnalysisContext context) =>
        type is not null && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type, type);

    private static string TextOf(ExpressionSyntax expression, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetConstantValue(expression, context.CancellationToken).Value as string ?? "";

    private static string CommentBehind(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var comment = pragma.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToString();
        return comment.TrimStart('/').Trim();
    }

    /// <summary>A file of the project's folder, and not of what a build leaves there.</summary>
    private static bool IsOfProject(string path, AnalyzerOptions options)
    {
        var relative = FindingPlace.RelativePath(path, options);
        return relative.Length > 0 && relative != path.Replace('\\', '/') && !relative.StartsWith("../", StringComparison.Ordinal)
            && !relative.StartsWith("obj/", StringComparison.OrdinalIgnoreCase) && !relative.Contains("/obj/");
    }
}
