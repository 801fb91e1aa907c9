using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Live;

/// <summary>
/// The findings about genomes, kept for as long as an editor keeps their texts: the same texts are not read twice, and of an edited file only the sections that
/// differ. An editor asks for each file of a genome by itself, and again after every keystroke anywhere in the project.
/// </summary>
internal sealed class GenomeMemory
{
    private readonly object gate = new();
    private readonly ConditionalWeakTable<AdditionalText, CheckedGenome> genomes = new();
    private readonly Dictionary<string, WeakReference<ReadFile>> filesByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeakReference<CheckedGenome>> genomesByPath = new(StringComparer.Ordinal);

    /// <summary>How many sections were read so far.</summary>
    internal int SectionsRead { get; private set; }

    /// <summary>How often a genome was checked so far.</summary>
    internal int GenomesChecked { get; private set; }

    /// <summary>What is wrong with the genome among a project's additional files, and what it asks of the project's code.</summary>
    public CheckedGenome Check(ImmutableArray<AdditionalText> additionalFiles, CancellationToken cancel)
    {
        var texts = GenomeFiles.InOrder(additionalFiles.Where(GenomeFiles.IsGenome), static file => file.Path).ToArray();
        // The files of a genome are asked for at once, and the first to come reads for all.
        lock (gate)
        {
            if (genomes.TryGetValue(texts[0], out var known) && known.Texts.SequenceEqual(texts))
            {
                return known;
            }
            ReadFile[] files = [.. texts.Select(text => Read(text, cancel))];
            var found = Check(texts, files, cancel);
            genomes.Remove(texts[0]);
            genomes.Add(texts[0], found);
            genomesByPath[texts[0].Path] = new(found);
            return found;
        }
    }

    private CheckedGenome Check(AdditionalText[] texts, ReadFile[] files, CancellationToken cancel)
    {
        GenomesChecked++;
        var read = files.SelectMany(static file => file.Sections).ToList();
        ParsedSection[] sections = [.. read.Select(static section => section.Parsed)];
        var before = genomesByPath.TryGetValue(texts[0].Path, out var reference) && reference.TryGetTarget(out var known) ? known.Declarations : null;
        var declarations = ReadDeclarations.Of(sections.Select(static section => section.Face).ToEquatableArray(), before);
        var declared = declarations.Declared;
        var bindings = new List<EntityBinding>();
        foreach (var section in read)
        {
            cancel.ThrowIfCancellationRequested();
            bindings.AddRange(section.Bind(declared.Names, declarations.Shapes));
        }
        SplitGenome[] splits = [.. files.Select(static file => file.Split)];
        return new(
            texts,
            files,
            declarations,
            GenomeFrontEnd.Locate(splits, sections, declared, bindings, GenomeFrontEnd.Seed(sections, declared.Names, bindings)),
            ExpectedHandler.Of(GenomeFrontEnd.LocateOperations(splits, sections), declared.Outline));
    }

    private ReadFile Read(AdditionalText text, CancellationToken cancel)
    {
        var file = GenomeFiles.Read(text, cancel);
        var before = filesByPath.TryGetValue(file.Path, out var reference) && reference.TryGetTarget(out var found) ? found : null;
        if (before?.Text == file.Text)
        {
            return before;
        }
        var split = GenomeFrontEnd.Split(file);
        var known = (before?.Sections ?? []).ToLookup(static section => section.Parsed.Section.Name, StringComparer.Ordinal);
        var sections = new List<ReadSection>(split.Sections.Count);
        foreach (var section in split.Sections)
        {
            cancel.ThrowIfCancellationRequested();
            sections.Add(known[section.Name].FirstOrDefault(same => same.Parsed.Section.Equals(section)) ?? Parse(section));
        }
        var read = new ReadFile(file.Text, split, sections);
        filesByPath[file.Path] = new(read);
        return read;
    }

    private ReadSection Parse(GenomeSection section)
    {
        SectionsRead++;
        return new(GenomeFrontEnd.Parse(section));
    }

    /// <summary>What is known of the genome that these texts are; it holds what was read of each, for the next edit.</summary>
    internal sealed record CheckedGenome(
        AdditionalText[] Texts, ReadFile[] Files, ReadDeclarations Declarations, EquatableArray<GenomeDiagnostic> Findings, EquatableArray<ExpectedHandler> Handlers);
}
