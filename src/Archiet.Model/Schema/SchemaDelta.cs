using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A line that a schema has no longer, or from now on.</summary>
/// <param name="Adds">Whether it is there from now on.</param>
/// <param name="Line">The line.</param>
public sealed record SchemaChange(bool Adds, SchemaLine Line)
{
    /// <summary>The line with its sign, as a sealed file has it.</summary>
    public string Text => Sign + Line.Text;

    /// <summary>What stands before the line.</summary>
    internal string Sign => Adds ? "+ " : "- ";
}

/// <summary>What leads from one schema to another: first what is called otherwise, then the lines that go and come.</summary>
/// <param name="Renames">Tables, then columns, then members; within each, all at once, in ordinal order of old origins.</param>
/// <param name="Changes">In ordinal order of lines.</param>
public sealed record SchemaDelta(EquatableArray<SchemaRename> Renames, EquatableArray<SchemaChange> Changes)
{
    /// <summary>No change.</summary>
    public static SchemaDelta Empty { get; } = new(EquatableArray<SchemaRename>.Empty, EquatableArray<SchemaChange>.Empty);

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Renames.Count == 0 && Changes.Count == 0;

    /// <summary>The lines that go.</summary>
    public IEnumerable<SchemaLine> Removed => Changes.Where(change => !change.Adds).Select(change => change.Line);

    /// <summary>The lines that come.</summary>
    public IEnumerable<SchemaLine> Added => Changes.Where(change => change.Adds).Select(change => change.Line);

    /// <summary>The lines of a sealed file: renames, then the lines with their signs.</summary>
    public IEnumerable<string> Lines => Renames.Select(RenameText.Of).Concat(Changes.Select(change => change.Text));

    /// <summary>The schema that it leads to.</summary>
    /// <exception cref="FormatException">It does not fit the schema that it is applied to.</exception>
    public SchemaState Apply(SchemaState before)
    {
        var renamed = SchemaRenames.Apply(before, Renames, out var unknown);
        if (unknown.Count > 0)
        {
            throw new FormatException(RenameText.Of(unknown[0].Rename) + ": " + unknown[0].Message);
        }
        var after = SchemaFold.Apply(renamed, Changes, out var faults);
        return faults.Count == 0 ? after : throw new FormatException(faults[0].Change.Text + ": " + faults[0].Message);
    }

    /// <summary>
    /// The hash of what it does, the same whether it is sealed or pending: SHA-256 in lower-case hex over its lines, and a line <c>step sha256:…</c> for each file of the user's.
    /// </summary>
    /// <param name="stepHashes">SHA-256 of the text of each file of the user's, in their order.</param>
    public string Hash(IEnumerable<string> stepHashes)
    {
        using var all = new LineHash();
        foreach (var rename in Renames)
        {
            all.Add(RenameText.Of(rename)).Add("\n");
        }
        AddChanges(all);
        foreach (var hash in stepHashes)
        {
            all.Add("step sha256:").Add(hash).Add("\n");
        }
        return all.ToHex();
    }

    /// <summary>By itself, and so compiled in no time: the loop goes over a whole schema.</summary>
    private void AddChanges(LineHash all)
    {
        foreach (var change in Changes)
        {
            all.AddLine(change.Sign, change.Line.Text);
        }
    }

    internal static int Compare(SchemaRename left, SchemaRename right) =>
        left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : string.CompareOrdinal(left.From, right.From);

    internal static int Compare(SchemaChange left, SchemaChange right)
    {
        var order = string.CompareOrdinal(left.Line.Text, right.Line.Text);
        return order != 0 ? order : left.Adds.CompareTo(right.Adds);
    }
}
