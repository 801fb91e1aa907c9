using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The steps of a migration as calls: of Entity Framework's own operations where it has them, else of the helpers of <c>GenomeMigration</c>.</summary>
internal static class StepEmitter
{
    /// <summary>A step.</summary>
    public static void Write(SourceWriter source, SchemaStep step)
    {
        switch (step)
        {
            case AddExtension add:
                source.Line($"Extension(migrationBuilder, {add.Name:literal});");
                break;
            case CreateTable create:
                if (create.Table.Partitions > 0)
                {
                    source.Line($"PartitionedTable(migrationBuilder, {create.Table.Name:literal}, {create.Table.Partitions}, {SchemaSql.Table(create.Table):literal});");
                }
                else
                {
                    Table(source, create.Table);
                }
                source.Line($"TenantPolicies(migrationBuilder, {create.Table.Name:literal}, {create.Owner:literal});");
                break;
            case NamePartitions:
                source.Line("NamePartitions(migrationBuilder);");
                break;
            case DropTable drop:
                source.Line($"migrationBuilder.DropTable({drop.Table:literal});");
                break;
            case RenameTable rename:
                source.Line($"migrationBuilder.RenameTable({rename.From:literal}, newName: {rename.To:literal});");
                break;
            case RenameConstraint rename:
                source.Line($"RenameConstraint(migrationBuilder, {rename.Table:literal}, {rename.From:literal}, {rename.To:literal});");
                break;
            case RenameIndex rename:
                source.Line($"migrationBuilder.RenameIndex({rename.From:literal}, {rename.To:literal}, {rename.Table:literal});");
                break;
            case RenameColumn rename:
                source.Line($"migrationBuilder.RenameColumn({rename.From:literal}, {rename.Table:literal}, {rename.To:literal});");
                break;
            case AddColumn add:
                source.Write($"AddColumn(migrationBuilder, {add.Table:literal}, ");
                Column(source, add.Column);
                source.Line(add.Fill is { } filled ? ", fill: " + CSharpText.Sql(filled) + ");" : ");");
                break;
            case DropColumn drop:
                source.Line($"migrationBuilder.DropColumn({drop.Column:literal}, {drop.Table:literal});");
                break;
            case AlterColumn alter:
                source.Line($"AlterColumn(migrationBuilder, {alter.Table:literal}, {alter.To.Name:literal}{Literals(ColumnActions.Of(alter.From, alter.To))});");
                break;
            case LookAtRows look:
                source.Line($"LookAtRows(migrationBuilder, {look.Table:literal}, {look.Asks:literal}, {CSharpText.Sql(look.Broken)});");
                break;
            case FillColumn fill:
                source.Line($"{(fill.InBatches ? "FillColumnInBatches" : "FillColumn")}(migrationBuilder, {fill.Table:literal}, {fill.Column:literal}, {CSharpText.Sql(fill.Value)}, {CSharpText.Sql(fill.Where)});");
                break;
            default:
                Constraint(source, step);
                break;
        }
    }

