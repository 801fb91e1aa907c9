using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>The tenant entity, with a value that every row has.</summary>
public sealed class Practice : IMapped<Practice>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public string Name { get; set; } = "";

    public Address Seat { get; set; } = new();

    static EntityTable IEntity<Practice>.Table { get; } = new("Practice", "practices", "/practices", 2)
    {
        Fields =
        [
            new("Name", "name", "name", FieldKind.Text, "character varying(80)") { Required = true, MaxLength = 80 },
            new("Seat.Street", "street", "seat_street", FieldKind.Text, "character varying(20)") { Required = true, MaxLength = 20 },
            new("Seat.Postcode", "postcode", "seat_postcode", FieldKind.Text, "character varying(12)") { MaxLength = 12 },
            new("Seat.City", "city", "seat_city", FieldKind.Text, "character varying(40)") { MaxLength = 40 },
        ],
        Groups = [new("Seat", "seat", 1, 3, Required: true)],
        Insert = """
            INSERT INTO "practices" ("tenant_id", "id", "name", "seat_street", "seat_postcode", "seat_city") VALUES ($1, $3, $4, $5, $6, $7)
            """,
        Update = """
            UPDATE "practices" SET
                "name" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "name" END,
                "seat_street" = CASE WHEN $5 & 2 <> 0 THEN $7 ELSE "seat_street" END,
                "seat_postcode" = CASE WHEN $5 & 4 <> 0 THEN $8 ELSE "seat_postcode" END,
                "seat_city" = CASE WHEN $5 & 8 <> 0 THEN $9 ELSE "seat_city" END
            """,
    };

    static Practice IEntity<Practice>.Blank(Guid id) => new() { Id = id };

    static void IFields<Practice>.Read(int field, ref FieldReader json, Practice it)
    {
        switch (field)
        {
            case 0: it.Name = json.Text(); break;
            case 1: it.Seat.Street = json.Text(); break;
            case 2: it.Seat.Postcode = json.TextOrNull(); break;
            case 3: it.Seat.City = json.TextOrNull(); break;
        }
    }

    static void IEntity<Practice>.Write(RowWriter row) => row.Text("name"u8).Begin("seat"u8, 3, -1).Text("street"u8).Text("postcode"u8).Text("city"u8).End();

    static void IEntity<Practice>.Bind(Practice it, Parameters values) => values.Text(it.Name).Text(it.Seat.Street).Text(it.Seat.Postcode).Text(it.Seat.City);

    static void IEntity<Practice>.Validate(Practice it, FieldSet known, Findings findings)
    {
    }

    static void IMapped<Practice>.Map(EntityTypeBuilder<Practice> entity) => AddressMapping.Map(entity.ComplexProperty(typeof(Address), nameof(Seat)).IsRequired(), "seat");
}

internal static class AddressMapping
{
    public static void Map(ComplexPropertyBuilder value, string prefix)
    {
        value.Property("Street").HasColumnName(prefix + "_street").HasColumnType("character varying(20)").HasMaxLength(20).IsRequired();
        value.Property("Postcode").HasColumnName(prefix + "_postcode").HasColumnType("character varying(12)").HasMaxLength(12).IsRequired(false);
        value.Property("City").HasColumnName(prefix + "_city").HasColumnType("character varying(40)").HasMaxLength(40).IsRequired(false);
    }
}
