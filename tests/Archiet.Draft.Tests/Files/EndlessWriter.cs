using Archiet.Draft.Files;

namespace Archiet.Draft.Tests.Files;

/// <summary>What this assembly does as a program of its own: it writes a draft and another one in turn, until somebody kills it.</summary>
internal static class EndlessWriter
{
    public const string Command = "write-without-end";

    private const int Lines = 20_000;

    public static DraftFile[] First { get; } = Draft('a');

    private static DraftFile[] Second { get; } = Draft('b');

    public static int Main(string[] arguments)
    {
        if (arguments is not [Command, var folder])
        {
            return 1;
        }
        var draft = new DraftFolder(folder, "orders");
        draft.Write(First, default);
        Console.WriteLine("ready");
        while (true)
        {
            draft.Write(Second, default);
            draft.Write(First, default);
        }
    }

    public static bool IsWhole(string text) => First.Concat(Second).Any(file => file.Text == text);

    private static DraftFile[] Draft(char letter)
    {
        var text = string.Concat(Enumerable.Repeat($"# {letter}{letter}{letter}\n", Lines));
        return [new("orders.draft.sources.yaml", text), new("orders.draft.genome.yaml", text)];
    }
}
