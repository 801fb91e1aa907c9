namespace Archiet.Model;

/// <summary>One thing of a schema, complete in itself, as a line of text has it.</summary>
/// <param name="Text">The line, without a sign and a line break.</param>
public abstract record SchemaLine(string Text)
{
    /// <summary>What the line says something about: of each place a schema has at most one line.</summary>
    public abstract string Place { get; }
}

/// <summary>The role that owns the tables.</summary>
public sealed record OwnerLine(string Text, string Owner) : SchemaLine(Text)
{
    /// <inheritdoc/>
    public override string Place => "owner";
}

/// <summary>An extension of PostgreSQL.</summary>
public sealed record ExtensionLine(string Text, string Extension) : SchemaLine(Text)
{
    /// <inheritdoc/>
    public override string Place => "extension " + Extension;
}

/// <summary>A member of an enum that columns hold.</summary>
public sealed record MemberLine(string Text, string Enum, EnumMemberState Member) : SchemaLine(Text)
{
    /// <inheritdoc/>
    public override string Place => "member " + Enum + "." + Member.Name;
}

/// <summary>A row that every tenant has.</summary>
public sealed record SeedLine(string Text, SeedState Row) : SchemaLine(Text)
{
    /// <inheritdoc/>
    public override string Place => "seed " + Row.Entity + "." + Row.Key;
}

/// <summary>A line about a table or what belongs to it.</summary>
/// <param name="Text">The line.</param>
/// <param name="Table">The origin of the table.</param>
public abstract record OfTableLine(string Text, string Table) : SchemaLine(Text);

/// <summary>A table: what it is of, its name and its key, without what belongs to it.</summary>
public sealed record TableLine(string Text, string Table, TableModel Bare) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "table " + Table;
}

/// <summary>A column.</summary>
public sealed record ColumnLine(string Text, string Table, ColumnModel Column) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "column " + Table + "." + Column.Origin;
}

/// <summary>An index.</summary>
public sealed record IndexLine(string Text, string Table, IndexModel Index) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "index " + Table + " " + Index.Name;
}

/// <summary>A check.</summary>
public sealed record CheckLine(string Text, string Table, CheckModel Check) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "check " + Table + " " + Check.Name;
}

/// <summary>A reference.</summary>
public sealed record ReferenceLine(string Text, string Table, ForeignKeyModel Reference) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "reference " + Table + " " + Reference.Name;
}

/// <summary>An exclusion.</summary>
public sealed record ExclusionLine(string Text, string Table, ExclusionModel Exclusion) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "exclusion " + Table + " " + Exclusion.Name;
}

/// <summary>A trigger, without its rules.</summary>
public sealed record TriggerLine(string Text, string Table, TriggerModel Bare) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => "trigger " + Table + " " + Bare.Name;
}

/// <summary>A rule of a trigger; a trigger has each once.</summary>
public sealed record RuleLine(string Text, string Table, string Trigger, TriggerRule Rule) : OfTableLine(Text, Table)
{
    /// <inheritdoc/>
    public override string Place => Text;
}
