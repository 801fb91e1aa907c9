using System.Collections.Immutable;
using Archiet.Generators.Diagnostics;
using Archiet.Genome.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Generators.Live;

/// <summary>
/// What is wrong with a genome, in the editor while it is written: editors show what analyzers say of a file that is no source, and nothing of what generators
/// say of it. In a build <see cref="GenomeGenerator"/> says the same, and is heard even where analyzers are switched off; equal diagnostics are shown once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GenomeAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = [.. GenomeDiagnostics.All().Select(GenomeDiagnosticReporter.ToDescriptor), GeneratorDescriptors.NoHandler];

    /// <summary>What was read before: a keystroke in a C# file, after which an editor asks again, reads nothing of the genome.</summary>
    private readonly GenomeMemory memory = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    internal GenomeMemory Memory => memory;

    private void Analyze(AdditionalFileAnalysisContext context)
    {
        if (!GenomeFiles.IsGenome(context.AdditionalFile))
        {
            return;
        }
        var known = memory.Check(context.Options.AdditionalFiles, context.CancellationToken);
        foreach (var found in known.Findings.Where(found => found.Span.Path == context.AdditionalFile.Path))
        {
            context.ReportDiagnostic(GenomeDiagnosticReporter.ToDiagnostic(found));
        }
        foreach (var handler in known.Handlers.Where(handler => handler.Span.Path == context.AdditionalFile.Path && !IsWritten(handler, context.Compilation)))
        {
            context.ReportDiagnostic(handler.Missing());
        }
    }

    /// <summary>The emitted half declares the method; where an editor has not run the generator, the user's half may be all that there is.</summary>
    private static bool IsWritten(ExpectedHandler handler, Compilation compilation) =>
        compilation.GetTypeByMetadataName(handler.Class)?.GetMembers(ExpectedHandler.Method).OfType<IMethodSymbol>()
            .Any(static method => method.PartialImplementationPart is not null || !method.IsPartialDefinition) == true;
}
