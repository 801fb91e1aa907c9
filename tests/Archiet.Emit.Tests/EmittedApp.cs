using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Archiet.Genome.Binding;
using Archiet.Model;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Emit.Tests;

/// <summary>A genome emitted and compiled as in a user's web project: nullable, documented, every warning counted, nothing excused for being generated.</summary>
internal sealed class EmittedApp
{
    private EmittedApp(GenomeModel model, IReadOnlyList<MigrationPlan>? plans, params string[] userSources)
    {
        Model = model;
        Files = plans is null ? GenomeEmitter.Emit(model) : WithHistory(model, plans);
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var trees = Files.Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.HintName, System.Text.Encoding.UTF8))
            .Concat(userSources.Append(ImplicitUsings.Web).Select(source => CSharpSyntaxTree.ParseText(source, parse)));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
            .WithSyntaxTreeOptionsProvider(new NothingIsGenerated());
        Compilation = CSharpCompilation.Create(model.App.Name + Guid.NewGuid().ToString("N"), trees, References.WebApp, options);
    }

    public GenomeModel Model { get; }

    public IReadOnlyList<GeneratedFile> Files { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>What the compiler says, hints left out.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    public static EmittedApp Of(BoundGenome genome, params string[] userSources) => new(Lowering.Lower(genome), null, userSources);

    /// <summary>The same with other migrations than the one that makes all of it: oldest first, and the one that is not sealed last.</summary>
    public static EmittedApp Of(BoundGenome genome, Func<GenomeModel, IReadOnlyList<MigrationPlan>> plans, params string[] userSources)
    {
        var model = Lowering.Lower(genome);
        return new(model, plans(model), userSources);
    }

    public string File(string hintName) => Files.Single(file => file.HintName == hintName).Text;

    /// <summary>The compiled assembly.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static List<GeneratedFile> WithHistory(GenomeModel model, IReadOnlyList<MigrationPlan> plans) =>
    [
        .. GenomeEmitter.Emit(model).Where(static file => file.HintName is not ("Migration.Pending.g.cs" or "Migration.History.g.cs")),
        .. MigrationEmitter.Emit(model.App, [.. plans.Where(static plan => plan.Id != MigrationPlan.PendingId)], plans.FirstOrDefault(static plan => plan.Id == MigrationPlan.PendingId)),
        HistoryEmitter.Emit(model.App, plans),
    ];

    private sealed class NothingIsGenerated : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
