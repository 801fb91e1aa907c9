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
            source.Line($"TenantPolicies(migrationBuilder, {table.Name:literal}, {model.Owner:literal});");
        }
        foreach (var table in model.Tables)
        {
            foreach (var index in table.Indexes)
            {
                if (index.AtStatementEnd)
                {
                    source.Write($"Unique(migrationBuilder, {table.Name:literal}, {index.Name:literal}");
                    Columns(source, index);
                    continue;
                }
                source.Write(
                    $"{EntityAccess.IndexMethod(index)}(migrationBuilder, {table.Name:literal}, {index.Name:literal}, unique: {(index.Unique ? "true" : "false")}");
                if (index.Where is { } where)
                {
                    source.Write($", {where:literal}");
                }
                if (index.Descending.Count > 0)
                {
                    source.Write($", {EntityAccess.Directions(index)}");
                }
                Columns(source, index);
            }
        }
        foreach (var table in model.Tables)
        {
            foreach (var key in table.ForeignKeys)
            {
                source.Line(
                    $"ForeignKey(migrationBuilder, {table.Name:literal}, {key.Name:literal}, {key.Column:literal}, {key.PrincipalTable:literal}, OnDelete.{key.OnDelete.ToString()});");
            }
        }
        MigrationRules.Up(source, model);
        source.Close().Line().Open("protected override void Down(MigrationBuilder migrationBuilder)");
        foreach (var table in model.Tables.Reverse())
        {
            foreach (var key in table.ForeignKeys.Reverse())
            {
                source.Line($"migrationBuilder.DropForeignKey({key.Name:literal}, {table.Name:literal});");
            }
        }
        foreach (var table in model.Tables.Reverse())
        {
            source.Line($"migrationBuilder.DropTable({table.Name:literal});");
        }
        MigrationRules.Down(source, model);
        source.Close().Close();
        return source.ToFile("Migration.Pending.g.cs");
    }

    private static void Columns(SourceWriter source, IndexModel index)
    {
        foreach (var column in index.Columns)
        {
            source.Write($", {column:literal}");
        }
        source.Line(");");
    }

    private static void Table(SourceWriter source, TableModel table)
    {
        if (table.Key.Count > 0)
        {
            source.Line($"LinkTable(migrationBuilder, {table.Name:literal}, {table.PrimaryKey:literal}, {table.ForeignKeys[0].Column:literal}, {table.ForeignKeys[1].Column:literal});");
            return;
        }
        source.Line($"Table(migrationBuilder, {table.Name:literal}, {table.PrimaryKey:literal},").Indent().Line("[").Indent();
        foreach (var column in table.Columns)
        {
            Column(source, column);
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
            source.Line($"Check({check.Name:literal}, {check.Sql:literal}),");
        }
        source.Unindent().Line("]);").Unindent();
    }

    private static void Column(SourceWriter source, ColumnModel column)
    {
        source.Write($"Column<{column.ClrType}>({column.Name:literal}, {column.StoreType:literal}");
        if (column.Nullable)
        {
            source.Write(", nullable: true");
        }
        if (column.MaxLength > 0)
        {
            source.Write($", maxLength: {column.MaxLength}");
        }
        if (column.Precision > 0)
        {
            source.Write($", precision: {column.Precision}, scale: {column.Scale}");
        }
        if (column.Default is { } value)
        {
            source.Write($", defaultSql: {value:literal}");
        }
        if (column.Computed is { } computed)
        {
            source.Write($", computed: {computed:literal}");
        }
        source.Line("),");
    }
}
