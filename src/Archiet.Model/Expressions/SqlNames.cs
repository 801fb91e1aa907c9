using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Model.Expressions;

/// <summary>The tables, columns and stored texts behind what an expression names.</summary>
internal sealed class SqlNames(GenomeOutline outline)
{
    private readonly OutlineIndex index = OutlineIndex.Of(outline);

    public string Table(string entity) => Quote(index.Table(index.Entity(entity)));

    /// <summary>The column of a field that is no value.</summary>
    public static string Column(FieldExpression field) => Quote(Naming.Snake(field.Field) + (field.Type.Kind == ValueKind.Reference ? "_id" : ""));

    /// <summary>The column of a part of a value.</summary>
    public static string Column(PartExpression part) => Quote(Naming.Snake(part.Value.Field) + "_" + Naming.Snake(part.Part));

    /// <summary>The columns that a value always has when it is there.</summary>
    public IEnumerable<string> RequiredColumns(FieldExpression value) =>
        index.Value(value.Type.Name!).Fields.Where(part => part.Required).Select(part => Quote(Naming.Snake(value.Field) + "_" + Naming.Snake(part.Name)));

    /// <summary>The column by which an owned child knows its owner.</summary>
    public static string OwnerColumn(string owner) => Quote(Naming.Snake(owner) + "_id");

    public string Stored(string choice, string member) => EnumLowering.StoredOf(index.Enum(choice), member);

    public static string Quote(string identifier) => "\"" + identifier + "\"";

    public static string Text(string text) => "'" + text.Replace("'", "''") + "'";
}
