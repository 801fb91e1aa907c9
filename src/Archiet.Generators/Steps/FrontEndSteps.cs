using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Syntax;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// From files to checked entities. A section is read again only when its text changed, and checked again only when it or the outline changed; where it stands
/// in its file is known to the diagnosis alone, so that a moved line or an edited comment goes no further.
/// </summary>
internal sealed class FrontEndSteps
{
    /// <summary>Builds the steps.</summary>
    public FrontEndSteps(IncrementalGeneratorInitializationContext context, FailureOutputs failures)
    {
        var files = context.AdditionalTextsProvider
            .Where(GenomeFiles.IsGenome)
            .Select(GenomeFiles.Read)
            .Gather()
            .SelectMany(static (files, _) => GenomeFiles.InOrder(files.All, static file => file.Path))
            .WithTrackingName(TrackingNames.File);
        Paths = files.Select(static (file, _) => file.Path).Gather();

        var splits = failures.Of(files.SelectGuarded(TrackingNames.Split, static (file, _) => GenomeFrontEnd.Split(file)), StepKind.FrontEnd);
        var sections = splits.SelectMany(static (file, _) => SectionBuckets.Of(file)).SelectMany(static (bucket, _) => bucket.All).WithTrackingName(TrackingNames.Section);
        var parsed = failures.Of(sections.SelectGuarded(TrackingNames.Parse, static (section, _) => GenomeFrontEnd.Parse(section)), StepKind.FrontEnd);
        var document = splits.Gather().Combine(parsed.Gather()).Select(static (pair, _) => Document.Of(pair.Left.All, pair.Right.All));
        var declared = failures.Of(
            document.SelectGuarded(TrackingNames.Declare, static (read, _) => read is null ? null : GenomeFrontEnd.Declare(read.Sections)), StepKind.FrontEnd);
        Outline = declared.Select(static (found, _) => found?.Outline).WithTrackingName(TrackingNames.Outline);
        var bound = failures.Of(parsed.Combine(Outline).SelectGuarded(TrackingNames.Bind, static (pair, _) => Bind(pair.Left, pair.Right)), StepKind.FrontEnd);
        Entities = bound.SelectMany(static (section, _) => section.Entities.Select(entity => entity.Entity).OfType<BoundEntity>());
        Diagnosis = failures.Of(
            document.Combine(declared).Combine(bound.Gather()).SelectGuarded(TrackingNames.Diagnose, static (found, _) => Diagnose(found.Left.Left, found.Left.Right, found.Right.All)),
            StepKind.FrontEnd);
    }

    /// <summary>The genome's files, in order of paths.</summary>
    public IncrementalValueProvider<Items<string>> Paths { get; }

    /// <summary>All that entities know of each other.</summary>
    public IncrementalValueProvider<GenomeOutline?> Outline { get; }

    /// <summary>The entities in which nothing is wrong.</summary>
    public IncrementalValuesProvider<BoundEntity> Entities { get; }

    /// <summary>What is wrong with the genome.</summary>
    public IncrementalValueProvider<Diagnosis?> Diagnosis { get; }

    private static SectionBinding? Bind(ParsedSection section, GenomeOutline? outline) =>
        outline is null ? null : new(section.Entities.Select(entity => GenomeFrontEnd.Bind(entity, outline)).ToEquatableArray());

    private static Diagnosis? Diagnose(Document? document, DeclaredGenome? declared, EquatableArray<SectionBinding> bound) =>
        document is null || declared is null || bound.Count != document.Sections.Count ? null : new(GenomeFrontEnd.Locate(
            document.Files, document.Sections, declared, [.. SectionBuckets.Restore(document.Files, bound).SelectMany(static section => section.Entities)]));
}
