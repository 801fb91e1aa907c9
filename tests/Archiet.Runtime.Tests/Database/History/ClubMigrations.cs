using Archiet.Runtime.Tests.People.Sample;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>The first of four phases: a column, with the transaction that a lock keeps waiting.</summary>
internal sealed class AddEmail : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddColumn(migrationBuilder, "players", Column("email", "text", nullable: true));
        migrationBuilder.Sql("COMMENT ON COLUMN players.email IS 'Where to write to.';");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("email", "players");
}

/// <summary>An index that PostgreSQL makes in no transaction.</summary>
internal sealed class IndexEmail : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => IndexConcurrently(migrationBuilder, "players", "ix_players_email", unique: false, null, [], "tenant_id", "email");

    protected override void Down(MigrationBuilder migrationBuilder) => DropIndexConcurrently(migrationBuilder, "ix_players_email");
}

/// <summary>A check for new rows.</summary>
internal sealed class CheckEmail : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => AddCheck(migrationBuilder, "players", "ck_players_email", "email LIKE '%@%'", valid: false);

    protected override void Down(MigrationBuilder migrationBuilder) => DropConstraint(migrationBuilder, "players", "ck_players_email");
}

/// <summary>And for those that there are.</summary>
internal sealed class ValidateEmail : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ReadsRows(migrationBuilder);
        ValidateConstraint(migrationBuilder, "players", "ck_players_email");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}

/// <summary>A column of two phases, pending or sealed.</summary>
internal sealed class AddCity : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => AddColumn(migrationBuilder, "clubs", Column("city", "text", nullable: true));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("city", "clubs");
}

/// <summary>Its index.</summary>
internal sealed class IndexCity : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => IndexConcurrently(migrationBuilder, "clubs", "ix_clubs_city", unique: false, null, [], "tenant_id", "city");

    protected override void Down(MigrationBuilder migrationBuilder) => DropIndexConcurrently(migrationBuilder, "ix_clubs_city");
}

/// <summary>What the pending changes are after an edit.</summary>
internal sealed class AddTown : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => AddColumn(migrationBuilder, "clubs", Column("town", "text", nullable: true));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("town", "clubs");
}

/// <summary>What no table with rows takes.</summary>
internal sealed class RequireTown : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("ALTER TABLE clubs ADD town text NOT NULL;");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("town", "clubs");
}

/// <summary>A table of a newer release, which says that this one cannot write.</summary>
internal sealed class AddTrophies : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "trophies", "pk_trophies", [Column("tenant_id", "uuid"), Column("id", "uuid")]);
        TenantPolicies(migrationBuilder, "trophies", ClubSchema.Owner);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("trophies");
}

/// <summary>A column goes that had retired in a release between: the one before this can still write, and older ones cannot.</summary>
internal sealed class DropShirts : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("shirt", "players");

    protected override void Down(MigrationBuilder migrationBuilder) => AddColumn(migrationBuilder, "players", Column("shirt", "text", nullable: true));
}

/// <summary>What says of itself how far it is.</summary>
internal sealed class TellProgress : GenomeMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("DO $$ BEGIN RAISE INFO '10000 rows are filled in players.name'; RAISE NOTICE 'nobody asked'; END $$;", suppressTransaction: true);

    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}

/// <summary>What somebody wrote with Entity Framework alone, between two that were emitted.</summary>
internal sealed class NotesByHand : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "notes", columns => new { id = columns.Column<Guid>("uuid"), text = columns.Column<string>("text") }, constraints: table => table.PrimaryKey("pk_notes", row => row.id));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("notes");
}
