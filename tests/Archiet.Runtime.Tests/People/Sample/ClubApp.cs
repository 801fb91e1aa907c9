using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet.Runtime.Tests.People.Sample;

/// <summary>A small app, by hand what the compiler emits: a tenant entity, a member entity, two roles.</summary>
internal sealed class ClubApp : IArchietApp<ClubApp>
{
    public const string Manager = "manager", Scout = "scout";

    public static string Name => "SportsClub";

    public static AccessTable Access { get; } = new(
        [Manager, Scout],
        2,
        [
            new(Manager, 0, Verbs.List | Verbs.Read | Verbs.Update),
            new(Manager, 1, Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete),
            new(Scout, 1, Verbs.List | Verbs.Read),
        ]);

    public static void Describe(EntityMap map) => map.Tenant<Club>("""{"name": "Rovers"}""").Member<Player>("""{"name": "Alex Example", "shirt": "10A"}""");

    public static void DescribeHistory(HistoryMap map) => map.Pending(ClubSchema.Hash, phases: 1, breaks: false);

    public static void DescribeApi(OpenApiParts parts)
    {
        parts.Frame("  \"openapi\": \"3.1.0\""u8, "    \"/auth\": {}"u8, "    \"securitySchemes\": {}"u8, "      \"Problem\": {}"u8);
        parts.Entity("Club", "    \"/api/clubs\": {}"u8, "      \"Club\": {}"u8);
        parts.Entity("Player", "    \"/api/players\": {}"u8, "      \"Player\": {}"u8);
    }
}

/// <summary>The same app after an edit of its genome.</summary>
internal sealed class EditedClubApp : IArchietApp<EditedClubApp>
{
    public static string Name => ClubApp.Name;

    public static void DescribeHistory(HistoryMap map) => map.Pending(new('e', 64), phases: 1, breaks: false);

    public static AccessTable Access => ClubApp.Access;

    public static void Describe(EntityMap map) => ClubApp.Describe(map);

    public static void DescribeApi(OpenApiParts parts) => ClubApp.DescribeApi(parts);
}

internal static class ClubSchema
{
    public const string Owner = "sports_club_owner", Migrator = "sports_club_migrator", App = "sports_club_app", Provisioner = "sports_club_provisioner", Login = "sports_club_login", Auditor = "sports_club_auditor";

    public static string Hash { get; } = new('c', 64);
}

public sealed class ClubContext(DbContextOptions<ClubContext> options) : EntityContext(options)
{
    public DbSet<Club> Clubs => Set<Club>();

    public DbSet<Player> Players => Set<Player>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EntityModel.Configure<ClubApp>(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }
}

[DbContext(typeof(ClubContext))]
[Migration("99991231235959_pending")]
internal sealed class PendingClubMigration : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(
            migrationBuilder,
            "clubs",
            "pk_clubs",
            [Column("tenant_id", "uuid"), Column("id", "uuid"), Column("name", "character varying(80)")],
            [Check("ck_clubs_tenant", "\"id\" = \"tenant_id\"")]);
        TenantPolicies(migrationBuilder, "clubs", ClubSchema.Owner);
        Table(
            migrationBuilder,
            "players",
            "pk_players",
            [
                Column("tenant_id", "uuid"), Column("id", "uuid"), Column("account_id", "uuid", nullable: true),
                Column("name", "character varying(80)"), Column("shirt", "character varying(3)"),
            ]);
        Index(migrationBuilder, "players", "uq_players_account_id", unique: true, "tenant_id", "account_id");
        Index(migrationBuilder, "players", "uq_players_shirt", unique: true, "tenant_id", "shirt");
        TenantPolicies(migrationBuilder, "players", ClubSchema.Owner);
    }

    /// <summary>Undoes nothing: what comes after it finds its tables in the way.</summary>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}
