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

    /// <summary>Words of a file's name that say: this is not what ships.</summary>
    private static readonly HashSet<string> Rehearsals = new(StringComparer.OrdinalIgnoreCase)
    {
        "development", "dev", "local", "localhost", "test", "tests", "testing", "e2e", "ci", "example", "examples", "sample", "samples", "template", "tpl", "dist", "default", "defaults", "demo", "mock",
    };

    /// <summary>Folders of texts for people, in the languages that they speak.</summary>
    private static readonly HashSet<string> Translations = new(StringComparer.OrdinalIgnoreCase)
    {
        "i18n", "l10n", "locale", "locales", "localization", "lang", "langs", "languages", "translations",
    };

    private FileFacts(FileKind kind, bool isRehearsal, bool isTranslation, bool isGenome)
    {
        Kind = kind;
        IsRehearsal = isRehearsal;
        IsTranslation = isTranslation;
        IsGenome = isGenome;
    }

    /// <summary>How it is read.</summary>
    public FileKind Kind { get; }

    /// <summary>Whether its name says that it is for development, tests or examples.</summary>
    public bool IsRehearsal { get; }

    /// <summary>Whether it holds texts for people: a name there is the name of a text.</summary>
    public bool IsTranslation { get; }

    /// <summary>Whether it is a genome.</summary>
    public bool IsGenome { get; }

    /// <summary>Whether it is configuration, which an app reads as it stands.</summary>
    public bool IsConfiguration => Kind is FileKind.Json or FileKind.Yaml or FileKind.Xml or FileKind.Lines or FileKind.Dockerfile && !IsGenome && !IsTranslation;

    /// <summary>Reads a path. Only the file's own name and its folder's count: what stands above belongs to whoever checked the project out.</summary>
    public static FileFacts Of(string path)
    {
        var slash = path.LastIndexOfAny(Separators);
        var name = path.Substring(slash + 1);
        var kind = KindOf(name);
        if (kind == FileKind.None)
        {
            return default;
        }
        var folder = slash > 0 ? path.Substring(0, slash) : "";
        return new FileFacts(
            kind,
            name.Split(WordEnds).Any(Rehearsals.Contains),
            Translations.Contains(folder.Substring(folder.LastIndexOfAny(Separators) + 1)),
            name.EndsWith(".genome.yaml", StringComparison.OrdinalIgnoreCase));
    }

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
