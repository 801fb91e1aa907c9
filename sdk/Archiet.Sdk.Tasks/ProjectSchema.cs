using Archiet.Genome;
using Archiet.Genome.Diagnostics;
using Archiet.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Archiet.Sdk.Tasks;

/// <summary>What a project's genome says of its database, and where.</summary>
internal sealed class ProjectSchema
{
    private readonly IReadOnlyCollection<ChangePlace> _places;

    private ProjectSchema(SchemaWish wish, IReadOnlyCollection<ChangePlace> places) => (Wish, _places) = (wish, places);

    /// <summary>What it says.</summary>
    public SchemaWish Wish { get; }

    /// <summary>Reads the genome; null where it has an error, which is logged at its place.</summary>
    public static ProjectSchema? Read(IEnumerable<ITaskItem> genomes, TaskLoggingHelper log)
    {
        var files = genomes.Select(static item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(static path => new GenomeFile(path, File.ReadAllText(path))).ToList();
        var compiled = GenomeFrontEnd.Compile(files);
        foreach (var found in compiled.Diagnostics)
        {
            log.Report(found);
        }
        if (compiled.Genome is not { } genome)
        {
            return null;
        }
        var splits = files.Select(GenomeFrontEnd.Split).ToList();
        return new(SchemaWish.Of(Lowering.Lower(genome), genome.Approvals), GenomeFrontEnd.LocateChanges(splits, [.. splits.SelectMany(static split => split.Sections).Select(GenomeFrontEnd.Parse)]));
    }

    /// <summary>Logs what there is to say of a change at the genome's lines.</summary>
    public void Report(IEnumerable<ChangeFinding> findings, TaskLoggingHelper log)
    {
        foreach (var found in findings)
        {
            var place = ChangePlaces.Nearest(_places, found.Key) ?? throw new InvalidOperationException("A genome without an app was read without an error.");
            log.Report(new GenomeDiagnostic(found.Descriptor, place, found.Message));
        }
    }
}
