namespace Archiet.Schema.Tests.Oracle;

/// <summary>One thing that a migration does, in words that both differs share. Tables and columns are called by their keys, so that it is the same before a rename and after.</summary>
/// <param name="Verb"><c>add</c>, <c>drop</c>, <c>rename</c> or <c>alter</c>.</param>
/// <param name="What">A kind of thing, as in <c>index</c>.</param>
/// <param name="Table">The key of its table.</param>
/// <param name="Name">Its name in the database; of a table or a column its key.</param>
/// <param name="Text">What it is; of a rename the new name; of an alteration what it was, an arrow and what it is.</param>
internal sealed record Line(string Verb, string What, string Table, string Name, string Text = "")
{
    /// <summary>What stands between what it was and what it is.</summary>
    public const string Arrow = " -> ";

    /// <inheritdoc/>
    public override string ToString() => $"{Verb} {What} {Table}.{Name} {Text}";
}
