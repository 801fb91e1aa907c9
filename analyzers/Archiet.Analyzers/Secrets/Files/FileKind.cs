namespace Archiet.Analyzers.Secrets.Files;

/// <summary>How a file is read.</summary>
internal enum FileKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML, genomes among it.</summary>
    Yaml,

    /// <summary>XML: project files, and the configuration of .NET Framework, IIS and NuGet.</summary>
    Xml,

    /// <summary>One setting a line: .env, .ini, .properties.</summary>
    Lines,

    /// <summary>A Dockerfile.</summary>
    Dockerfile,

    /// <summary>SQL.</summary>
    Sql,

    /// <summary>JavaScript and TypeScript.</summary>
    Script,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Razor.</summary>
    Razor,
}
