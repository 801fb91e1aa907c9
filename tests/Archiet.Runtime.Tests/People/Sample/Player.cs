using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.People.Sample;

/// <summary>The member entity, with a number on the back that nobody else in the club has.</summary>
public sealed class Player : IMapped<Player>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public Guid? AccountId { get; private set; }

    public string Name { get; set; } = "";

    public string Shirt { get; set; } = "";

    static EntityTable IEntity<Player>.Table { get; } = new("Player", "players", "/players", 1)
    {
        Fields =
        [
            new("Name", "name", "name", FieldKind.Text, "character varying(80)") { Required = true, MaxLength = 80 },
            new("Shirt", "shirt", "shirt", FieldKind.Text, "character varying(3)") { Required = true, MaxLength = 3, Pattern = "[0-9]{2}[A-Z]" },
        ],
        Constraints = [new("uq_players_shirt", "unique", FieldSet.Of(1), "This shirt is taken.", 409)],
        Insert = """INSERT INTO "players" ("tenant_id", "id", "name", "shirt") VALUES ($1, $3, $4, $5)""",
        Update = """
            UPDATE "players" SET
                "name" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "name" END,
                "shirt" = CASE WHEN $5 & 2 <> 0 THEN $7 ELSE "shirt" END
            """,
    };

    static Player IEntity<Player>.Blank(Guid id) => new() { Id = id };

    static void IFields<Player>.Read(int field, ref FieldReader json, Player it)
    {
        switch (field)
        {
            case 0: it.Name = json.Text(); break;
            case 1: it.Shirt = json.Text(); break;
        }
    }

    static void IEntity<Player>.Write(RowWriter row) => row.Text("name"u8).Text("shirt"u8);

    static void IEntity<Player>.Bind(Player it, Parameters values) => values.Text(it.Name).Text(it.Shirt);

    static void IEntity<Player>.Validate(Player it, FieldSet known, Findings findings)
    {
    }

    static void IMapped<Player>.Map(EntityTypeBuilder<Player> entity) => entity.HasIndex(["TenantId", "Shirt"], "uq_players_shirt").IsUnique();
}
