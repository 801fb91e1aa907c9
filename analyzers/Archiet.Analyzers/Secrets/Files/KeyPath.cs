namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Where a value stands in a file: the names around it from the outermost, as configuration joins them: <c>ConnectionStrings:Archiet</c>. Changes under the reader's hand;
/// no text is made of it before somebody asks.
/// </summary>
internal sealed class KeyPath
{
    /// <summary>How many levels are looked at: a file that nests a hundred thousand must not cost their square.</summary>
    private const int MostNames = 8;

    private readonly List<Level> levels = [];

    /// <summary>How many levels are open.</summary>
    public int Depth => levels.Count;

    /// <summary>The name that a value stands under by itself; empty in a list.</summary>
    public TextPart Last => levels.Count == 0 ? default : NameOf(levels[levels.Count - 1]);

    /// <summary>The name around that one, lists left out; empty where there is none.</summary>
    public TextPart BeforeLast
    {
        get
        {
            for (var at = levels.Count - 2; at >= Math.Max(0, levels.Count - MostNames); at--)
            {
                if (NameOf(levels[at]) is { Length: > 0 } name)
                {
                    return name;
                }
            }
            return default;
        }
    }

    /// <summary>Whether the innermost level is a list.</summary>
    public bool IsInList => levels.Count > 0 && levels[levels.Count - 1].Index >= 0;

    /// <summary>The column at which the innermost level began; -1 outside of all.</summary>
    public int Column => levels.Count == 0 ? -1 : levels[levels.Count - 1].Column;

    /// <summary>Goes into a group of names.</summary>
    public void Open(int column = 0) => levels.Add(new Level { Index = -1, Column = column });

    /// <summary>Goes into a list.</summary>
    public void OpenList(int column = 0) => levels.Add(new Level { Index = 0, Column = column });

    /// <summary>Leaves the innermost level; nothing happens outside of all.</summary>
    public void Close()
    {
        if (levels.Count > 0)
        {
            levels.RemoveAt(levels.Count - 1);
        }
    }

    /// <summary>The next value of the innermost level stands under this name.</summary>
    public void Name(TextPart name)
    {
        if (levels.Count == 0)
        {
            Open();
        }
        var level = levels[levels.Count - 1];
        level.Name = name;
        levels[levels.Count - 1] = level;
    }

    /// <summary>The next value of a list.</summary>
    public void Next()
    {
        if (IsInList)
        {
            var level = levels[levels.Count - 1];
            level.Index++;
            levels[levels.Count - 1] = level;
        }
    }

    /// <summary>
    /// A value of this level was read. Where one is called <c>name</c> or <c>key</c>, the one called <c>value</c> beside it stands under what that one says:
    /// so Kubernetes, Azure and XML configuration write their settings.
    /// </summary>
    public void Read(TextPart value)
    {
        if (levels.Count > 0 && IsNaming(levels[levels.Count - 1].Name))
        {
            var level = levels[levels.Count - 1];
            level.Partner = value;
            levels[levels.Count - 1] = level;
        }
    }

    /// <summary>Whether the value beside a member of this name stands under what the member says.</summary>
    public static bool IsNaming(TextPart name) => name.Is("name") || name.Is("key");

    /// <summary>Whether a member of this name stands under what the one beside it says.</summary>
    public static bool IsNamed(TextPart name) => name.Is("value");

    /// <summary>The names from the outermost, joined as configuration joins them; of a deep path the innermost.</summary>
    public override string ToString()
    {
        var names = new List<string>();
        for (var at = levels.Count - 1; at >= Math.Max(0, levels.Count - MostNames); at--)
        {
            var level = levels[at];
            if (level.Index >= 0)
            {
                names.Add(level.Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            else if (NameOf(level) is { Length: > 0 } name)
            {
                names.Add(name.ToString());
            }
        }
        names.Reverse();
        return string.Join(":", names);
    }

    private static TextPart NameOf(Level level) => level.Partner is { } partner && IsNamed(level.Name) ? partner : level.Name;

    private struct Level
    {
        public TextPart Name;
        public TextPart? Partner;
        public int Index;
        public int Column;
    }
}
