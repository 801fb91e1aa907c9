namespace Archiet.Schema.Tests.Oracle.Locks;

/// <summary>A step on the table of the lock tests.</summary>
/// <param name="Row">The row of the page that speaks of it.</param>
/// <param name="Step">The step.</param>
/// <param name="Before">What is done beforehand.</param>
internal sealed record LockCase(string Row, SchemaStep Step, string Before = "")
{
    /// <summary>A table that has something of everything, and one that it leads to.</summary>
    public const string Tables = """
        CREATE TABLE p (tenant_id uuid NOT NULL, id uuid NOT NULL, CONSTRAINT pk_p PRIMARY KEY (tenant_id, id));
        INSERT INTO p VALUES ('11111111-0000-4000-8000-000000000000', '11111111-0000-4000-8000-000000000001');
        CREATE TABLE t (
            tenant_id uuid NOT NULL, id uuid NOT NULL, p_id uuid, name character varying(20) NOT NULL, note text, qty integer, price numeric(10,2), begins date, ends date,
            CONSTRAINT pk_t PRIMARY KEY (tenant_id, id));
        INSERT INTO t SELECT '11111111-0000-4000-8000-000000000000', gen_random_uuid(), '11111111-0000-4000-8000-000000000001', 'n' || n, 'note', n, n, date '2026-01-01' + n, date '2026-01-01' + n FROM generate_series(1, 500) n;
        CREATE INDEX ix_t_name ON t (tenant_id, name);
        """;

    private const string Check = "ALTER TABLE t ADD CONSTRAINT ck_t_qty CHECK (qty > 0) NOT VALID", Reference = "ALTER TABLE t ADD CONSTRAINT fk_t_p FOREIGN KEY (tenant_id, p_id) REFERENCES p (tenant_id, id) NOT VALID";

    private static readonly ColumnModel Name = Column("name", "character varying(20)", nullable: false), Note = Column("note", "text"), Quantity = Column("qty", "integer"), Price = Column("price", "numeric(10,2)");

    private static readonly IndexModel Index = new("ix_t_qty", EquatableArray.Of("tenant_id", "qty"), Unique: false), Unique = new("uq_t_name", EquatableArray.Of("tenant_id", "name"), Unique: true) { AtStatementEnd = true };

    private static readonly ForeignKeyModel Key = new("fk_t_p", "p_id", "p", DeleteAction.Restrict);

    private static readonly TriggerModel Trigger = new("tr_t", "t", null, EquatableArray.Of<TriggerRule>(new OnceRule("ck_t_once", EquatableArray.Of("name"))));

