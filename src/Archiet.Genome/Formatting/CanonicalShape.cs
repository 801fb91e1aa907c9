namespace Archiet.Genome.Formatting;

/// <summary>
/// Where order has a meaning, and where words are the author's data. Everything else is in ordinal order in the canonical text, keys of the language and names
/// alike, so that a key that the language gains has its place already.
/// </summary>
internal sealed class CanonicalShape
{
    private static readonly CanonicalShape Sorted = new();

    /// <summary>JSON, prose and words of the author: nothing in it is moved.</summary>
    private static readonly CanonicalShape Data = new() { IsOrdered = true, IsData = true };

    private static readonly CanonicalShape Set = new() { IsSet = true };

    private static readonly CanonicalShape Field = Keys(("default", Data), ("example", Data));

    /// <summary>Fields are in the order of columns, parameters in that of the operation.</summary>
    private static readonly CanonicalShape Fields = new() { IsOrdered = true, Each = Field };

    private static readonly CanonicalShape Members = new() { IsOrdered = true, Each = Sorted };

    private static readonly CanonicalShape Constraints = new() { Each = Sorted };

    private static readonly CanonicalShape Entity = Keys(
        ("fields", Fields),
        ("unique", Constraints),
        ("indexes", Constraints),
        ("rules", Constraints),
        ("list", Keys(("sort", Set), ("filter", Set))),
        ("lifecycle", Keys(("transitions", new() { Each = Keys(("from", Set), ("sets", Sorted)) }))));

    /// <summary>What a grant allows is a set, and so are its fields, in the short forms and in the long ones.</summary>
    private static readonly CanonicalShape Grant = Keys(("do", Set), ("fields", Keys(("see", Set), ("set", Set), ("except", Set)).AsSet())).AsSet();

    private readonly Dictionary<string, CanonicalShape> keys = new(StringComparer.Ordinal);

    private CanonicalShape()
    {
    }

    /// <summary>A genome.</summary>
    public static CanonicalShape Genome { get; } = Keys(
        // Documents list roles as they are written.
        ("roles", new() { IsOrdered = true, Each = Sorted }),
        ("types", new() { Each = Field }),
        ("values", new() { Each = Keys(("fields", Fields)).OrElse(Fields) }),
        ("enums", new() { Each = Keys(("members", Members)).OrElse(Members) }),
        ("mixins", new() { Each = Entity }),
        ("entities", new() { Each = Entity }),
        ("capabilities", new() { Each = Keys(("to", Set), ("run", Set), ("crossTenant", Set), ("allow", new() { Each = Grant })) }),
        ("operations", new() { Each = Keys(("input", Fields), ("output", Fields)) }),
        ("seed", new() { Each = new() { IsOrdered = true, Each = Data } }),
        ("questions", new() { Each = Keys(("options", Data)) }));

    /// <summary>Whether the entries of a mapping stay in the author's order.</summary>
    public bool IsOrdered { get; private set; }

    /// <summary>Whether a list is a set.</summary>
    public bool IsSet { get; private set; }

    private bool IsData { get; set; }

    /// <summary>The shape of every entry, where keys are names.</summary>
    private CanonicalShape? Each { get; set; }

    /// <summary>The shape of a mapping with none of <see cref="keys"/>: a short form.</summary>
    private CanonicalShape? Otherwise { get; set; }

    /// <summary>The shape that holds for a mapping: the short form's, where it is one.</summary>
    public CanonicalShape For(LayoutCollection mapping) =>
        Otherwise is null || mapping.Entries.Exists(entry => entry.Key is { } key && keys.ContainsKey(key.Text)) ? this : Otherwise;

    /// <summary>The shape of an entry's value.</summary>
    public CanonicalShape Of(string key)
    {
        if (IsData || Each is not null)
        {
            return Each ?? Data;
        }
        return key.StartsWith("x-", StringComparison.Ordinal) ? Data : keys.TryGetValue(key, out var shape) ? shape : Sorted;
    }

    private static CanonicalShape Keys(params (string Key, CanonicalShape Shape)[] shapes)
    {
        var keyed = new CanonicalShape();
        foreach (var (key, shape) in shapes)
        {
            keyed.keys.Add(key, shape);
        }
        return keyed;
    }

    private CanonicalShape AsSet()
    {
        IsSet = true;
        return this;
    }

    private CanonicalShape OrElse(CanonicalShape shortForm)
    {
        Otherwise = shortForm;
        return this;
    }
}
