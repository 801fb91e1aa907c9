namespace Archiet.Analyzers.Secrets;

/// <summary>A name that was met, and what it says: judged once, and found again by its characters, so that looking at a name a second time makes no text.</summary>
internal sealed class KnownName
{
    private const int MostRemembered = 20_000;
    private const int Places = 1 << 13;

    private static Table remembered = new();

    private readonly string text;
    private readonly uint hash;
    private readonly KnownName? next;

    private KnownName(string text, uint hash, KnownName? next)
    {
        this.text = text;
        this.hash = hash;
        this.next = next;
        var words = Words.Of(text);
        Kind = text.Length < SecretNames.ShortestName ? SecretName.None : SecretNames.Judge(words);
        NeedsTheNameAround = SecretNames.NeedsTheNameAround(words);
        HasContext = NamedValue.HasContext(words);
        IsPublic = NamedValue.IsPublic(words);
    }

    /// <summary>What it names.</summary>
    public SecretName Kind { get; }

    /// <summary>Whether the name around it may make something else of it.</summary>
    public bool NeedsTheNameAround { get; }

    /// <summary>Whether one of its words gives a value the meaning of a secret.</summary>
    public bool HasContext { get; }

    /// <summary>Whether one of its words says that the value is derived from a secret, or public.</summary>
    public bool IsPublic { get; }

    /// <summary>What is known of a name.</summary>
    public static KnownName Of(ReadOnlySpan<char> name)
    {
        var hash = HashOf(name);
        var table = Volatile.Read(ref remembered);
        ref var place = ref table.Heads[hash & (Places - 1)];
        for (var known = Volatile.Read(ref place); known is not null; known = known.next)
        {
            if (known.hash == hash && name.SequenceEqual(known.text.AsSpan()))
            {
                return known;
            }
        }
        return Add(name.ToString(), hash, table, ref place);
    }

    /// <summary>What is known of a name.</summary>
    public static KnownName Of(string name) => Of(name.AsSpan());

    /// <summary>Of two threads that add to one place at once, one name is forgotten, and judged again when it is met again.</summary>
    private static KnownName Add(string name, uint hash, Table table, ref KnownName? place)
    {
        var added = new KnownName(name, hash, Volatile.Read(ref place));
        Volatile.Write(ref place, added);
        if (Interlocked.Increment(ref table.Count) > MostRemembered)
        {
            Volatile.Write(ref remembered, new Table());
        }
        return added;
    }

    private static uint HashOf(ReadOnlySpan<char> name)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 16_777_619u;
        }
        return hash;
    }

    private sealed class Table
    {
        /// <summary>The name that was added last, of those that have a place in common.</summary>
        public readonly KnownName?[] Heads = new KnownName?[Places];

        /// <summary>How many were added.</summary>
        public int Count;
    }
}
