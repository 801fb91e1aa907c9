using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome;

/// <summary>
/// The front end of the compiler, as steps that an incremental host runs one by one, each a pure function with value-equal results:
/// <c>Split</c> a file, <c>Parse</c> each section, <c>Declare</c> what all of them say, <c>Bind</c> each entity, and <c>Locate</c> what is wrong.
/// An edit within one entity parses that section, declares anew (to an equal outline) and binds that entity; a moved entity does nothing but locate.
/// <see cref="Compile"/> runs them all.
/// </summary>
public static class GenomeFrontEnd
{
    /// <summary>Takes a file apart by indentation.</summary>
    public static SplitGenome Split(GenomeFile file) => SectionSplitter.Split(file);

    /// <summary>Reads a section.</summary>
    public static ParsedSection Parse(GenomeSection section) => SectionReader.Read(section);

    /// <summary>Puts together what all sections of all files declare, in the order of files and lines.</summary>
    public static DeclaredGenome Declare(IReadOnlyList<ParsedSection> sections) => Declarer.Declare(sections);

    /// <summary>Checks an entity against the outline.</summary>
    public static EntityBinding Bind(EntitySyntax entity, GenomeOutline outline) => EntityBinder.Bind(entity, outline);

    /// <summary>
    /// All diagnostics of a genome, at their places, in the total order of path, line, column, id and message. Names that seem unknown only because a part of the
    /// genome could not be read are left out.
    /// </summary>
    /// <param name="files">The files, split.</param>
    /// <param name="sections">Their sections, parsed, in the same order.</param>
    /// <param name="declared">What the sections declare.</param>
    /// <param name="bindings">The bindings of all entities of <paramref name="sections"/>, in the same order.</param>
    public static EquatableArray<GenomeDiagnostic> Locate(
        IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections, DeclaredGenome declared, IReadOnlyList<EntityBinding> bindings) =>
        DiagnosticLocator.Locate(files, sections, declared, bindings);

    /// <summary>The genome, where nothing is wrong with it.</summary>
    public static BoundGenome? Assemble(DeclaredGenome declared, IReadOnlyList<EntityBinding> bindings, EquatableArray<GenomeDiagnostic> diagnostics)
    {
        if (bindings.Count == 0 || diagnostics.Any(static diagnostic => diagnostic.Descriptor.Severity == GenomeSeverity.Error))
        {
            return null;
        }
        var entities = new List<BoundEntity>(bindings.Count);
        foreach (var binding in bindings)
        {
            entities.Add(binding.Entity!);
        }
        entities.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new(declared.Outline, entities.ToEquatableArray());
    }

    /// <summary>Compiles files to a genome, or says all that is wrong with them.</summary>
    public static CompiledGenome Compile(IEnumerable<GenomeFile> files)
    {
        var splits = files.OrderBy(static file => file.Path, StringComparer.Ordinal).Select(Split).ToList();
        var sections = splits.SelectMany(static split => split.Sections).Select(Parse).ToList();
        var declared = Declare(sections);
        var bindings = sections.SelectMany(static section => section.Entities).Select(entity => Bind(entity, declared.Outline)).ToList();
        var diagnostics = Locate(splits, sections, declared, bindings);
        return new(Assemble(declared, bindings, diagnostics), diagnostics);
    }
}

/// <summary>What compiling gave.</summary>
/// <param name="Genome">The genome, or null where there is an error.</param>
/// <param name="Diagnostics">All findings, in the total order of path, line, column, id and message.</param>
public sealed record CompiledGenome(BoundGenome? Genome, EquatableArray<GenomeDiagnostic> Diagnostics);
