namespace Archiet.Draft.Prose;

/// <summary>Which lists are open: the columns in which the marks of their items stand.</summary>
internal sealed class ListNesting
{
    private const int LeastStep = 2;

    private readonly Stack<int> columns = new();

    /// <summary>Whether no list is open.</summary>
    public bool IsEmpty => columns.Count == 0;

    /// <summary>Enters an item whose mark stands in a column; how deep it stands, from zero.</summary>
    public int Enter(int column)
    {
        while (columns.Count > 0 && columns.Peek() + LeastStep > column)
        {
            columns.Pop();
        }
        columns.Push(column);
        return columns.Count - 1;
    }

    /// <summary>Leaves the lists that a paragraph in a column stands in no more.</summary>
    public void LeaveTo(int column)
    {
        while (columns.Count > 0 && columns.Peek() >= column)
        {
            columns.Pop();
        }
    }

    /// <summary>Leaves all of them.</summary>
    public void Clear() => columns.Clear();
}
