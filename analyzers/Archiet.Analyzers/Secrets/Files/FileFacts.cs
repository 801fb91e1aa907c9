using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets.Files;

/// <summary>What a file's path says of it.</summary>
internal readonly struct FileFacts
{
    private static readonly char[] Separators = ['/', '\\'];
    private static readonly char[] WordEnds = ['.', '-', '_', ' '];

    private static readonly Dictionary<string, FileKind> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        ["json"] = FileKind.Json,
        ["jsonc"] = FileKind.Json,
        ["json5"] = FileKind.Json,
        ["yaml"] = FileKind.Yaml,
        ["yml"] = FileKind.Yaml,
        ["xml"] = FileKind.Xml,
        ["config"] = FileKind.Xml,
        ["csproj"] = FileKind.Xml,
        ["props"] = FileKind.Xml,
        ["targets"] = FileKind.Xml,
        ["pubxml"] = FileKind.Xml,
        ["env"] = FileKind.Lines,
        ["ini"] = FileKind.Lines,
        ["properties"] = FileKind.Lines,
        ["npmrc"] = FileKind.Lines,
        ["dockerfile"] = FileKind.Dockerfile,
        ["sql"] = FileKind.Sql,
        ["js"] = FileKind.Script,
        ["mjs"] = FileKind.Script,
        ["cjs"] = FileKind.Script,
        ["jsx"] = FileKind.Script,
        ["ts"] = FileKind.Script,
        ["mts"] = FileKind.Script,
        ["tsx"] = FileKind.Script,
        ["html"] = FileKind.Html,
        ["htm"] = FileKind.Html,
        ["cshtml"] = FileKind.Razor,
        ["razor"] = FileKind.Razor,
    };

    /// <summary>Written by tools, of digests and addresses: nothing in them was typed by a person.</summary>
    private static readonly HashSet<string> Locks = new(StringComparer.OrdinalIgnoreCase)
    {
        "package-lock.json", "packages.lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "project.assets.json", "libman.lock.json", "composer.lock.json",
    };

    /// <summary>Words of a file's name that say: this is what a developer's machine reads.</summary>
    private static readonly HashSet<string> Developments = new(StringComparer.OrdinalIgnoreCase) { "development", "dev", "local", "localhost" };

    /// <summary>Words of a file's name that say: this shows how it is done, or serves tests.</summary>
    private static readonly HashSet<string> Examples = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "testing", "spec", "e2e", "ci", "example", "examples", "sample", "samples", "template", "tpl", "dist", "demo", "mock",
    };

    /// <summary>What services of builds read: it ships nowhere, its passwords are those of databases that live as long as a build, and what is secret in it is encrypted for the service.</summary>
    private static readonly HashSet<string> Pipelines = new(StringComparer.OrdinalIgnoreCase)
    {
        "appveyor.yml", ".appveyor.yml", ".travis.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml", ".cirrus.yml", ".drone.yml",
    };

    /// <summary>Folders of what shows how it is done, or serves tests and pipelines.</summary>
    private static readonly HashSet<string> ExampleFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "example", "examples", "sample", "samples", "doc", "docs", "fixtures", "testdata", "test data", "test-data", "mocks", "e2e", "__tests__", ".github", ".gitlab", ".devcontainer", "benchmark", "benchmarks",
    };

    /// <summary>Folders of texts for people, in the languages that they speak.</summary>
    private static readonly HashSet<string> Translations = new(StringComparer.OrdinalIgnoreCase)
    {
        "i18n", "l10n", "locale", "locales", "localization", "lang", "langs", "languages", "translations",
    };

    private FileFacts(FileKind kind, bool isDevelopment, bool isExample, bool isTranslation, bool isGenome)
    {
        Kind = kind;
        IsDevelopment = isDevelopment;
        IsExample = isExample;
        IsTranslation = isTranslation;
        IsGenome = isGenome;
    }

    /// <summary>How it is read.</summary>
    public FileKind Kind { get; }

    /// <summary>Whether its name says that it is for a developer's machine.</summary>
    public bool IsDevelopment { get; }

    /// <summary>Whether its name says that it is an example, or for tests.</summary>
    public bool IsExample { get; }

    /// <summary>Whether it holds texts for people: a name there is the name of a text.</summary>
    public bool IsTranslation { get; }

    /// <summary>Whether it is a genome.</summary>
    public bool IsGenome { get; }

    /// <summary>Whether it is configuration, which an app reads as it stands.</summary>
    public bool IsConfiguration => Kind is FileKind.Json or FileKind.Yaml or FileKind.Xml or FileKind.Lines or FileKind.Dockerfile && !IsGenome && !IsTranslation;

    /// <summary>Whether it is configuration that an app has where it serves people.</summary>
    public bool Ships => IsConfiguration && !IsDevelopment && !IsExample;

    /// <summary>Reads a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="project">The folder of the project: what stands above it belongs to whoever checked the project out.</param>
    public static FileFacts Of(string path, string project = "")
    {
        var slash = path.LastIndexOfAny(Separators);
        var name = path.Substring(slash + 1);
        var kind = KindOf(name);
        if (kind == FileKind.None)
        {
            return default;
        }
        var words = name.Split(WordEnds);
        var from = project.Length > 0 && path.StartsWith(project, StringComparison.OrdinalIgnoreCase) ? project.Length : Math.Max(path.LastIndexOfAny(Separators, Math.Max(slash - 1, 0)), 0);
        var folders = slash > from ? path.Substring(from, slash - from).Split(Separators) : [];
        return new FileFacts(
            kind,
            words.Any(Developments.Contains),
            words.Any(Examples.Contains) || Pipelines.Contains(name) || folders.Any(IsOfExamples),
            folders.Any(Translations.Contains),
            name.EndsWith(".genome.yaml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the compiler is told of the project's folder, with its slash; empty where it is told nothing.</summary>
    public static string ProjectOf(AnalyzerConfigOptions options) => options.TryGetValue("build_property.ProjectDir", out var folder) ? folder : "";

    /// <summary>Folders such as <c>tests</c>, <c>App.Tests</c>, <c>TestSuite</c>, <c>samples</c>.</summary>
    private static bool IsOfExamples(string folder) => ExampleFolders.Contains(folder) || Words.Of(folder) is [.., "test" or "tests"] or [.., "test", "suite"];

    private static FileKind KindOf(string name)
    {
        if (Locks.Contains(name) || name.IndexOf(".min.", StringComparison.OrdinalIgnoreCase) > 0)
        {
            return FileKind.None;
        }
        if (name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) && (name.Length == 4 || name[4] == '.'))
        {
            return FileKind.Lines;
        }
        if (name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase) && (name.Length == 10 || name[10] == '.'))
        {
            return FileKind.Dockerfile;
        }
        return ByExtension.TryGetValue(name.Substring(name.LastIndexOf('.') + 1), out var kind) ? kind : FileKind.None;
    }
}