    /// <summary>Something of each row, on a table that may be locked.</summary>
    public static IReadOnlyList<LockCase> All { get; } =
    [
        new("AddExtension", new AddExtension("btree_gist")),
        new("CreateTable", new CreateTable(new TableModel("u", "pk_u", EquatableArray.Of(Column("tenant_id", "uuid", nullable: false), Column("id", "uuid", nullable: false)), [], [], []), Server.Owner)),
        new("DropTable", new DropTable("t")),
        new("RenameTable, RenameColumn, RenameConstraint", new RenameTable("t", "u")),
        new("RenameTable, RenameColumn, RenameConstraint", new RenameColumn("t", "note", "remark")),
        new("RenameTable, RenameColumn, RenameConstraint", new RenameConstraint("t", "pk_t", "pk_u")),
        new("RenameIndex", new RenameIndex("t", "ix_t_name", "ix_t_other")),
        new("NamePartitions", new NamePartitions(), """
            DROP TABLE t;
            CREATE TABLE u (tenant_id uuid NOT NULL, id uuid NOT NULL) PARTITION BY HASH (tenant_id);
            CREATE SCHEMA IF NOT EXISTS partition_0;
            CREATE TABLE partition_0.t PARTITION OF u FOR VALUES WITH (MODULUS 1, REMAINDER 0);
            SET search_path = public, partition_0;
            """),
        new("AddColumn, optional or with a default", new AddColumn("t", Column("c", "integer"), null)),
        new("AddColumn, optional or with a default", new AddColumn("t", Column("c", "integer", nullable: false) with { Default = "7" }, null)),
        new("AddColumn, required without a default", new AddColumn("t", Column("c", "integer", nullable: false), null), "TRUNCATE t"),
        new("AddColumn, computed", new AddColumn("t", Column("c", "integer") with { Computed = "\"qty\" + 1" }, null)),
        new("DropColumn", new DropColumn("t", "note")),
        new("AlterColumn: default, DROP NOT NULL", new AlterColumn("t", Name, Name with { Default = "'x'" })),
        new("AlterColumn: default, DROP NOT NULL", new AlterColumn("t", Name, Name with { Nullable = true })),
        new("AlterColumn: SET NOT NULL", new AlterColumn("t", Note, Note with { Nullable = false })),
        new("AlterColumn: a longer string, a string to text, more digits before the point", Retype(Name, "character varying(40)")),
        new("AlterColumn: a longer string, a string to text, more digits before the point", Retype(Name, "text")),
        new("AlterColumn: a longer string, a string to text, more digits before the point", Retype(Price, "numeric(12,2)")),
        new("AlterColumn: int to long, more digits behind the point", Retype(Quantity, "bigint")),
        new("AlterColumn: int to long, more digits behind the point", Retype(Price, "numeric(12,4)")),
        new("AlterColumn: a shorter type, another type", Retype(Name, "character varying(10)")),
        new("AlterColumn: a shorter type, another type", Retype(Quantity, "text")),
        new("LookAtRows", new LookAtRows("t", "ck_t_qty", "SELECT \"id\" FROM \"t\" WHERE NOT (\"qty\" > 0)")),
        new("FillColumn", new FillColumn("t", "note", "'other'", "\"note\" = 'note'", InBatches: false)),
        new("CreateIndex", new CreateIndex("t", Index, Concurrently: false)),
        new("DropIndex", new DropIndex("t", Index with { Name = "ix_t_name" }, Concurrently: false)),
        new("UseIndex", new UseIndex("t", Unique), "CREATE UNIQUE INDEX uq_t_name ON t (tenant_id, name)"),
        new("AddCheck", new AddCheck("t", new CheckModel("ck_t_qty", "\"qty\" > 0"), Valid: true)),
        new("AddReference", new AddReference("t", Key, Valid: true)),
        new("ValidateConstraint", new ValidateConstraint("t", "ck_t_qty"), Check),
        new("ValidateConstraint", new ValidateConstraint("t", "fk_t_p"), Reference),
        new("DropConstraint", new DropConstraint("t", "ck_t_qty", IfThere: false), Check),
        new("DropConstraint", new DropConstraint("t", "fk_t_p", IfThere: false), Reference),
        new("AddExclusion", new AddExclusion("t", new ExclusionModel("ex_t", EquatableArray.Of("name"), "daterange(\"begins\", \"ends\", '[]')", "")), "CREATE EXTENSION btree_gist WITH SCHEMA public"),
        new("CreateTrigger", new CreateTrigger(Trigger)),
        new("DropTrigger", new DropTrigger("t", "tr_t"), string.Join('\n', SchemaSql.Of(new CreateTrigger(Trigger)))),
        new("SeedRow", new SeedRow("t", new SeedState("T", "one", 0, EquatableArray.Of(new SeedValue("tenant_id", "$1"), new SeedValue("id", "$1"), new SeedValue("name", "'seed'"))), EquatableArray.Of("name")),
            "CREATE SCHEMA IF NOT EXISTS archiet; CREATE TABLE IF NOT EXISTS archiet.tenants (id uuid); INSERT INTO archiet.tenants SELECT gen_random_uuid()"),
    ];

    /// <summary>What is done on a large table in the place of a step, as the page says in these words: it reads no row.</summary>
    public static IReadOnlyList<(LockCase Case, string Words)> OnLarge { get; } =
    [
        (new("AlterColumn: SET NOT NULL", new AlterColumn("t", Note, Note with { Nullable = false }), "ALTER TABLE t ADD CONSTRAINT ck_t_note CHECK (note IS NOT NULL)"), "which scans no more"),
        (new("AddCheck", new AddCheck("t", new CheckModel("ck_t_qty", "\"qty\" > 0"), Valid: false)), "NOT VALID, which does not scan"),
        (new("AddReference", new AddReference("t", Key, Valid: false)), "NOT VALID, which does not scan"),
    ];

    /// <summary>Whether a reference is what it is about.</summary>
    public bool IsReference => Step is AddReference or ValidateConstraint { Constraint: "fk_t_p" } or DropConstraint { Constraint: "fk_t_p" };

    /// <inheritdoc/>
    public override string ToString() => $"{Row}: {string.Join(' ', SchemaSql.Of(Step)).ReplaceLineEndings(" ")}";

    private static ColumnModel Column(string name, string type, bool nullable = true) => ((ColumnLine)SchemaLines.Parse($"column T.{name} {name} {type}")).Column with { Nullable = nullable };

    private static AlterColumn Retype(ColumnModel column, string type) => new("t", column, column with { StoreType = type });
}
