namespace Archiet.Testing;

/// <summary>What the .NET SDK imports by itself, as source text.</summary>
public static class ImplicitUsings
{
    private static readonly string[] OfAnySdk =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] OfWebSdk =
    [
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "System.Net.Http.Json",
    ];

    /// <summary>The name of the file in a build.</summary>
    public const string FileName = "ImplicitUsings.g.cs";

    /// <summary>In a library.</summary>
    public static string Library { get; } = Text(OfAnySdk);

    /// <summary>In a web project.</summary>
    public static string Web { get; } = Text([.. OfAnySdk, .. OfWebSdk]);

    private static string Text(string[] names) => string.Concat(names.Select(static name => $"global using {name};\n"));
}
