using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>An entity with a field of every kind.</summary>
public sealed class Patient : IMapped<Patient>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public string Name { get; set; } = "";

    public DateOnly DateOfBirth { get; set; }

    public PhoneNumber? Phone { get; set; }

    public PatientStatus Status { get; set; }

    public Address? Address { get; set; }

    public decimal Balance { get; set; }

    public int? Visits { get; set; }

    public long? Points { get; set; }

    public bool? Insured { get; set; }

    public TimeOnly? WakesAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public TimeSpan? SessionLength { get; set; }

    public Guid? External { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public JsonElement? Notes { get; set; }

    public byte[]? Photo { get; set; }

    public string? Code { get; set; }

    public Guid? PhysicianId { get; set; }

    public Clinician? Physician { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Guid? CreatedById { get; private set; }

    public Clinician? CreatedBy { get; set; }

    /// <summary>What a user adds in a partial class: no column.</summary>
    public string Nickname { get; set; } = "";

    static EntityTable IEntity<Patient>.Table { get; } = new("Patient", "patients", "/patients", 1)
    {
        Fields =
        [
            new("Name", "name", "name", FieldKind.Text, "character varying(40)") { Required = true, MinLength = 1, MaxLength = 40 },
            new("DateOfBirth", "dateOfBirth", "date_of_birth", FieldKind.Date, "date") { Required = true, Minimum = "1900-01-01" },
            new("Phone", "phone", "phone", FieldKind.Text, "character varying(20)") { MaxLength = 20 },
            new("Status", "status", "status", FieldKind.Choice, "text") { Required = true, HasDefault = true },
            new("Address.Street", "street", "address_street", FieldKind.Text, "character varying(20)") { Required = true, MaxLength = 20 },
            new("Address.Postcode", "postcode", "address_postcode", FieldKind.Text, "character varying(12)") { MaxLength = 12 },
            new("Address.City", "city", "address_city", FieldKind.Text, "character varying(40)") { MaxLength = 40 },
            new("Balance", "balance", "balance", FieldKind.Decimal, "numeric(12,2)") { Required = true, HasDefault = true, Precision = 12, Scale = 2, Minimum = "-1000", Maximum = "1000000.5" },
            new("Visits", "visits", "visits", FieldKind.Int, "integer") { Minimum = "0" },
            new("Points", "points", "points", FieldKind.Long, "bigint"),
            new("Insured", "insured", "insured", FieldKind.Bool, "boolean"),
            new("WakesAt", "wakesAt", "wakes_at", FieldKind.Time, "time without time zone"),
            new("SeenAt", "seenAt", "seen_at", FieldKind.Timestamp, "timestamp with time zone"),
            new("SessionLength", "sessionLength", "session_length", FieldKind.Duration, "interval"),
            new("External", "external", "external", FieldKind.Uuid, "uuid"),
            new("Email", "email", "email", FieldKind.Email, "character varying(254)") { MaxLength = 254 },
            new("Website", "website", "website", FieldKind.Url, "character varying(2048)") { MaxLength = 2048 },
            new("Notes", "notes", "notes", FieldKind.Json, "jsonb"),
            new("Photo", "photo", "photo", FieldKind.Bytes, "bytea") { MaxLength = 16 },
            new("Code", "code", "code", FieldKind.Text, "text") { Pattern = "[A-Z]{3}" },
            new("PhysicianId", "physician", "physician_id", FieldKind.Reference, "uuid") { ForeignKey = "fk_patients_physician_id", Target = EntityTable.Of<Clinician> },
            new("CreatedAt", "createdAt", "created_at", FieldKind.Timestamp, "timestamp with time zone") { Required = true, OnCreate = ServerValue.Now },
            new("UpdatedAt", "updatedAt", "updated_at", FieldKind.Timestamp, "timestamp with time zone") { Required = true, OnUpdate = ServerValue.Now },
            new("CreatedById", "createdBy", "created_by_id", FieldKind.Reference, "uuid") { OnCreate = ServerValue.User, ForeignKey = "fk_patients_created_by_id" },
        ],
        Groups = [new("Address", "address", 4, 3, Required: false)],
        Constraints =
        [
            new("uq_patients_per_practice", "unique", FieldSet.Of(0) | FieldSet.Of(1), "The patient is known already.", 409),
            new("fk_patients_physician_id", "reference", FieldSet.Of(20), "There is no such clinician."),
            new("ck_patients_address", "incomplete", FieldSet.Range(4, 3), "The address needs a street."),
        ],
        Insert = """
            INSERT INTO "patients" ("tenant_id", "id", "name", "date_of_birth", "phone", "status", "address_street", "address_postcode", "address_city", "balance",
                "visits", "points", "insured", "wakes_at", "seen_at", "session_length", "external", "email", "website", "notes", "photo", "code", "physician_id",
                "created_at", "updated_at", "created_by_id")
            VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, now(), now(), $2)
            """,
        Update = """
            UPDATE "patients" SET
                "name" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "name" END,
                "date_of_birth" = CASE WHEN $5 & 2 <> 0 THEN $7 ELSE "date_of_birth" END,
                "phone" = CASE WHEN $5 & 4 <> 0 THEN $8 ELSE "phone" END,
                "status" = CASE WHEN $5 & 8 <> 0 THEN $9 ELSE "status" END,
                "address_street" = CASE WHEN $5 & 16 <> 0 THEN $10 ELSE "address_street" END,
                "address_postcode" = CASE WHEN $5 & 32 <> 0 THEN $11 ELSE "address_postcode" END,
                "address_city" = CASE WHEN $5 & 64 <> 0 THEN $12 ELSE "address_city" END,
                "balance" = CASE WHEN $5 & 128 <> 0 THEN $13 ELSE "balance" END,
                "visits" = CASE WHEN $5 & 256 <> 0 THEN $14 ELSE "visits" END,
                "points" = CASE WHEN $5 & 512 <> 0 THEN $15 ELSE "points" END,
                "insured" = CASE WHEN $5 & 1024 <> 0 THEN $16 ELSE "insured" END,
                "wakes_at" = CASE WHEN $5 & 2048 <> 0 THEN $17 ELSE "wakes_at" END,
                "seen_at" = CASE WHEN $5 & 4096 <> 0 THEN $18 ELSE "seen_at" END,
                "session_length" = CASE WHEN $5 & 8192 <> 0 THEN $19 ELSE "session_length" END,
                "external" = CASE WHEN $5 & 16384 <> 0 THEN $20 ELSE "external" END,
                "email" = CASE WHEN $5 & 32768 <> 0 THEN $21 ELSE "email" END,
                "website" = CASE WHEN $5 & 65536 <> 0 THEN $22 ELSE "website" END,
                "notes" = CASE WHEN $5 & 131072 <> 0 THEN $23 ELSE "notes" END,
                "photo" = CASE WHEN $5 & 262144 <> 0 THEN $24 ELSE "photo" END,
                "code" = CASE WHEN $5 & 524288 <> 0 THEN $25 ELSE "code" END,
                "physician_id" = CASE WHEN $5 & 1048576 <> 0 THEN $26 ELSE "physician_id" END,
                "updated_at" = now()
            """,
    };

    static Patient IEntity<Patient>.Blank(Guid id) => new() { Id = id };

    static void IFields<Patient>.Read(int field, ref FieldReader json, Patient it)
    {
        switch (field)
        {
            case 0: it.Name = json.Text(); break;
            case 1: it.DateOfBirth = json.Date(); break;
            case 2: it.Phone = json.NamedOrNull<PhoneNumber>(); break;
            case 3: it.Status = (PatientStatus)json.Choice(PatientStatusNames.All); break;
            case 4: (it.Address ??= Address.Blank()).Street = json.Text(); break;
            case 5: (it.Address ??= Address.Blank()).Postcode = json.TextOrNull(); break;
            case 6: (it.Address ??= Address.Blank()).City = json.TextOrNull(); break;
            case 7: it.Balance = json.Decimal(); break;
            case 8: it.Visits = json.IntOrNull(); break;
            case 9: it.Points = json.LongOrNull(); break;
            case 10: it.Insured = json.BoolOrNull(); break;
            case 11: it.WakesAt = json.TimeOrNull(); break;
            case 12: it.SeenAt = json.TimestampOrNull(); break;
            case 13: it.SessionLength = json.DurationOrNull(); break;
            case 14: it.External = json.IdOrNull(); break;
            case 15: it.Email = json.TextOrNull(); break;
            case 16: it.Website = json.TextOrNull(); break;
            case 17: it.Notes = json.JsonOrNull(); break;
            case 18: it.Photo = json.BytesOrNull(); break;
            case 19: it.Code = json.TextOrNull(); break;
            case 20: it.PhysicianId = json.IdOrNull(); break;
        }
    }

    static void IEntity<Patient>.Write(RowWriter row) => row
        .Text("name"u8).Date("dateOfBirth"u8).Text("phone"u8).Text("status"u8).Begin("address"u8, 3, 0).Text("street"u8).Text("postcode"u8).Text("city"u8).End()
        .Decimal("balance"u8).Int("visits"u8).Long("points"u8).Bool("insured"u8).Time("wakesAt"u8).Timestamp("seenAt"u8).Duration("sessionLength"u8)
        .Id("external"u8).Text("email"u8).Text("website"u8).Json("notes"u8).Bytes("photo"u8).Text("code"u8).Id("physician"u8).Timestamp("createdAt"u8)
        .Timestamp("updatedAt"u8).Id("createdBy"u8);

    static void IEntity<Patient>.Bind(Patient it, Parameters values) => values
        .Text(it.Name).Date(it.DateOfBirth).Text(it.Phone?.Value).Text(PatientStatusNames.All.Names[(int)it.Status])
        .Text(it.Address?.Street).Text(it.Address?.Postcode).Text(it.Address?.City).Decimal(it.Balance).Int(it.Visits).Long(it.Points).Bool(it.Insured)
        .Time(it.WakesAt).Timestamp(it.SeenAt).Duration(it.SessionLength).Id(it.External).Text(it.Email).Text(it.Website).Json(it.Notes).Bytes(it.Photo)
        .Text(it.Code).Id(it.PhysicianId);

    static void IEntity<Patient>.Validate(Patient it, FieldSet known, Findings findings)
    {
        if (known.Has(1) && it.DateOfBirth > findings.Today)
        {
            findings.Add<Patient>(FieldSet.Of(1), "bornInThePast", "A date of birth lies in the past.");
        }
    }

    static void IMapped<Patient>.Map(EntityTypeBuilder<Patient> entity)
    {
        entity.Property(nameof(Phone)).HasConversion<PhoneNumberConverter>();
        entity.Property(nameof(Status)).HasConversion<PatientStatusConverter>();
        AddressMapping.Map(entity.ComplexProperty(typeof(Address), nameof(Address)).IsRequired(false), "address");
        entity.HasOne(typeof(Clinician), "Physician").WithMany().HasForeignKey("TenantId", "PhysicianId").IsRequired(false).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("fk_patients_physician_id");
        entity.HasOne(typeof(Clinician), "CreatedBy").WithMany().HasForeignKey("TenantId", "CreatedById").IsRequired(false).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName("fk_patients_created_by_id");
        entity.HasIndex(["TenantId", "Name", "DateOfBirth"], "uq_patients_per_practice").IsUnique();
    }
}
