using System.Text;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>A genome is UTF-8. The compiler hands over any bytes as a text: as UTF-8 with U+FFFD in it, or in the code page of the machine, as it is on Windows.</summary>
public sealed class EncodingTests
{
    private static readonly string[] Encodings = ["utf-8", "latin1"];

    [TestCaseSource(nameof(Encodings))]
    public void Bytes_that_are_no_UTF_8_are_one_finding_at_their_place(string encoding)
    {
        // é in UTF-8 above, and here the single byte that Latin-1 has for it.
        var bytes = Genome([0xE9]);

        var found = Run(bytes, encoding);

        Assert.That(found.Select(finding => (finding.Id, finding.Location.GetLineSpan().StartLinePosition)), Is.EqualTo([("ARC0004", new LinePosition(4, 30))]));
    }

    [TestCaseSource(nameof(Encodings))]
    public void Bytes_that_are_UTF_8_are_that_whatever_the_compiler_takes_them_for(string encoding) =>
        Assert.That(Run(Genome("\u00e9"u8.ToArray()), encoding), Is.Empty);

    private static byte[] Genome(byte[] end) =>
    [
        .. "genome: \"1.0\"\napp: { name: Shop, namespace: Shop.Api, description: \"Caf\u00e9 and \u20ac\" }\ntenancy: { tenant: Company }\nentities:\n"u8,
        .. "  Company: { description: \"Caf"u8,
        .. end,
        .. "\", fields: { name: { type: text } } }\n"u8,
    ];

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Run(byte[] bytes, string encoding)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new GenomeGenerator().AsSourceGenerator()], [new FileOfBytes(bytes, Encoding.GetEncoding(encoding))]);
        return driver.RunGenerators(CSharpCompilation.Create("shop")).GetRunResult().Diagnostics;
    }

    private sealed class FileOfBytes(byte[] bytes, Encoding encoding) : AdditionalText
    {
        public override string Path => "shop.genome.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(bytes, bytes.Length, encoding);
    }
}
