using System.Text;

namespace Archiet.Cases.Tests;

/// <summary>
/// P2: what a genome costs to read is bounded by its length, whatever its author had in mind. Memory is counted, not timed; the one limit of time is far above what any machine needs.
/// </summary>
public sealed class BoundsTests
{
    private const int Length = 128 * 1024;
    private const int AllocatedPerCharacter = 400;
    private const long MostKept = 64L * 1024 * 1024;

    private const string Head = "genome: \"1.0\"\napp: { name: Shop, namespace: Acme.Shop }\ntenancy: { tenant: Store }\nentities:\n  Store: { fields: { name: { type: text } } }\n";

    private static readonly (string Name, Func<int, string> Make)[] Hazards =
    [
        ("nested brackets", static length => "x-a: " + new string('[', length)),
        ("nested braces in a field", static length => Head + "  Order: { fields: { a: { type: json, default: " + new string('{', length) + "\n"),
        ("anchors and aliases", static length => Repeat(length, static at => $"x-{at}: &a{at} [*a{at - 1}, *a{at - 1}]\n")),
        ("keys of the author's own", static length => "x-many:\n" + Repeat(length, static at => $"  k{at}: {{ a: [1, 2], b: \"c\" }}\n")),
        ("one list", static length => "x-many: [" + Repeat(length, static _ => "1, ") + "]\n"),
        ("one text", static length => "x-long: \"" + new string('a', length) + "\"\n"),
        ("one folded text", static length => "x-long: >\n" + Repeat(length, static _ => "  a b c\n\n")),
        ("one comment", static length => Head + "# " + new string('a', length)),
        ("empty lines", static length => Head + new string('\n', length)),
        ("blanks", static length => Head + new string(' ', length) + "x: 1\n"),
        ("escapes", static length => "x-long: \"" + Repeat(length, static _ => "\\u0041") + "\"\n"),
        ("quotation marks that never close", static length => Head + Repeat(length, static _ => "\"\n")),
        ("documents", static length => Repeat(length, static _ => "---\na: b\n")),
        ("a key that is there again and again", static length => Head + Repeat(length, static _ => "roles: {}\n")),
        ("unknown keys", static length => Head + Repeat(length, static at => $"rolle{at}: {{}}\n")),
        ("unknown types", static length => Head + "  Order:\n    fields:\n" + Repeat(length, static at => $"      f{at}: {{ type: Stor{at} }}\n")),
        ("names that all clash", static length => Head + Repeat(length, static at => $"  Order{at % 7}: {{ class: Clash, plural: Clashes, fields: {{ a: {{ type: int }}, A: {{ type: int }} }} }}\n")),
        ("capabilities for nobody", static length => Head + "capabilities:\n" + Repeat(length, static at => $"  may{at}: {{ to: [nobody{at}], allow: {{ Nothing{at}: [fly] }} }}\n")),
        ("members of one enum", static length => Head + "enums:\n  Size:\n" + Repeat(length, static at => $"    m{at}: Says little.\n")),
        ("patterns", static length => Head + "types:\n" + Repeat(length, static at => $"  T{at}: {{ base: text, pattern: '((a|b)*c{{1,9}}){{1,9}}', example: c }}\n")),
        ("one long pattern", static length => Head + "types: { T: { base: text, example: a, pattern: '" + Repeat(Math.Min(length, 60_000), static _ => "(a|b)*") + "' } }\n"),
        ("one long name", static length => Head + "  " + new string('A', Math.Min(length, 60_000)) + ": { fields: { a: { type: int } } }\n"),
        ("one long number", static length => Head + "  Order: { fields: { a: { type: int, max: " + new string('9', Math.Min(length, 60_000)) + " } } }\n"),
        ("one long default", static length => Head + "  Order: { fields: { a: { type: json, default: [" + Repeat(Math.Min(length, 200_000), static _ => "[1.50,{}],") + "1] } } }\n"),
    ];

    private static IEnumerable<TestCaseData> Cases => Hazards.Select(static hazard => new TestCaseData(hazard.Make).SetArgDisplayNames(hazard.Name));

    [TestCaseSource(nameof(Cases))]
    public void Memory_grows_no_faster_than_the_text(Func<int, string> make)
    {
        var once = Allocated(make(Length));
        var (text, twice) = (make(2 * Length), 0L);

        twice = Allocated(text);

        Assert.That(twice, Is.LessThan(3 * once + 8_000_000), "Twice the text takes more than three times the memory.");
        Assert.That(twice, Is.LessThan((long)AllocatedPerCharacter * text.Length + 64_000_000));
    }

    [TestCaseSource(nameof(Cases))]
    [CancelAfter(120_000)]
    public void A_million_characters_are_read_in_time_and_kept_in_64_MB(Func<int, string> make, CancellationToken cancel)
    {
        GenomeFile[] files = [new("hazard.genome.yaml", make(1_000_000))];
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var compiled = FrontEndOracle.Compile(files);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.That(kept, Is.LessThan(MostKept));
        Assert.That(cancel.IsCancellationRequested, Is.False, "It takes minutes.");
        GC.KeepAlive(compiled);
    }

    private static long Allocated(string text)
    {
        GenomeFrontEnd.Compile([new("warm.genome.yaml", Head)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FrontEndOracle.Compile([new("hazard.genome.yaml", text)]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(int length, Func<int, string> part)
    {
        var text = new StringBuilder(length);
        for (var at = 0; text.Length < length; at++)
        {
            text.Append(part(at));
        }
        return text.ToString();
    }
}
