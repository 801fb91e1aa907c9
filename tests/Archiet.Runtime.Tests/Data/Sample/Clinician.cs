using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>The member entity, and the target of references.</summary>
public sealed class Clinician : IMapped<Clinician>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public Guid? AccountId { get; private set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    static EntityTable IEntity<Clinician>.Table { get; } = new("Clinician", "clinicians", "/clinicians", 0)
    {
        Fields =
        [
            new("Name", "name", "name", FieldKind.Text, "character varying(200)") { Required = true, MaxLength = 200 },
            new("Email", "email", "email", FieldKind.Email, "character varying(254)") { Required = true, MaxLength = 254 },
        ],
        Constraints = [new("uq_clinicians_email", "unique", FieldSet.Of(1), "This e-mail address is taken.", 409)],
        Conditions = [new("self", "\"clinicians\".\"id\" = $2")],
        Insert = """INSERT INTO "clinicians" ("tenant_id", "id", "name", "email") VALUES ($1, $3, $4, $5)""",
        Update = """
            UPDATE "clinicians" SET
                "name" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "name" END,
                "email" = CASE WHEN $5 & 2 <> 0 THEN $7 ELSE "email" END
            """,
    };

    static Clinician IEntity<Clinician>.Blank(Guid id) => new() { Id = id };

    static void IFields<Clinician>.Read(int field, ref FieldReader json, Clinician it)
    {
        switch (field)
        {
            case 0: it.Name = json.Text(); break;
            case 1: it.Email = json.Text(); break;
        }
    }

    static void IEntity<Clinician>.Write(RowWriter row) => row.Text("name"u8).Text("email"u8);

    static void IEntity<Clinician>.Bind(Clinician it, Parameters values) => values.Text(it.Name).Text(it.Email);

    static void IEntity<Clinician>.Validate(Clinician it, FieldSet known, Findings findings)
    {
    }

    static void IMapped<Clinician>.Map(EntityTypeBuilder<Clinician> entity)
    {
        entity.HasIndex(["TenantId", "AccountId"], "uq_clinicians_account").IsUnique();
        entity.HasIndex(["TenantId", "Email"], "uq_clinicians_email").IsUnique();
    }
}
