using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>The app over <see cref="Case"/>: roles that overlap in rows and fields.</summary>
internal sealed class CaseApp : IArchietApp<CaseApp>
{
    public const string Manager = "manager", Agent = "agent", Reader = "reader", Lead = "lead", Clerk = "clerk";

    private const Verbs All = Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete | Verbs.Restore;

    private static readonly FieldSet Few = FieldSet.Of(Case.Title) | FieldSet.Of(Case.State) | FieldSet.Of(Case.Opened);

    private static readonly FieldSet Most = FieldSet.Range(0, 9).Without(FieldSet.Of(Case.Margin));

    public static string Name => "Cases";

    public static AccessTable Access { get; } = new(
        [Manager, Agent, Reader, Lead, Clerk],
        2,
        [
            new(Manager, 0, All), new(Manager, 1, All),
            new(Agent, 0, All) { Where = "work", See = Most, Set = Most.Without(FieldSet.Of(Case.Budget)) },
            new(Reader, 0, Verbs.List | Verbs.Read) { See = Few },
            new(Lead, 0, Verbs.List | Verbs.Read | Verbs.Update) { See = Few | FieldSet.Of(Case.Assignee), Set = FieldSet.Of(Case.State) | FieldSet.Of(Case.Assignee) },
            new(Clerk, 0, Verbs.List | Verbs.Read | Verbs.Create) { Where = "file", See = FieldSet.Of(Case.State), Set = Few },
        ]);

    public static void Describe(EntityMap map) => map.Entity<Case>().Member<Clinician>("{}");

    public static void DescribeApi(OpenApiParts parts) =>
        parts.Frame("  \"openapi\": \"3.1.0\""u8, "    \"/auth\": {}"u8, "    \"securitySchemes\": {}"u8, "      \"Problem\": {}"u8);
}

internal sealed class CaseContext(DbContextOptions<CaseContext> options) : EntityContext(options)
{
    public DbSet<Case> Cases => Set<Case>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EntityModel.Configure<CaseApp>(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>The sample's database with the table of cases.</summary>
internal static class CaseDatabase
{
    public static async Task<string> CreateAsync()
    {
        var database = await SampleDatabase.CreateAsync();
        await PostgresFixture.ExecuteAsync(database, $"""
            CREATE TABLE cases (tenant_id uuid, id uuid, title character varying(40) NOT NULL, state text NOT NULL, priority integer, opened date NOT NULL,
                budget numeric(12,2), assignee_id uuid, place_street character varying(20), place_city character varying(40), margin text,
                deleted_at timestamp with time zone, deleted_by_id uuid,
                CONSTRAINT pk_cases PRIMARY KEY (tenant_id, id),
                CONSTRAINT fk_cases_assignee_id FOREIGN KEY (tenant_id, assignee_id) REFERENCES clinicians ON DELETE RESTRICT,
                CONSTRAINT fk_cases_deleted_by_id FOREIGN KEY (tenant_id, deleted_by_id) REFERENCES clinicians ON DELETE SET NULL (deleted_by_id));
            CREATE UNIQUE INDEX uq_cases_title ON cases (tenant_id, title) WHERE deleted_at IS NULL;
            CREATE INDEX ix_cases_order ON cases (tenant_id, opened DESC, title, id DESC);
            CREATE INDEX ix_cases_priority ON cases (tenant_id, priority, id);
            CREATE INDEX ix_cases_assignee_id ON cases (tenant_id, assignee_id, id);
            ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
            ALTER TABLE cases FORCE ROW LEVEL SECURITY;
            CREATE POLICY tenant_isolation ON cases USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
            GRANT SELECT, INSERT, UPDATE, DELETE ON cases TO {SampleDatabase.AppRole};
            INSERT INTO clinicians VALUES ('{SampleDatabase.North}', '{SampleDatabase.SouthMember}', NULL, 'Ned', 'ned@north.example');
            """);
        return database;
    }
}
