using System.Diagnostics;
using System.Text.RegularExpressions;
using Archiet.Analyzers.Tenancy;
using Archiet.Testing;

namespace Archiet.Analyzers.Tests.Adoption;

/// <summary>The compiler of the .NET SDK as a build starts it, with our analyzers among its arguments.</summary>
internal static partial class CommandLineCompiler
{
    private static string Dotnet => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static string Compiler => Path.Combine(
        Directory.EnumerateDirectories(Path.Combine(Dotnet, "sdk")).Where(path => Version.TryParse(Path.GetFileName(path), out _)).MaxBy(path => Version.Parse(Path.GetFileName(path)))!,
        "Roslyn", "bincore", "csc.dll");

    /// <summary>Compiles the files of a folder, and gives what is said of our ids: each id with the levels at which it is reported.</summary>
    public static ILookup<string, string> Run(string folder, IEnumerable<string> sources, IEnumerable<string> files, params string[] more)
    {
        string[] arguments =
        [
            "/nologo", "/noconfig", "/nostdlib+", "/target:library", "/langversion:preview", "/nullable:enable", "/out:" + Path.Combine(folder, "app.dll"),
            "/analyzer:" + typeof(Arc1001TenantFilterOff).Assembly.Location,
            .. References.WebApp.Select(reference => "/reference:" + reference.Display),
            .. files.Select(file => "/additionalfile:" + file),
            .. sources,
            .. more,
        ];
        var response = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(response, arguments.Select(argument => $"\"{argument}\""));
        var program = Path.Combine(Dotnet, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        using var process = Process.Start(new ProcessStartInfo(program, ["exec", Compiler, "@" + response]) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Finding().Matches(output).Select(match => (Id: match.Groups["id"].Value, Level: match.Groups["level"].Value)).Distinct().ToLookup(found => found.Id, found => found.Level);
    }

    [GeneratedRegex(@": (?<level>error|warning|info) (?<id>[A-Z]+\d{4}):")]
    private static partial Regex Finding();
}
