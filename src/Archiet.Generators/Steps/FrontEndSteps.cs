using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// From files to checked entities. A section is read again only when its text changed, and checked again only when it, the names that the genome declares, or a
/// field that its expressions lead to changed; where it stands in its file is known to the diagnosis alone, so that a moved line or an edited comment goes no further.
/// </summary>
internal sealed class FrontEndSteps
{
    /// <summary>Builds the steps.</summary>
    public FrontEndSteps(IncrementalGeneratorInitializationContext context, FailureOutputs failures)
    {
        var files = context.AdditionalTextsProvider
            .Where(GenomeFiles.IsGenome)
            .ToPipeline(GenomeFiles.Read)
            .Gather()
            .SelectMany(static (files, _) => GenomeFiles.InOrder(files.All, static file => file.Path))
            .WithTrackingName(TrackingNames.File);
        Paths = files.Select(static (file, _) => file.Path).Gather();

        var splits = failures.Of(files.SelectGuarded(TrackingNames.Split, static (file, _) => Split(file)), StepKind.FrontEnd);
        var sections = splits.SelectMany(static (file, _) => SectionBuckets.Of(file)).SelectMany(static (bucket, _) => bucket.All).WithTrackingName(TrackingNames.Section);
        var parsed = failures.Of(sections.SelectGuarded(TrackingNames.Parse, static (section, _) => GenomeFrontEnd.Parse(section)), StepKind.FrontEnd);
        var document = splits.Gather().With(parsed.Gather()).Select(static (pair, _) => Document.Of(pair.Left.All, pair.Right.All));
        OperationPlaces = document.Select(static (read, _) => new Items<OperationPlace>(
            read is null ? EquatableArray<OperationPlace>.Empty : GenomeFrontEnd.LocateOperations(read.Files, read.Sections)));
        AsRead = document;
        var faces = document.Select(static (read, _) => read is null ? null : new Items<SectionFace>(read.Sections.Select(static section => section.Face).ToEquatableArray()))
            .WithTrackingName(TrackingNames.Faces);
        var declared = failures.Of(faces.SelectGuarded(TrackingNames.Declare, static (all, _) => all is null ? null : GenomeFrontEnd.Declare(all.All)), StepKind.FrontEnd);
        Approvals = declared.Select(static (found, _) => new Items<BoundApproval>(found?.Approvals ?? EquatableArray<BoundApproval>.Empty));
        Outline = declared.Select(static (found, _) => found?.Outline).WithTrackingName(TrackingNames.Outline);
        var names = declared.Select(static (found, _) => found?.Names).WithTrackingName(TrackingNames.Names);
        var shapes = failures.Of(
            faces.With(names).SelectGuarded(TrackingNames.Shapes, static (seen, _) => seen is { Left: { } left, Right: { } right } ? GenomeFrontEnd.Shapes(left.All, right) : null),
            StepKind.FrontEnd);
        var reached = failures.Of(parsed.With(shapes).SelectGuarded(TrackingNames.Reach, static (pair, _) => Reach(pair.Left, pair.Right)), StepKind.FrontEnd);
        var bound = failures.Of(reached.With(names).SelectGuarded(TrackingNames.Bind, static (pair, _) => Bind(pair.Left, pair.Right)), StepKind.FrontEnd);
        var declaredDocument = document.With(declared).Select(static (read, _) => read is { Left: { } left, Right: { } right } ? new DeclaredDocument(left, right) : null);
        var checkedGenome = declaredDocument.With(bound.Gather()).Select(static (found, _) => CheckedDocument.Of(found.Left, found.Right.All));
        var seeded = failures.Of(checkedGenome.SelectGuarded(TrackingNames.Seed, static (genome, _) => genome?.Seed()), StepKind.FrontEnd);
        Entities = bound.SelectMany(static (section, _) => EntitiesOf(section, retired: false)).With(seeded)
            .Select(static (pair, _) => pair.Right is null ? pair.Left : pair.Right.Seed(pair.Left));
        Retired = bound.SelectMany(static (section, _) => EntitiesOf(section, retired: true));
        Diagnosis = failures.Of(
            checkedGenome.With(seeded).SelectGuarded(TrackingNames.Diagnose, static (pair, _) => pair is { Left: { } genome, Right: { } seeds } ? genome.Diagnose(seeds) : null),
            StepKind.FrontEnd);
    }

    /// <summary>The genome's files, in order of paths.</summary>
    public PipelineValue<Items<string>> Paths { get; }

    /// <summary>Everything but the fields of entities.</summary>
    public PipelineValue<GenomeOutline?> Outline { get; }

    /// <summary>The entities in which nothing is wrong.</summary>
    public PipelineValues<BoundEntity> Entities { get; }

    /// <summary>The entities of which only the tables are left, in which nothing is wrong.</summary>
    public PipelineValues<BoundEntity> Retired { get; }

    /// <summary>Changes of the schema that the genome acknowledges.</summary>
    public PipelineValue<Items<BoundApproval>> Approvals { get; }

    /// <summary>The genome as it was read; it changes with every line.</summary>
    public PipelineValue<Document?> AsRead { get; }

    /// <summary>Where the operations are named, which need handlers.</summary>
    public PipelineValue<Items<OperationPlace>> OperationPlaces { get; }

    /// <summary>What is wrong with the genome.</summary>
    public PipelineValue<Diagnosis?> Diagnosis { get; }

    private static SplitGenome Split(GenomeFile file)
    {
        Rehearsal.BeginFor(file.Text);
        return GenomeFrontEnd.Split(file);
    }

    private static IEnumerable<BoundEntity> EntitiesOf(SectionBinding section, bool retired) =>
        section.Entities.Select(entity => entity.Entity).OfType<BoundEntity>().Where(entity => entity.IsRetired == retired);

    private static ReachedSection? Reach(ParsedSection section, EntityShapes? shapes) =>
        shapes is null ? null : new(section, section.Entities.Select(entity => new Reached(shapes.Reach(entity))).ToEquatableArray());

    private static SectionBinding? Bind(ReachedSection section, DeclaredNames? names) =>
        names is null ? null : new(section.Parsed.Entities.Zip(section.Entities, (entity, reached) => GenomeFrontEnd.Bind(entity, names, reached.Shapes)).ToEquatableArray());

    /// <summary>A section, and what the expressions of its entities lead to: all that binding it depends on, but for names.</summary>
    private sealed record ReachedSection(ParsedSection Parsed, EquatableArray<Reached> Entities);

    private sealed record Reached(EquatableArray<EntityShape> Shapes);
}
