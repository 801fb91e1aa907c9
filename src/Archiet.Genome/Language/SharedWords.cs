using System.Runtime.CompilerServices;

namespace Archiet.Genome.Language;

/// <summary>The words that genomes consist of for the most part: keys, types, operations. Each is one string, however often it is written.</summary>
internal static class SharedWords
{
    /// <summary>The longest of them is shorter.</summary>
    private const int TooLong = 16;

    /// <summary>Far more than there are words, so that most stand where they are looked for first.</summary>
    private const int SlotCount = 1024;

    private static readonly string?[] Slots = new string?[SlotCount];

    static SharedWords()
    {
        foreach (var table in LanguageKeys.All)
        {
            foreach (var key in table.Keys)
            {
                Add(key.Name);
            }
        }
        Add("true");
        Add("false");
        Add("0");
        Add("1");
        AddAll(LanguageWords.ScalarTypes);
        AddAll(LanguageWords.OperationNames);
        AddAll(LanguageWords.DeleteActions);
        AddAll(LanguageWords.ServerValues);
    }

    /// <summary>A part of a text: the shared string where it is one of the words.</summary>
    public static string Cut(string text, int start, int end)
    {
        var length = end - start;
        return (length is > 0 and < TooLong ? Slots[SlotOf(text, start, length)] : null) ?? text.Substring(start, length);
    }

    private static void AddAll(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            Add(word);
        }
    }

    private static void Add(string word) => Slots[SlotOf(word, 0, word.Length)] = word;

    /// <summary>Where a word stands, or the free slot behind those that it would have to stand among.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    private static int SlotOf(string text, int start, int length)
    {
        var slot = ((text[start] * 31) + (text[start + (length / 2)] * 17) + (text[start + length - 1] * 7) + length) % SlotCount;
        while (Slots[slot] is { } word && !(word.Length == length && GenomeNames.StandsAt(text, start, word)))
        {
            slot = (slot + 1) % SlotCount;
        }
        return slot;
    }
}
