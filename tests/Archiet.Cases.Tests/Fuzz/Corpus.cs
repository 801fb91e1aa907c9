namespace Archiet.Cases.Tests;

/// <summary>Real genomes to be changed: the samples, and every case.</summary>
internal static class Corpus
{
    /// <summary>The folders of samples that have genomes.</summary>
    public static IReadOnlyList<string> Samples { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "samples")).Where(static folder => Directory.EnumerateFiles(folder, "*.genome.yaml").Any()).Order(StringComparer.Ordinal)];

    /// <summary>The genomes of all samples and cases, each by its name.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<GenomeFile> Files)> Genomes { get; } =
    [
        .. Samples.Select(static folder => ("samples/" + Path.GetFileName(folder), CaseFolder.GenomesIn(folder))),
        .. CaseFolder.All.Select(static name => (name, CaseFolder.Of(name).Files)),
    ];

    /// <summary>A genome to change: mostly one that has a meaning, because few changes give one to a genome that has none.</summary>
    public static IReadOnlyList<GenomeFile> Choose(Random random) => random.Next(20) switch
    {
        < 3 => Genomes[random.Next(Samples.Count)].Files,
        < 16 => Genomes[Samples.Count + random.Next(CaseFolder.Valid.Count)].Files,
        _ => Genomes[Samples.Count + CaseFolder.Valid.Count + random.Next(CaseFolder.Invalid.Count)].Files,
    };

    /// <summary>The words of all genomes, from which mutants take what others have.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        .. Genomes.SelectMany(static genome => genome.Files).SelectMany(static file => Mutator.TokensOf(file.Text).Select(token => file.Text[token])).Distinct().Order(StringComparer.Ordinal),
    ];
}
