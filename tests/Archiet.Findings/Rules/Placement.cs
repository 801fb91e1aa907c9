using System.Text.RegularExpressions;

namespace Archiet.Precision.Rules;

/// <summary>A place to which people move code, at which it does the same.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Move">The file, from the statements and what is around them.</param>
internal sealed record Placement(string Name, Func<string, Surroundings, string> Move)
{
    /// <summary>Ten of C#.</summary>
    public static IReadOnlyList<Placement> OfStatements { get; } =
    [
        new("in a local function", (code, around) => around.Method($"async Task Local() {{ await Task.Yield(); {code} }} await Local();")),
        new("in a lambda", (code, around) => around.Method($"Func<Task> run = async () => {{ await Task.Yield(); {code} }}; await run();")),
        new("in a try", (code, around) => around.Method($"try {{ {code} }} finally {{ GC.KeepAlive(name); }}")),
        new("in a branch", (code, around) => around.Method($"if (name.Length > 3) {{ {code} }} else {{ return; }}")),
        new("in a loop", (code, around) => around.Method($"foreach (var zulu in name) {{ {code} GC.KeepAlive(zulu); }}")),
        new("in a switch", (code, around) => around.Method($"switch (name) {{ case \"a\": {{ {code} break; }} default: return; }}")),
        new("under other names", (code, around) => around.Method(Renamed(code, around))),
        new("in a static class of another name", (code, around) => $"static class Zulu {{ public static async Task Go({around.Declared}) {{ await Task.Yield(); {code} }} }}"),
        new("in a generic method", (code, around) => around.Method($"async Task Local<T>(T it) {{ await Task.Yield(); {code} GC.KeepAlive(it); }} await Local(7);")),
        new("on the fields of a class", (code, around) => $"public class Zulu({around.Declared}) {{ public async Task Go() {{ await Task.Yield(); {code} }} }}"),
    ];

    /// <summary>Ten of scripts, each with the path that it is found under.</summary>
    public static IReadOnlyList<(string Name, string Path, Func<string, string> Move)> OfScripts { get; } =
    [
        ("in a function", "wwwroot/app.js", code => $"function keep(response, value, token, data) {{\n  {code}\n}}"),
        ("in an arrow", "wwwroot/app.mjs", code => $"export const keep = async (response) => {{\n  {code}\n}};"),
        ("in a branch", "wwwroot/app.js", code => $"if (a / b > 2) {{ {code} }} else {{ c(); }}"),
        ("in a try", "wwwroot/app.js", code => $"try {{ {code} }} catch (e) {{ report(`failed: ${{e}}`); }}"),
        ("in a class", "src/store.js", code => $"class Store {{ #x = 1; keep(value) {{ {code} }} }}"),
        ("in a listener", "wwwroot/app.js", code => $"window.addEventListener('load', () => {{ {code} }});"),
        ("in TypeScript", "src/store.ts", code => $"export class Store {{ constructor(private readonly a: number) {{ }} keep(value: string): void {{ {code} }} }}"),
        ("in a page", "wwwroot/index.html", code => $"<html><body><p>It's a page</p><script>\n{code}\n</script></body></html>"),
        ("in a Razor page", "Pages/Index.cshtml", code => $"@page\n<h1>@Model.Title</h1>\n<script>\n{code}\n</script>"),
        ("behind quotes in comments and patterns", "wwwroot/app.js", code => $"// it's \"here\"\n/* don't ` */ const re = /['\"`]/g;\n{code}"),
    ];

    /// <summary>What the method is handed, under names that say nothing. That of a text stays: what it holds decides nothing.</summary>
    private static string Renamed(string code, Surroundings around)
    {
        var (before, number) = ("", 0);
        foreach (var (_, name) in around.Parameters)
        {
            var other = $"zulu{number++}";
            before += $"var {other} = {name}; ";
            code = Regex.Replace(code, $@"(?<![\w.""])\b{name}\b(?!\s*[:=][^=])", other);
        }
        return before + code;
    }
}
