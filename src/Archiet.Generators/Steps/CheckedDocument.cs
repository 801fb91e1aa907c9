using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Generators.Steps;

/// <summary>A genome as it was read, with all that its sections declare.</summary>
internal sealed record DeclaredDocument(Document Document, DeclaredGenome Declared);

/// <summary>A genome as it was read, with all that its sections declare and its entities, in the order of files and lines.</summary>
internal sealed record CheckedDocument(Document Document, DeclaredGenome Declared, EquatableArray<EntityBinding> Entities)
{
    /// <summary>Puts the bindings in order. Null where there is no genome, or where binding a section failed: that is what is reported then.</summary>
    public static CheckedDocument? Of(DeclaredDocument? read, EquatableArray<SectionBinding> bound) =>
        read is not { Document: var document, Declared: var declared } || bound.Count != document.Sections.Count
            ? null
            : new(document, declared, SectionBuckets.Restore(document.Files, bound).SelectMany(static section => section.Entities).ToEquatableArray());

    /// <summary>Holds the seed rows against the entities.</summary>
    public SeededGenome Seed() => GenomeFrontEnd.Seed(Document.Sections, Declared.Names, Entities);

    /// <summary>Puts what is wrong at its places.</summary>
    public Diagnosis Diagnose(SeededGenome seeded) => new(GenomeFrontEnd.Locate(Document.Files, Document.Sections, Declared, Entities, seeded));
}
