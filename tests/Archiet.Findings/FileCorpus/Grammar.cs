namespace Archiet.Precision.FileCorpus;

/// <summary>How the same is written in a format.</summary>
/// <param name="Comment">A comment.</param>
/// <param name="Neutral">A setting or statement with a number, which says <c>text 1</c> and ends its line.</param>
/// <param name="Behind">A text behind some of those.</param>
/// <param name="Deeper">A text inside of two others; null where it cannot be.</param>
/// <param name="Spaced">A text with more blanks, or fewer.</param>
/// <param name="Renamed">Another path of the format; null where it has none.</param>
/// <param name="Escape">How a character is escaped by its number; null where none is.</param>
/// <param name="EscapesInQuotes">Whether it is so only in double quotes.</param>
internal sealed record Grammar(
    Func<string, string> Comment,
    Func<int, string> Neutral,
    Func<string, string, string> Behind,
    Func<string, string?> Deeper,
    Func<string, string> Spaced,
    Func<string, string?> Renamed,
    string? Escape = null,
    bool EscapesInQuotes = false)
{
    private static readonly Grammar Json = new(
        said => "// " + said,
        number => $"\"Text{number}\": \"text {number}\", ",
        (before, text) => $"{{ {before} \"It\": {text} }}",
        text => $"{{ \"Outer\": {{ \"Inner\": {text} }} }}",
        text => text.Replace("\": ", "\":", StringComparison.Ordinal).Replace("{ ", "{\n\t", StringComparison.Ordinal),
        path => path.Replace("appsettings.json", "appsettings.Staging.json", StringComparison.Ordinal).Replace("task.json", "tasks.json", StringComparison.Ordinal),
        @"\u{0:x4}");

    private static readonly Grammar Yaml = new(
        said => "# " + said,
        number => $"text{number}: text {number}\n",
        (before, text) => before + text,
        text => text.Contains("---", StringComparison.Ordinal) ? null : "outer:\n  inner:\n    " + text.Replace("\n", "\n    ", StringComparison.Ordinal),
        text => text.Replace(": ", ":   ", StringComparison.Ordinal),
        path => path.EndsWith(".genome.yaml", StringComparison.Ordinal) ? null : path.Replace(".yaml", ".yml", StringComparison.Ordinal),
        @"\u{0:x4}",
        EscapesInQuotes: true);

    private static readonly Grammar Xml = new(
        said => $"<!-- {said} -->",
        number => $"<add key=\"Text{number}\" value=\"text {number}\" />\n",
        (before, text) => $"<all>{before}{text}</all>",
        text => $"<outer><inner>{text}</inner></outer>",
        text => text.Replace("=\"", " = \"", StringComparison.Ordinal).Replace("><", ">\n\t<", StringComparison.Ordinal),
        path => path.Replace("web.config", "web.Release.config", StringComparison.Ordinal).Replace(".csproj", ".targets", StringComparison.Ordinal),
        "&#x{0:x};");

    private static readonly Grammar Lines = new(
        said => "# " + said,
        number => $"TEXT{number}=text {number}\n",
        (before, text) => before + text,
        text => "[outer.inner]\n" + text,
        text => text.Replace("=", " = ", StringComparison.Ordinal),
        path => path.StartsWith(".env", StringComparison.Ordinal) ? ".env.staging" : path.Replace("app.", "mail.", StringComparison.Ordinal));

    private static readonly Grammar Dockerfile = new(
        said => "# " + said,
        number => $"ENV TEXT{number}=\"text {number}\"\n",
        (before, text) => before + text,
        text => "FROM a AS build\nRUN make\n" + text,
        text => text.Replace("ENV ", "ENV   ", StringComparison.Ordinal).Replace("ARG ", "ARG\t", StringComparison.Ordinal),
        _ => "Dockerfile.api");

    private static readonly Grammar Sql = new(
        said => "-- " + said,
        number => $"INSERT INTO texts VALUES ({number}, 'text {number}');\n",
        (before, text) => before + text,
        text => $"BEGIN;\nDO $$ BEGIN {text} END $$;\nCOMMIT;",
        text => text.Replace(" ", "\n\t", StringComparison.Ordinal),
        path => "V2__" + path);

    private static readonly Grammar Script = new(
        said => "// " + said,
        number => $"const text{number} = \"text {number}\";\n",
        (before, text) => before + text,
        text => text.StartsWith("private", StringComparison.Ordinal) ? $"class Outer {{ {text} }}" : $"function outer() {{ return () => {{ {text}\n }}; }}",
        text => text.Replace(" = ", "=", StringComparison.Ordinal).Replace(": ", " :\n  ", StringComparison.Ordinal),
        path => path.Replace(".js", ".mjs", StringComparison.Ordinal).Replace(".ts", ".tsx", StringComparison.Ordinal),
        @"\x{0:x2}");

    private static readonly Grammar Html = new(
        said => $"<!-- {said} -->",
        number => $"<p class=\"text{number}\">text {number}</p>\n",
        (before, text) => before + text,
        text => $"<main><section>{text}</section></main>",
        text => text.Contains("<script", StringComparison.Ordinal) ? text.Replace(" = ", "=", StringComparison.Ordinal) : text.Replace("=\"", " = \"", StringComparison.Ordinal),
        path => path.Replace(".html", ".htm", StringComparison.Ordinal));

    private static readonly Grammar Razor = Html with
    {
        Comment = said => $"@* {said} *@",
        Spaced = text => text.Replace(" = ", "=", StringComparison.Ordinal),
        Renamed = path => path.Replace("A.", "Index.", StringComparison.Ordinal),
    };

    /// <summary>That of a file.</summary>
    public static Grammar Of(string path) => Path.GetExtension(path) switch
    {
        _ when path.StartsWith(".env", StringComparison.Ordinal) => Lines,
        ".json" => Json,
        ".yaml" or ".yml" => Yaml,
        ".csproj" or ".config" => Xml,
        ".ini" or ".properties" => Lines,
        ".sql" => Sql,
        ".js" or ".ts" => Script,
        ".html" => Html,
        ".cshtml" or ".razor" => Razor,
        _ when path.StartsWith("Dockerfile", StringComparison.Ordinal) => Dockerfile,
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "No grammar of such a file."),
    };
}
