using System.Globalization;

namespace Archiet.Precision;

/// <summary>Lines that commands have in common.</summary>
internal static class Rows
{
    /// <summary>How many of something were found, with their share.</summary>
    public static void PrintShare(string name, int found, int of) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {found,4} of {of,4} found, {(of == 0 ? 0 : 100.0 * found / of):F1} %"));
}
