namespace Archiet.Model;

/// <summary>A column on its way from one state to the next, in up to three steps.</summary>
internal sealed class ColumnPath
{
    public ColumnPath(ColumnMatch column)
    {
        var (was, now) = (column.Before with { Name = column.After.Name }, column.After);
        var widens = column.Type is not (TypeChange.Narrow or TypeChange.Retype);
        Was = was;
        Wide = (widens ? now : was) with { Nullable = was.Nullable || now.Nullable };
        Typed = now with { Nullable = Wide.Nullable };
        Now = now;
    }

    /// <summary>What it was, under its later name.</summary>
    public ColumnModel Was { get; }

    /// <summary>As soon as the structure is there: all that can be allowed beforehand.</summary>
    public ColumnModel Wide { get; }

    /// <summary>When the user's own steps are done: of its type.</summary>
    public ColumnModel Typed { get; }

    /// <summary>In the end.</summary>
    public ColumnModel Now { get; }

    /// <summary>Whether it takes no NULL any more.</summary>
    public bool IsRequired => Typed.Nullable && !Now.Nullable;

    /// <summary>Whether PostgreSQL has to be told of a difference.</summary>
    public static bool Differ(ColumnModel left, ColumnModel right) =>
        left.StoreType != right.StoreType || left.Nullable != right.Nullable || left.Default != right.Default;
}
