using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Generators.Live;

/// <summary>A file as it was read.</summary>
internal sealed record ReadFile(string Text, SplitGenome Split, IReadOnlyList<ReadSection> Sections);

/// <summary>A section as it was read, with its entities as they were bound last: who asks again with the same names and shapes gets the same.</summary>
internal sealed class ReadSection(ParsedSection parsed)
{
    private EntityBinding[]? bindings;
    private EquatableArray<EntityShape>[] reached = [];
    private DeclaredNames? names;

    /// <summary>The section.</summary>
    public ParsedSection Parsed { get; } = parsed;

    /// <summary>Its entities, bound. Not to be called by two threads at once.</summary>
    public IReadOnlyList<EntityBinding> Bind(DeclaredNames declared, EntityShapes shapes)
    {
        EquatableArray<EntityShape>[] reaches = [.. Parsed.Entities.Select(shapes.Reach)];
        if (bindings is null || !declared.Equals(names) || !reaches.SequenceEqual(reached))
        {
            bindings = [.. Parsed.Entities.Zip(reaches, (entity, reach) => GenomeFrontEnd.Bind(entity, declared, reach))];
            (names, reached) = (declared, reaches);
        }
        return bindings;
    }
}

/// <summary>What the sections of a genome declare, kept for as long as they show the same faces.</summary>
internal sealed record ReadDeclarations(EquatableArray<SectionFace> Faces, DeclaredGenome Declared, EntityShapes Shapes)
{
    /// <summary>What was known before, where that still holds.</summary>
    public static ReadDeclarations Of(EquatableArray<SectionFace> faces, ReadDeclarations? before)
    {
        if (before?.Faces.Equals(faces) == true)
        {
            return before;
        }
        var declared = GenomeFrontEnd.Declare(faces);
        return new(faces, declared, GenomeFrontEnd.Shapes(faces, declared.Names));
    }
}
