using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome;

/// <summary>
/// The front end of the compiler, as steps that an incremental host runs one by one, each a pure function with value-equal results:
/// <c>Split</c> a file, <c>Parse</c> each section, <c>Declare</c> what all of them say, <c>Bind</c> each entity with the shapes that its
/// expressions lead to, <c>Seed</c>, and <c>Locate</c> what is wrong. An edit within one entity parses that section and binds that entity; what others see of it
/// is its face, and only where that changed is all declared anew, and others bound whose expressions lead to a field that changed. A moved entity is bound no more.
/// <see cref="Compile"/> runs them all.
/// </summary>
public static class GenomeFrontEnd
{
    /// <summary>Takes a file apart by indentation.</summary>
    public static SplitGenome Split(GenomeFile file) => SectionSplitter.Split(file);

    /// <summary>Reads a section.</summary>
    public static ParsedSection Parse(GenomeSection section) => SectionReader.Read(section);

    /// <summary>Puts together what all sections of all files declare, in the order of files and lines.</summary>
    /// <param name="faces">What the rest of the genome sees of each section: <see cref="ParsedSection.Face"/>.</param>
    public static DeclaredGenome Declare(IReadOnlyList<SectionFace> faces) => Declarer.Declare(faces);

    /// <summary>The fields of all entities as expressions see them, made as they are asked for.</summary>
    public static EntityShapes Shapes(IReadOnlyList<SectionFace> faces, DeclaredNames names) => new(faces, names);

    /// <summary>Checks an entity.</summary>
    /// <param name="entity">As it is written.</param>
    /// <param name="names">What the genome declares.</param>
    /// <param name="reached">The shapes that its expressions can lead to: <see cref="EntityShapes.Reach"/>.</param>
    public static EntityBinding Bind(EntitySyntax entity, DeclaredNames names, EquatableArray<EntityShape> reached) =>
        EntityBinder.Bind(entity, names, new ReachedTypes(names, reached));

    /// <summary>Checks the seed rows of all sections against the entities.</summary>
    public static SeededGenome Seed(IReadOnlyList<ParsedSection> sections, DeclaredNames names, IReadOnlyList<EntityBinding> bindings) =>
        SeedBinder.Bind(sections, names, bindings);

    /// <summary>
    /// All diagnostics of a genome, at their places, in the total order of path, line, column, id and message. Names that seem unknown only because a part of the
    /// genome could not be read are left out.
    /// </summary>
    /// <param name="files">The files, split.</param>
    /// <param name="sections">Their sections, parsed, in the same order.</param>
    /// <param name="declared">What the sections declare.</param>
    /// <param name="bindings">The bindings of all entities of <paramref name="sections"/>, in the same order.</param>
    /// <param name="seeded">The seed rows.</param>
    public static EquatableArray<GenomeDiagnostic> Locate(
        IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections, DeclaredGenome declared, IReadOnlyList<EntityBinding> bindings, SeededGenome seeded) =>
        DiagnosticLocator.Locate(files, sections, declared, bindings, seeded);

    /// <summary>Where the genome names its operations, in ordinal order of names.</summary>
    /// <param name="files">The files, split.</param>
    /// <param name="sections">Their sections, parsed, in the same order.</param>
    public static EquatableArray<OperationPlace> LocateOperations(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections) =>
        DiagnosticLocator.Operations(files, sections);

    /// <summary>
    /// Where the genome says what a change of the schema may have to be told of, in ordinal order of keys: the entities, their fields, the members of enums, the
    /// approvals. A host asks only where there is something to tell.
    /// </summary>
    /// <param name="files">The files, split.</param>
    /// <param name="sections">Their sections, parsed, in the same order.</param>
    public static EquatableArray<ChangePlace> LocateChanges(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections) =>
        DiagnosticLocator.Changes(files, sections);

    /// <summary>The genome, where nothing is wrong with it.</summary>
    public static BoundGenome? Assemble(
        DeclaredGenome declared, IReadOnlyList<EntityBinding> bindings, SeededGenome seeded, EquatableArray<GenomeDiagnostic> diagnostics)
    {
        if (bindings.Count == 0 || diagnostics.Any(static diagnostic => diagnostic.Descriptor.Severity == GenomeSeverity.Error))
        {
            return null;
        }
        var entities = new List<BoundEntity>(bindings.Count);
        var retired = new List<BoundEntity>();
        foreach (var binding in bindings)
        {
            if (binding.Entity is null)
            {
                return null;
            }
            (binding.Entity.IsRetired ? retired : entities).Add(seeded.Seed(binding.Entity));
        }
        entities.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        retired.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new(declared.Outline, entities.ToEquatableArray()) { Retired = retired.ToEquatableArray(), Approvals = declared.Approvals };
    }

    /// <summary>All questions, open and answered, in the order of files and lines.</summary>
    /// <param name="files">The files, split.</param>
    /// <param name="sections">Their sections, parsed, in the same order.</param>
    public static EquatableArray<GenomeQuestion> LocateQuestions(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections) =>
        DiagnosticLocator.Questions(files, sections);

    /// <summary>Compiles files to a genome, or says all that is wrong with them.</summary>
    public static CompiledGenome Compile(IEnumerable<GenomeFile> files) => Compile(files, isDraft: false);

    /// <summary>
    /// Compiles files as <see cref="Compile"/> does, but that something is not decided yet (<see cref="GenomeDiagnostics.IsUndecided"/>) keeps no genome from being
    /// there: for those who look at drafts. Nothing is built of it.
    /// </summary>
    public static CompiledGenome CompileDraft(IEnumerable<GenomeFile> files) => Compile(files, isDraft: true);

    private static CompiledGenome Compile(IEnumerable<GenomeFile> files, bool isDraft)
    {
        var splits = files.OrderBy(static file => file.Path, StringComparer.Ordinal).Select(Split).ToList();
        var sections = splits.SelectMany(static split => split.Sections).Select(Parse).ToList();
        var faces = sections.Select(static section => section.Face).ToList();
        var declared = Declare(faces);
        var shapes = Shapes(faces, declared.Names);
        var bindings = sections.SelectMany(static section => section.Entities).Select(entity => Bind(entity, declared.Names, shapes.Reach(entity))).ToList();
        var seeded = Seed(sections, declared.Names, bindings);
        var diagnostics = Locate(splits, sections, declared, bindings, seeded);
        var mistakes = isDraft ? diagnostics.Where(static found => !GenomeDiagnostics.IsUndecided(found.Descriptor)).ToEquatableArray() : diagnostics;
        return new(Assemble(declared, bindings, seeded, mistakes), diagnostics) { Questions = isDraft ? LocateQuestions(splits, sections) : default };
    }
}

/// <summary>What compiling gave.</summary>
/// <param name="Genome">The genome, or null where there is an error.</param>
/// <param name="Diagnostics">All findings, in the total order of path, line, column, id and message.</param>
public sealed record CompiledGenome(BoundGenome? Genome, EquatableArray<GenomeDiagnostic> Diagnostics)
{
    /// <summary>The questions, open and answered, of a draft; empty for what was compiled to be built.</summary>
    public EquatableArray<GenomeQuestion> Questions { get; init; }
}
