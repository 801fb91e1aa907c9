using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archiet.Testing;
using Microsoft.CodeAnalysis;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>
/// The files beside the C# of a large app: settings, manifests, pipelines, scripts, pages, project files, SQL and genomes, each of its usual size, and of names that
/// resemble those the rules ask about. The same in every run.
/// </summary>
internal sealed class TextBody
{
    private const int Seed = 20_261_122;

    private static readonly string[] Names =
    [
        "Name", "Url", "Timeout", "Retry", "ApiKeyHeader", "TokenLifetime", "PasswordPolicy", "ConnectionName", "Host", "Port", "Level", "Enabled", "Key", "Region", "Bucket", "Path", "Audience", "Issuer",
        "Description", "Schedule", "Size", "Interval", "Endpoint", "Culture", "Currency", "Theme", "Title", "Width", "Limit", "Secret", "ClientSecretName", "Cache", "Queue", "Topic",
    ];

    private static readonly string[] Values =
    [
        "Warning", "https://api.example.com/v1/orders", "00:05:00", "Host=db;Database=app;Username=app", "${DB_PASSWORD}", "a text that says what this is for, in one sentence", "3", "true", "en-GB", "Bearer",
        "9f6f1b0e-7f7c-4f4c-9f2d-0b4a1c2d3e4f", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "*/15 * * * *", "/var/lib/app/data", "registry.example.com/team/app:1.4.2", "$(ProjectDir)obj",
        "{{ .Values.image.tag }}", "rgba(12, 34, 56, 0.7)", "appointments.confirmed.subject", "X-Correlation-Id", "Server=tcp:sql,1433;Initial Catalog=app;Encrypt=True", "user@example.com",
    ];

    private readonly Random random = new(Seed);
    private readonly List<(string Path, string Text)> files = [];

    private TextBody()
    {
    }

    /// <summary>How many characters there are.</summary>
    public int Length => files.Sum(file => file.Text.Length);

    /// <summary>How many files there are.</summary>
    public int Count => files.Count;

    /// <summary>Writes one of about six megabytes.</summary>
    public static TextBody Write()
    {
        var body = new TextBody();
        for (var at = 0; at < 40; at++)
        {
            body.Add($"App{at}/appsettings.json", "{", 60, (name, value) => $"  \"{name}\": {{ \"{body.Name()}\": \"{body.Value()}\", \"{body.Name()}\": [1, 2, 3], \"{body.Name()}\": {{ \"{body.Name()}\": \"{value}\" }} }},", "  \"AllowedHosts\": \"*\"\n}");
            body.Add($"App{at}/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\">", 40, (name, value) => $"  <PropertyGroup Condition=\"'$({name})' == ''\"><{name}>{value}</{name}></PropertyGroup>\n  <ItemGroup><PackageReference Include=\"Some.{name}\" Version=\"1.2.3\" /></ItemGroup>", "</Project>");
            body.Add($"deploy/app{at}.yaml", "apiVersion: v1\nkind: List\nitems:", 50, (name, value) => $"  - metadata: {{ name: {name}, labels: {{ app: web }} }}\n    spec:\n      # {name} of the service\n      containers:\n        - name: web\n          env:\n            - name: {name}\n              value: \"{value}\"", "");
            body.Add($"App{at}/.env", "# what the app reads", 40, (name, value) => $"{name}={value}", "");
            body.Add($"App{at}/wwwroot/page{at}.html", "<!doctype html><html><body>", 60, (name, value) => $"  <p class=\"text muted\" data-key=\"{name}\">The {name} of this page is what people read, and there is more of it than of anything else.</p>\n  <input name=\"{name}\" value=\"{body.Value()}\">", "</body></html>");
            body.Add($"App{at}/Pages/Page{at}.cshtml", "@page\n@model PageModel\n@{ ViewData[\"Title\"] = \"A page\"; }", 50, (name, _) => $"<div class=\"row\"><label asp-for=\"{name}\">@Model.{name}</label><span asp-validation-for=\"{name}\">Please say what it is.</span></div>", "");
        }
        for (var at = 0; at < 60; at++)
        {
            body.Add($"web/src/part{at}.ts", "import { get, post } from './http';", 120, body.Function, "");
            body.Add($"db/script{at}.sql", "-- what changed", 80, (name, value) => $"INSERT INTO settings (name, value) VALUES ('{name}', '{value}') ON CONFLICT DO NOTHING; UPDATE orders SET state = 'open' WHERE id = 7;", "");
        }
        for (var at = 0; at < 4; at++)
        {
            body.files.Add(($"App{at}/synthetic.genome.yaml", SyntheticGenome.Text(120 + at)));
        }
        return body;
    }

    /// <summary>Reads the files that an app's project hands to the compiler, from a folder of real sources.</summary>
    public static TextBody Read(string folder)
    {
        var body = new TextBody();
        foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is ".json" or ".yaml" or ".yml" or ".xml" or ".config" or ".csproj" or ".props" or ".targets" or ".env" or ".sql" or ".js" or ".ts" or ".tsx" or ".html" or ".cshtml" or ".razor")
            {
                body.files.Add((path, File.ReadAllText(path)));
            }
        }
        return body;
    }

    /// <summary>As the compiler gets them: new ones in each round, so that what the rules remember of a text does not count twice.</summary>
    public ImmutableArray<AdditionalText> Texts() => [.. files.Select(file => new GenomeText(file.Text, file.Path))];

    private void Add(string path, string head, int lines, Func<string, string, string> line, string tail)
    {
        var text = new StringBuilder(head).Append('\n');
        for (var at = 0; at < lines; at++)
        {
            text.Append(line(Name(), Value())).Append('\n');
        }
        files.Add((path, text.Append(tail).Append('\n').ToString()));
    }

    private string Function(string name, string value) => $$"""
        /** Shows the {{name}} of an order, which is asked for once and kept. */
        export async function show{{name}}(id: string, options: Options = {}): Promise<void> {
          const found = await get(`/api/orders/${id}/{{name}}?size=${options.size ?? 20}`);
          if (found.state === 'open' && !found.hidden) {
            document.querySelector('#{{name}}')!.textContent = found.title || "{{value}}";
          }
          return found.items.filter(item => item.value > 3 / 2).map(item => ({ ...item, label: '{{name}} of ' + item.name }));
        }

        """;

    private string Name() => Names[random.Next(Names.Length)] + (random.Next(3) == 0 ? random.Next(100).ToString(CultureInfo.InvariantCulture) : "");

    private string Value() => Values[random.Next(Values.Length)];
}
