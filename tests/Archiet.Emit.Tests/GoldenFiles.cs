using System.Text;
using System.Text.RegularExpressions;

namespace Archiet.Emit.Tests;

/// <summary>The folder of expected outputs. With <c>ARCHIET_UPDATE_GOLDENS=1</c> a comparison writes what it got instead; read the difference before committing it.</summary>
internal static partial class GoldenFiles
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("ARCHIET_UPDATE_GOLDENS") == "1";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Archiet.Emit.Tests", "Goldens");

    /// <summary>Compares a set of outputs with the folder: each equal byte for byte, and nothing left over in it.</summary>
    public static void AssertEqual(string set, IEnumerable<(string Name, byte[] Content)> outputs)
    {
        var folder = Path.Combine(Folder, set);
        Directory.CreateDirectory(folder);
        var left = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            foreach (var (name, content) in outputs)
            {
                left.Remove(name);
                Compare(Path.Combine(folder, name), content);
            }
            if (Update)
            {
                left.RemoveWhere(name => Delete(Path.Combine(folder, name)));
            }
            Assert.That(left, Is.Empty, "Files that nothing emits any more.");
        });
    }

    private static void Compare(string path, byte[] content)
    {
        content = Encoding.UTF8.GetBytes(Hash().Replace(Encoding.UTF8.GetString(content), "Hash = \"(of the text above)\""));
        if (Update)
        {
            File.WriteAllBytes(path, content);
        }
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.That(Encoding.UTF8.GetString(content), Is.EqualTo(expected), $"{Path.GetFileName(path)} (ARCHIET_UPDATE_GOLDENS=1 writes it)");
    }

    /// <summary>A source's hash of itself: in a golden it would say nothing, and two changes that git can merge would conflict in it. DeterminismTests hold it to the text.</summary>
    [GeneratedRegex("(?<=const string )Hash = \"[0-9A-F]{16}\"")]
    private static partial Regex Hash();

    private static bool Delete(string path)
    {
        File.Delete(path);
        return true;
    }
}
