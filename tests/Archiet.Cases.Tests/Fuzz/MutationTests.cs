using System.Collections.Concurrent;
using System.Globalization;
using Archiet.Emit;
using Archiet.Genome.Binding;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Cases.Tests;

/// <summary>
/// Changed genomes are read without harm. Every mutant follows from its number and the seed; <c>ARCHIET_FUZZ_SEED</c> and <c>ARCHIET_FUZZ_COUNT</c> hunt further.
/// </summary>
public sealed class MutationTests
{
    private const int Mutants = 20_000;
    private const int Seed = 20261121;

    /// <summary>One in so many mutants that are genomes is emitted too.</summary>
    private const int EmittedShare = 8;

    /// <summary>The long genome is cut at every so many characters, the short ones at every one: a prime, so that cuts fall on all kinds of places.</summary>
    private const int StepOfClinic = 7;

    private readonly ConcurrentQueue<string> complaints = [];
    private int accepted;
    private int emitted;

    [SetUp]
    public void Forget()
    {
        complaints.Clear();
        (accepted, emitted) = (0, 0);
    }

    [Test]
    public void Mutants_of_real_genomes_are_read_without_harm()
    {
        var (count, seed) = (Setting("ARCHIET_FUZZ_COUNT", Mutants), Setting("ARCHIET_FUZZ_SEED", Seed));

        Parallel.For(0, count, number => Try($"mutant {number} of seed {seed}", Make(seed, number), number));

        TestContext.Out.WriteLine($"{count} mutants, {accepted} of them genomes, {emitted} emitted.");
        Assert.That(complaints.Take(5), Is.Empty);
        Assert.That(accepted, Is.InRange(count / 20, count * 19 / 20), "Mutants that are all refused, or all taken, find nothing.");
    }

    [Test]
    public void A_genome_that_is_cut_is_read_without_harm()
    {
        var whole = Corpus.Genomes.Where(static genome => genome.Name is "samples/Clinic" || genome.Name.StartsWith("valid/", StringComparison.Ordinal)).Select(static genome => (genome.Name, genome.Files[^1]))
            .Where(static genome => genome.Name == "samples/Clinic" || genome.Item2.Text.Length < 1200);
        Parallel.ForEach(whole, genome =>
        {
            var (name, file) = genome;
            for (var length = 0; length < file.Text.Length; length += name == "samples/Clinic" ? StepOfClinic : 1)
            {
                Try($"{name} cut at {length}", [file with { Text = file.Text[..length] }], length);
            }
        });

        Assert.That(complaints.Take(5), Is.Empty);
    }

    private static IReadOnlyList<GenomeFile> Make(int seed, int number)
    {
        var random = new Random(HashCode(seed, number));
        var files = Corpus.Choose(random);
        var changed = random.Next(files.Count);
        return [.. files.Select((file, at) => at == changed ? file with { Text = new Mutator(random).Mutate(file.Text) } : file)];
    }

    private void Try(string name, IReadOnlyList<GenomeFile> files, int number)
    {
        try
        {
            var compiled = GenomeFrontEnd.Compile(files);
            if (FrontEndOracle.Complaint(files, compiled) is { } complaint)
            {
                Complain(name, complaint, files);
            }
            if (number % 4 == 1 && SplittingOracle.Complaint(files) is { } difference)
            {
                Complain(name, difference, files);
            }
            if (number % 4 == 0 && !GenomeFrontEnd.Compile(files.Select(static file => file with { Text = string.Concat(file.Text) })).Equals(compiled))
            {
                Complain(name, "another result the second time", files);
            }
            if (compiled.Genome is { } genome && Interlocked.Increment(ref accepted) % EmittedShare == 0)
            {
                Interlocked.Increment(ref emitted);
                Emit(name, files, genome);
            }
        }
#pragma warning disable CA1031 // Whatever is thrown is what the test is looking for; it is reported with the text that does it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Complain(name, exception.ToString(), files);
        }
    }

    private void Emit(string name, IReadOnlyList<GenomeFile> files, BoundGenome genome)
    {
        var model = Archiet.Model.Lowering.Lower(genome);
        foreach (var file in GenomeEmitter.Emit(model))
        {
            var tree = CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest, Microsoft.CodeAnalysis.DocumentationMode.Diagnose));
            if (tree.GetDiagnostics().FirstOrDefault() is { } diagnostic)
            {
                Complain(name, $"{file.HintName}: {diagnostic}", files);
            }
        }
        using var document = System.Text.Json.JsonDocument.Parse(ApiText.Whole(model));
    }

    private void Complain(string name, string complaint, IReadOnlyList<GenomeFile> files) =>
        complaints.Enqueue($"{name}: {complaint}\n{string.Join('\n', files.Where(static file => file.Text.Length < 4000).Select(static file => $"--- {file.Path}\n{file.Text}"))}");

    /// <summary>The same on every machine and in every process, as <see cref="System.HashCode"/> is not.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 397) ^ (number * 2654435));

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
