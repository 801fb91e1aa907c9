using System.Diagnostics;
using System.Text;
using Archiet.Analyzers.Secrets.Files;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets.Files;

/// <summary>Files that were broken by chance or on purpose: every read ends soon, throws nothing, and says where something stands within the file.</summary>
internal sealed class HostileFileTests
{
    private const int Rounds = 400;

    private static readonly FileKind[] Kinds = [.. Enum.GetValues<FileKind>().Where(kind => kind != FileKind.None)];

    private static readonly Dictionary<FileKind, string> Paths = new()
    {
        [FileKind.Json] = "a.json", [FileKind.Yaml] = "a.yaml", [FileKind.Xml] = "a.xml", [FileKind.Lines] = ".env", [FileKind.Dockerfile] = "Dockerfile",
        [FileKind.Sql] = "a.sql", [FileKind.Script] = "a.js", [FileKind.Html] = "a.html", [FileKind.Razor] = "a.cshtml",
    };

    /// <summary>Pieces that open something, close it, escape it or repeat it, of all grammars.</summary>
    private static readonly string[] Pieces =
    [
        "\"", "'", "`", "\\", "/", "*", "/*", "*/", "//", "<!--", "-->", "<", ">", "</", "/>", "<![CDATA[", "]]>", "{", "}", "[", "]", "(", ")", "${", "@{", "@code {", "@*", "*@", "{{", "}}", "#", "#{", "}#",
        "__A__", "=", ":", ": ", ";", ",", "- ", "| ", "|\n", ">\n", "&a ", "*a", "!t ", "\n", "\r\n", "\n  ", "\t", " ", "$tag$", "--", "ENV ", "ARG ", "PASSWORD ", "IDENTIFIED BY ", "name", "value", "key", "Password",
        "Tr0ub4dor&3", "Host=db;Password=", "https://a:", "@b/", "&amp;", "&#x41;", "\\u0041", "TODO", "<your-key>", "\uFEFF", "\uD83D", "\"\"\"", "$\"", "@\"", "<script>", "</script>", "eyJ", "Bearer ", "-----BEGIN PRIVATE KEY-----",
    ];

    private static IEnumerable<TestCaseData> WorstCases() =>
        from kind in Kinds
        from piece in (string[])["\"", "'", "`", "<", "<a b=\"", "<a '", "{", "[", "[[\"", "{\"a\":", "\\\"", "/[", "=/", "${`", "$\"{\"", "- ", "a: '", "a: \"\\", "a: |\n", "- - ", "a=\"", "ENV a=\"", "a=<;", "://", "https://a:b@", "PASSWORD '", "$a$", "&#x", "@{", "eyJ", "x", "Password=", "#{", "__A"]
        select new TestCaseData(kind, piece).SetArgDisplayNames(kind.ToString(), piece.Replace("\n", "\\n", StringComparison.Ordinal));

    [TestCaseSource(nameof(Kinds))]
    public void What_chance_writes(FileKind kind)
    {
        // Not System.Random: its sequence may change between versions, and a failure here must come again.
        var state = 0x9E3779B97F4A7C15UL + (ulong)kind;
        int Draw(int below)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)below);
        }
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder();
            for (var count = Draw(200); count >= 0; count--)
            {
                text.Append(Pieces[Draw(Pieces.Length)]);
            }
            Scan(kind, text.ToString());
        }
    }

    [TestCaseSource(nameof(WorstCases))]
    public void A_million_characters_of_the_same(FileKind kind, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, FileContent.MostCharacters / piece.Length));
        var clock = Stopwatch.StartNew();
        Scan(kind, text);
        // A tenth of a second on a machine at rest, and minutes if the time grew with the square; the bound is for machines that have much else to do.
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    private static void Scan(FileKind kind, string text)
    {
        var facts = FileFacts.Of(Paths[kind]);
        Assert.That(facts.Kind, Is.EqualTo(kind));
        FileReader.Read(kind, text, new Held(text.Length));
        var found = new FileFindings(facts, text, isTest: false, FilledForms.None);
        var secrets = found.Secrets.Select(secret => (secret.Start, secret.Length));
        var placeholders = found.Placeholders.Select(placeholder => (placeholder.Start, placeholder.Length));
        foreach (var (start, length) in secrets.Concat(placeholders))
        {
            Assert.That(start >= 0 && length > 0 && start + length <= text.Length, $"{start} {length} of {text.Length}");
        }
    }

    private sealed class Held(int length) : IValueSink
    {
        public void Value(KeyPath key, TextPart value, int start, int size) => Text(value, start, size);

        public void Text(TextPart value, int start, int size)
        {
            if (start < 0 || size < 0 || start + size > length || value.Length > size)
            {
                Assert.Fail($"{start} {size} of {length}: {value}");
            }
        }
    }
}
