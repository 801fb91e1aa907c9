using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Archiet.Analyzers.Tests.Pages;

/// <summary>A piece of code of a page: C#, or another file that its fence names.</summary>
/// <param name="Name">The file.</param>
/// <param name="IsCode">Whether it is C#.</param>
/// <param name="Source">The whole text of the file: the piece, and for C# what stands around it.</param>
/// <param name="FirstLine">How many lines stand before the piece.</param>
/// <param name="IsProgram">Whether it has statements of its own.</param>
internal sealed partial record PageBlock(string Name, bool IsCode, string Source, int FirstLine, bool IsProgram = false)
{
    private const string CodeName = "Page.cs";

    private const string BeforeMembers = """
        class Page(
            ClinicContext db, ClinicContext clinic, BlogContext blog, WebApplication app, WebApplicationBuilder builder, HttpContext http, ILogger logger, IConfiguration configuration,
            Guid id, string name)
        {

        """;

    private const string AfterMembers = """

            private object All => (db, clinic, blog, app, builder, http, logger, configuration, id, name);
        }
        """;

    private const string BeforeStatements = BeforeMembers + """
            public async Task Run(CancellationToken token)
            {
                await Task.Yield();

        """;

    private const string AfterStatements = "\n    }\n" + AfterMembers;

    /// <summary>What the piece says is found in it.</summary>
    public IReadOnlyList<PageMark> Marks =>
    [
        .. Source.Split('\n').SelectMany((line, index) => Mark().Matches(line).Select(match => new PageMark(match.Groups["id"].Value, Name, index - FirstLine + 1))),
    ];

    /// <summary>The pieces under a heading of a page, in their order.</summary>
    public static IReadOnlyList<PageBlock> Under(string page, string heading)
    {
        var section = page.Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        return
        [
            .. Fence().Matches(string.Join('\n', section))
                .Select((match, index) => (Language: match.Groups["language"].Value, Name: match.Groups["name"].Value.Trim(), Text: match.Groups["text"].Value, Index: index))
                .Where(block => block.Language == "csharp" || block.Name.Length > 0)
                .Select(block => block.Language == "csharp" ? Code(block.Text, block.Index) : new PageBlock(block.Name, IsCode: false, block.Text, FirstLine: 0)),
        ];
    }

    /// <summary>Whole types stand by themselves, as does a program with directives of its own; members and statements stand in a class.</summary>
    private static PageBlock Code(string text, int index)
    {
        var name = index == 0 ? CodeName : $"Page{index}.cs";
        var unit = SyntaxFactory.ParseCompilationUnit(text, options: new CSharpParseOptions(LanguageVersion.Preview));
        if (unit.Members.All(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax))
        {
            return new(name, IsCode: true, text, FirstLine: 0);
        }
        if (unit.Members.Any(member => member is GlobalStatementSyntax) && unit.Members.Any(member => member is BaseTypeDeclarationSyntax))
        {
            return new(name, IsCode: true, text, FirstLine: 0, IsProgram: true);
        }
        var (before, after) = unit.Members.All(IsStatement) ? (BeforeStatements, AfterStatements) : (BeforeMembers, AfterMembers);
        return new(name, IsCode: true, before + text + after, before.Count(character => character == '\n'));
    }

    /// <summary>A method with a modifier of access parses as a local function, which must not have one.</summary>
    private static bool IsStatement(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: var statement } && !(statement is LocalFunctionStatementSyntax function && function.Modifiers.Any(IsAccess));

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.RawKind is (int)SyntaxKind.PublicKeyword or (int)SyntaxKind.PrivateKeyword or (int)SyntaxKind.InternalKeyword or (int)SyntaxKind.ProtectedKeyword;

    [GeneratedRegex(@"^```(?<language>[a-z]+)(?<name>[^\n]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(//|#|<!--|--|/\*|;)\s*(?<id>ARC\d{4})")]
    private static partial Regex Mark();
}

/// <summary>An id at a line of a piece of code.</summary>
internal sealed record PageMark(string Id, string File, int Line)
{
    /// <summary>Where a diagnostic is, counted in the lines of the page's piece.</summary>
    public static PageMark Of(Diagnostic diagnostic, PageBlock? code)
    {
        var span = diagnostic.Location.GetLineSpan();
        return new(diagnostic.Id, span.Path, span.StartLinePosition.Line + 1 - (code?.Name == span.Path ? code.FirstLine : 0));
    }
}
