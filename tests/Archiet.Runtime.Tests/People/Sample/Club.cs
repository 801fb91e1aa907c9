using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.People.Sample;

/// <summary>The tenant entity.</summary>
public sealed class Club : IMapped<Club>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public string Name { get; set; } = "";

    static EntityTable IEntity<Club>.Table { get; } = new("Club", "clubs", "/clubs", 0)
    {
        Fields = [new("Name", "name", "name", FieldKind.Text, "character varying(80)") { Required = true, MaxLength = 80 }],
        Insert = """INSERT INTO "clubs" ("tenant_id", "id", "name") VALUES ($1, $3, $4)""",
        Update = """UPDATE "clubs" SET "name" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "name" END""",
    };

    static Club IEntity<Club>.Blank(Guid id) => new() { Id = id };

    static void IFields<Club>.Read(int field, ref FieldReader json, Club it) => it.Name = json.Text();

    static void IEntity<Club>.Write(RowWriter row) => row.Text("name"u8);

    static void IEntity<Club>.Bind(Club it, Parameters values) => values.Text(it.Name);

    static void IEntity<Club>.Validate(Club it, FieldSet known, Findings findings)
    {
        if (it.Name == "forbidden")
        {
            findings.Add("/name", "forbidden", "No club may be called that.");
        }
    }

    static void IMapped<Club>.Map(EntityTypeBuilder<Club> entity)
    {
    }
}
