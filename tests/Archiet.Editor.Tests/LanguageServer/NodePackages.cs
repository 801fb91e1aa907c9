using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Archiet.Editor.Tests.LanguageServer;

/// <summary>The packages of Node/package-lock.json, installed once a machine and once a lock, outside the repository.</summary>
internal static class NodePackages
{
    private static readonly string Locked = Path.Combine(TestContext.CurrentContext.TestDirectory, "Node");

    /// <summary>The folder with node_modules in it.</summary>
    public static string Installed()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Locked, "package-lock.json"))))[..16];
        var folder = Path.Combine(Path.GetTempPath(), $"archiet-editor-tests-{Environment.UserName}", hash);
        if (!Directory.Exists(folder))
        {
            Install(folder);
        }
        return folder;
    }

    /// <summary>Beside its place and then moved: a run that is cut off leaves no half of it, and two at once do not meet.</summary>
    private static void Install(string folder)
    {
        var draft = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(draft);
        foreach (var file in Directory.GetFiles(Locked))
        {
            File.Copy(file, Path.Combine(draft, Path.GetFileName(file)));
        }
        Run("npm", draft, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        try
        {
            Directory.Move(draft, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static void Run(string program, string folder, params string[] arguments)
    {
        using var process = Start(new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true });
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{output}\n{error.Result}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("The tests of the editor need Node.js 18 or later, with npm, on the path.", missing);
        }
    }
}
