using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The one migration before there is a history: direct operations that make every table, fence it by row-level security and tie it to the others.</summary>
public static class MigrationEmitter
{
    /// <summary>The id of what is not sealed: it sorts last and needs no clock.</summary>
    public const string PendingId = "99991231235959_pending";

    private static readonly string[] Usings =
        ["System", "System.CodeDom.Compiler", "System.Text.Json", "Archiet", "Microsoft.EntityFrameworkCore.Infrastructure", "Microsoft.EntityFrameworkCore.Migrations"];

    /// <summary>The source <c>Migration.Pending.g.cs</c>.</summary>
    public static GeneratedFile Emit(AppModel app, RelationalModel model)
    {
        var source = FileHeader.Begin(app.Name, app.Namespace + ".Migrations", Usings)
            .Line("[DbContext(typeof(" + app.Name + "Context)), Migration(\"" + PendingId + "\")]")
            .Line(FileHeader.Mark)
            .Open("internal sealed class Pending : GenomeMigration")
            .Open("protected override void Up(MigrationBuilder migrationBuilder)");
        MigrationRules.Extensions(source, model);
        foreach (var table in model.Tables)
        {
            Table(source, table);
        }
        foreach (var table in model.Tables)
        {
            source.Line("TenantPolicies(migrationBuilder, " + CSharpText.Literal(table.Name) + ", " + CSharpText.Literal(model.Owner) + ");");
        }
        foreach (var table in model.Tables)
        {
            foreach (var index in table.Indexes)
            {
                source.Line((index.Where is null ? "Index" : "PartialIndex") + "(migrationBuilder, " + CSharpText.Literal(table.Name) + ", " + CSharpText.Literal(index.Name)
                    + ", unique: " + (index.Unique ? "true" : "false") + ", " + (index.Where is { } where ? CSharpText.Literal(where) + ", " : "") + string.Join(", ", index.Columns.Select(CSharpText.Literal)) + ");");
            }
        }
        foreach (var table in model.Tables)
        {
            foreach (var key in table.ForeignKeys)
            {
                source.Line("ForeignKey(migrationBuilder, " + CSharpText.Literal(table.Name) + ", " + CSharpText.Literal(key.Name) + ", "
                    + CSharpText.Literal(key.Column) + ", " + CSharpText.Literal(key.PrincipalTable) + ", OnDelete." + key.OnDelete + ");");
            }
        }
        MigrationRules.Up(source, model);
        source.Close().Line().Open("protected override void Down(MigrationBuilder migrationBuilder)");
        foreach (var table in model.Tables.Reverse())
        {
            foreach (var key in table.ForeignKeys.Reverse())
            {
                source.Line("migrationBuilder.DropForeignKey(" + CSharpText.Literal(key.Name) + ", " + CSharpText.Literal(table.Name) + ");");
            }
        }
        foreach (var table in model.Tables.Reverse())
        {
            source.Line("migrationBuilder.DropTable(" + CSharpText.Literal(table.Name) + ");");
        }
        MigrationRules.Down(source, model);
        source.Close().Close();
        return source.ToFile("Migration.Pending.g.cs");
    }

    private static void Table(SourceWriter source, TableModel table)
    {
        source.Line("Table(migrationBuilder, " + CSharpText.Literal(table.Name) + ", " + CSharpText.Literal(table.PrimaryKey) + ",").Indent().Line("[").Indent();
        foreach (var column in table.Columns)
        {
            source.Line(Column(column) + ",");
        }
        source.Unindent();
        if (table.Checks.Count == 0)
        {
            source.Line("]);").Unindent();
            return;
        }
        source.Line("],").Line("[").Indent();
        foreach (var check in table.Checks)
        {
            source.Line("Check(" + CSharpText.Literal(check.Name) + ", " + CSharpText.Literal(check.Sql) + "),");
        }
        source.Unindent().Line("]);").Unindent();
    }

    private static string Column(ColumnModel column) =>
        "Column<" + column.ClrType + ">(" + CSharpText.Literal(column.Name) + ", " + CSharpText.Literal(column.StoreType)
        + (column.Nullable ? ", nullable: true" : "")
        + (column.MaxLength > 0 ? ", maxLength: " + CSharpText.Number(column.MaxLength) : "")
        + (column.Precision > 0 ? ", precision: " + CSharpText.Number(column.Precision) + ", scale: " + CSharpText.Number(column.Scale) : "")
        + (column.Computed is { } computed ? ", computed: " + CSharpText.Literal(computed) : "") + ")";
}