    private static void Constraint(SourceWriter source, SchemaStep step)
    {
        switch (step)
        {
            case CreateIndex create:
                Index(source, create);
                break;
            case UseIndex use:
                source.Line($"UseIndex(migrationBuilder, {use.Table:literal}, {use.Index.Name:literal});");
                break;
            case DropIndex { Concurrently: true } drop:
                source.Line($"DropIndexConcurrently(migrationBuilder, {drop.Index.Name:literal});");
                break;
            case DropIndex { Index.AtStatementEnd: true } drop:
                source.Line($"DropConstraint(migrationBuilder, {drop.Table:literal}, {drop.Index.Name:literal});");
                break;
            case DropIndex drop:
                source.Line($"migrationBuilder.DropIndex({drop.Index.Name:literal}, {drop.Table:literal});");
                break;
            case AddCheck add:
                source.Line($"AddCheck(migrationBuilder, {add.Table:literal}, {add.Check.Name:literal}, {add.Check.Sql:literal}{(add.Valid ? "" : ", valid: false")});");
                break;
            case AddReference { Reference: var key } add:
                source.Line(
                    $"ForeignKey(migrationBuilder, {add.Table:literal}, {key.Name:literal}, {key.Column:literal}, {key.PrincipalTable:literal}, OnDelete.{key.OnDelete.ToString()}{(add.Valid ? "" : ", valid: false")});");
                break;
            case ValidateConstraint validate:
                source.Line($"ValidateConstraint(migrationBuilder, {validate.Table:literal}, {validate.Constraint:literal});");
                break;
            case DropConstraint drop:
                source.Line($"DropConstraint(migrationBuilder, {drop.Table:literal}, {drop.Constraint:literal}{(drop.IfThere ? ", ifThere: true" : "")});");
                break;
            case AddExclusion { Exclusion: var exclusion } add:
                source.Line($"NoOverlap(migrationBuilder, {add.Table:literal}, {exclusion.Name:literal}, {exclusion.Range:literal}, {exclusion.Where:literal}{Literals(exclusion.Key)});");
                break;
            case CreateTrigger create:
                TriggerText.Write(source, create.Trigger);
                break;
            case DropTrigger drop:
                source.Line($"DropTrigger(migrationBuilder, {drop.Table:literal}, {drop.Trigger:literal});");
                break;
            case SeedRow seed:
                Seed(source, seed);
                break;
            case RunSql { InTransaction: false } run:
                source.Line("// " + run.File).Line($"SqlAlone(migrationBuilder, {run.Sql:literal});");
                break;
            case RunSql run:
                source.Line("// " + run.File).Line($"migrationBuilder.Sql({run.Sql:literal});");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "A migration does nothing else.");
        }
    }

    private static void Table(SourceWriter source, TableModel table)
    {
        if (table.Key.Count > 0)
        {
            source.Line($"LinkTable(migrationBuilder, {table.Name:literal}, {table.PrimaryKey:literal}{Literals(table.Key.Skip(1))});");
            return;
        }
        source.Line($"Table(migrationBuilder, {table.Name:literal}, {table.PrimaryKey:literal},").Indent().Line("[").Indent();
        foreach (var column in table.Columns)
        {
            Column(source, column);
            source.Line(",");
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
        source.Write($"Column({column.Name:literal}, {column.StoreType:literal}");
        if (column.Nullable)
        {
            source.Write(", nullable: true");
        }
        if (column.Default is { } value)
        {
            source.Write($", defaultSql: {value:literal}");
        }
        if (column.Computed is { } computed)
        {
            source.Write($", computed: {computed:literal}");
        }
        source.Write(")");
    }

    private static void Index(SourceWriter source, CreateIndex create)
    {
        var index = create.Index;
        if (index.AtStatementEnd)
        {
            source.Line($"Unique(migrationBuilder, {create.Table:literal}, {index.Name:literal}{Literals(index.Columns)});");
            return;
        }
        var unique = index.Unique ? "true" : "false";
        if (create.Concurrently)
        {
            source.Write(create.Partitions > 0 ? $"PartitionedIndexConcurrently(migrationBuilder, {create.Partitions}, " : "IndexConcurrently(migrationBuilder, ")
                .Write($"{create.Table:literal}, {index.Name:literal}, unique: {unique}, ")
                .Write(index.Where is { } rows ? CSharpText.Literal(rows) : "null").Write(index.Descending.Count > 0 ? ", " + EntityAccess.Directions(index) : ", []");
        }
        else
        {
            source.Write($"{EntityAccess.IndexMethod(index)}(migrationBuilder, {create.Table:literal}, {index.Name:literal}, unique: {unique}");
            if (index.Where is { } where)
            {
                source.Write($", {where:literal}");
            }
            if (index.Descending.Count > 0)
            {
                source.Write($", {EntityAccess.Directions(index)}");
            }
        }
        source.Line(Literals(index.Columns) + ");");
    }

    private static void Seed(SourceWriter source, SeedRow seed)
    {
        source.Line($"SeedRow(migrationBuilder, {seed.Table:literal}, [{Literals(seed.Renewed).TrimStart(',', ' ')}],").Indent();
        for (var at = 0; at < seed.Row.Values.Count; at++)
        {
            var value = seed.Row.Values[at];
            source.Line($"({value.Column:literal}, {CSharpText.Sql(value.Sql)}){(at < seed.Row.Values.Count - 1 ? "," : ");")}");
        }
        source.Unindent();
    }

    private static string Literals(IEnumerable<string> texts) => string.Concat(texts.Select(text => ", " + CSharpText.Literal(text)));
}
