using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Cases.Tests;

/// <summary>
/// P6: no text of a genome becomes code. The same genome with a plain word in place of each of its texts gives the same tokens in the same order, comments and the
/// contents of literals apart; there are no directives but the one about null, and no types but in the namespaces of the app.
/// </summary>
internal static class DeclarationOracle
{
    private static readonly CSharpParseOptions Documented = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static void Check(Subject subject)
    {
        var actual = Emit.GenomeEmitter.Emit(subject.Model);
        var neutral = Emit.GenomeEmitter.Emit(Model.Lowering.Lower(GenomeTexts.Neutral(subject.Genome)));
        Assert.That(actual.Select(static file => file.HintName), Is.EqualTo(neutral.Select(static file => file.HintName)).And.Unique);
        Assert.Multiple(() =>
        {
            foreach (var (file, other) in actual.Zip(neutral))
            {
                var root = Parse(file.Text);
                Assert.That(Tokens(root), Is.EqualTo(Tokens(Parse(other.Text))), file.HintName);
                Assert.That(Documentation(root), Is.EqualTo(Documentation(Parse(other.Text))), file.HintName);
                Assert.That(Directives(root), Is.EqualTo([IsOfHistory(file.HintName) ? "#nullable disable" : "#nullable enable"]), file.HintName);
                Assert.That(Namespaces(root), Is.SubsetOf(Allowed(subject)), file.HintName);
                Assert.That(root.ChildNodes().OfType<GlobalStatementSyntax>(), Is.Empty, file.HintName);
            }
        });
    }

    /// <summary>Calls with literals, in which there is nothing that could be null.</summary>
    private static bool IsOfHistory(string hintName) => hintName.StartsWith("Migration", StringComparison.Ordinal);

    private static CompilationUnitSyntax Parse(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Documented);
        Assert.That(tree.GetDiagnostics(), Is.Empty);
        return tree.GetCompilationUnitRoot();
    }

    private static List<string> Tokens(CompilationUnitSyntax root) => [.. root.DescendantTokens().Select(Spelling)];

    /// <summary>The elements of documentation comments, without their texts: a text that ends an element or begins one shows.</summary>
    private static List<string> Documentation(CompilationUnitSyntax root) => [.. root.DescendantNodes(descendIntoTrivia: true).OfType<XmlNodeSyntax>()
        .Where(static node => node is not XmlTextSyntax).Select(static node => node is XmlElementSyntax element ? element.StartTag.ToString() : node.Kind().ToString())];

    private static List<string> Directives(CompilationUnitSyntax root) =>
        [.. root.DescendantTrivia(descendIntoTrivia: true).Where(static trivia => trivia.IsDirective).Select(static trivia => trivia.ToString().Trim())];

    private static IEnumerable<string> Namespaces(CompilationUnitSyntax root) => root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(static it => it.Name.ToString());

    private static string[] Allowed(Subject subject) =>
        [.. new[] { subject.Model.App.Namespace, subject.Model.App.ModelNamespace, subject.Model.App.Namespace + ".Migrations", subject.Model.App.Namespace + ".Operations" }.Select(Escaped), "Microsoft.AspNetCore.Builder"];

    private static string Escaped(string name) => string.Join('.', name.Split('.').Select(static part => SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(part) == SyntaxKind.None ? part : "@" + part));

    private static string Spelling(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken => token.Kind().ToString(),
        _ => token.Text,
    };
}
