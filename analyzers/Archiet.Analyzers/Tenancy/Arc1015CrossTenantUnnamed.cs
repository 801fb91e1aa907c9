using System.Collections.Concurrent;
using System.Collections.Immutable;
using Archiet.Analyzers.Adoption;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Tenancy;

/// <summary>
/// ARC1015: in a project with a genome, the code that works across tenants and the capabilities that name it do not agree: a [CrossTenant] that no capability names,
/// or a name in the genome that no [CrossTenant] has. What the genome names stands in the compilation as attributes of its assembly, which the generator emits.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Arc1015CrossTenantUnnamed : DiagnosticAnalyzer
{
    private const string GenomeEnding = ".genome.yaml", Key = "crossTenant";

    /// <summary>A method that every sound genome gives the project: without it the generator found a mistake, and says so itself.</summary>
    private const string EmittedMethod = "MapArchiet";

    /// <summary>The fact.</summary>
    public static readonly DiagnosticDescriptor CrossTenantUnnamed = new(
        "ARC1015",
        "[CrossTenant] and the genome's capabilities do not agree",
        "{0}",
        Rule.Tenancy,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink("ARC1015"),
        customTags: [Rule.AlwaysOn, WellKnownDiagnosticTags.CompilationEnd]);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CrossTenantUnnamed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Archiet.CrossTenantAttribute") is { } crossTenant
                && start.Compilation.GetTypeByMetadataName("Archiet.CrossTenantCapabilityAttribute") is { } capability
                && start.Options.AdditionalFiles.Any(IsGenome)
                && start.Compilation.ContainsSymbolsWithName(EmittedMethod, SymbolFilter.Member, start.CancellationToken))
            {
                var uses = new ConcurrentBag<(string Member, Location Place)>();
                start.RegisterSyntaxNodeAction(node => TakeNote(node, crossTenant, uses), SyntaxKind.Attribute);
                start.RegisterCompilationEndAction(end => Compare(end, NamesOf(end.Compilation, capability), uses));
            }
        });
    }

    private static void TakeNote(SyntaxNodeAnalysisContext context, INamedTypeSymbol crossTenant, ConcurrentBag<(string Member, Location Place)> uses)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is { Arguments.Count: 1 }
            && AttributeName.Of(attribute) is "CrossTenant" or "CrossTenantAttribute"
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type, crossTenant))
        {
            uses.Add((DeclaredName.WithoutParameters(attribute), attribute.GetLocation()));
        }
    }

    private static void Compare(CompilationAnalysisContext context, ImmutableArray<string> names, ConcurrentBag<(string Member, Location Place)> uses)
    {
        foreach (var (member, place) in uses)
        {
            if (!names.Any(name => Names(name, member)))
            {
                Report($"No capability of the genome names '{member}': put it under '{Key}' of the capability that it serves, or let it work within one tenant", place);
            }
        }
        foreach (var name in names.Where(name => !uses.Any(use => Names(name, use.Member))))
        {
            Report($"No member '{name}' has [CrossTenant]: name the one that has, or take the name from the capability", PlaceOf(name, context.Options, context.CancellationToken));
        }

        void Report(string text, Location place) => context.Report(Diagnostic.Create(CrossTenantUnnamed, place, text));
    }

    /// <summary>A name has as much of the namespace as its author wrote.</summary>
    private static bool Names(string name, string member) =>
        member.EndsWith(name, StringComparison.Ordinal) && (member.Length == name.Length || member[member.Length - name.Length - 1] == '.');

    private static ImmutableArray<string> NamesOf(Compilation compilation, INamedTypeSymbol capability) =>
    [
        .. compilation.Assembly.GetAttributes()
            .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, capability))
            .Select(attribute => attribute.ConstructorArguments is [_, { Value: string member }] ? member : "")
            .Distinct(),
    ];

    /// <summary>Where the genome has a name: behind the first key it may stand under.</summary>
    private static Location PlaceOf(string name, AnalyzerOptions options, CancellationToken cancel)
    {
        foreach (var file in options.AdditionalFiles.Where(IsGenome))
        {
            var text = file.GetText(cancel)?.ToString() ?? "";
            for (var at = text.IndexOf(Key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if (IsWord(text, at, name))
                {
                    var span = new TextSpan(at, name.Length);
                    return Location.Create(file.Path, span, SourceText.From(text).Lines.GetLinePositionSpan(span));
                }
            }
        }
        return Location.None;
    }

    private static bool IsWord(string text, int at, string name) =>
        string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && !IsPart(text, at - 1) && !IsPart(text, at + name.Length);

    private static bool IsPart(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.');

    private static bool IsGenome(AdditionalText file) => file.Path.EndsWith(GenomeEnding, StringComparison.OrdinalIgnoreCase);
}
