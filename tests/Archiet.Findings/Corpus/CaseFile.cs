using System.Reflection;

namespace Archiet.Precision.Corpus;

/// <summary>Reads csharp.cases, whose first lines say how it is written.</summary>
internal static class CaseFile
{
    private const string MemberHead = "using Microsoft.Extensions.Configuration;\nclass Code\n{\n    ";
    private const string MemberTail = "\n}\n";

    private const string StatementHead = """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Configuration;
        class Inner { public string Password { get; set; } = ""; }
        class Options { public static string ApiKey = ""; public string Password { get; set; } = ""; public Inner Inner { get; } = new(); }
        class Code
        {
            public string Secret { get; set; } = "";
            static void Use(string? it) { }
            static void SignIn(string user, string password) { }
            void Run(IConfiguration configuration, HttpClient http, HttpRequest request, UserManager<object> users, object user, Options options, byte[] data, string name, string password)
            {

        """;

    private const string StatementTail = "\n    }\n}\n";

    /// <summary>All cases, with what is made at run time in its places.</summary>
    public static IReadOnlyList<Case> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("csharp.cases")!;
        using var reader = new StreamReader(stream);
        var (family, cases) = ("", new List<Case>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                family = line[4..];
            }
            else if (line.Length > 0 && line[0] is '+' or '-')
            {
                cases.Add(Parse(family, line));
            }
        }
        return cases;
    }

    private static Case Parse(string family, string line)
    {
        var bar = line.IndexOf(" | ", StringComparison.Ordinal);
        var code = MadeTexts.Fill(line[(bar + 3)..]);
        var text = line[1] switch
        {
            'm' => MemberHead + code + MemberTail,
            's' => StatementHead + code + StatementTail,
            _ => code,
        };
        var (open, close) = (text.IndexOf('«', StringComparison.Ordinal), text.IndexOf('»', StringComparison.Ordinal));
        return new Case(family, line[3..bar], text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), line[0] == '+', open, close - 1);
    }
}
