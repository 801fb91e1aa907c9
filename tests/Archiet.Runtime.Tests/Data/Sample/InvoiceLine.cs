using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>An owned entity with a field of every kind.</summary>
public sealed class InvoiceLine : IMapped<InvoiceLine>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public Guid InvoiceId { get; private set; }

    public Invoice? Invoice { get; set; }

    public string Label { get; set; } = "";

    public decimal Amount { get; set; }

    public PatientStatus Status { get; set; }

    public Address? Site { get; set; }

    public int? Count { get; set; }

    public long? Points { get; set; }

    public bool? Paid { get; set; }

    public DateOnly? Due { get; set; }

    public TimeOnly? At { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public TimeSpan? Length { get; set; }

    public Guid? External { get; set; }

    public string? Website { get; set; }

    public JsonElement? Notes { get; set; }

    public byte[]? Photo { get; set; }

    public PhoneNumber? Phone { get; set; }

    public Guid? ClinicianId { get; set; }

    public Clinician? Clinician { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public Guid? CreatedById { get; private set; }

    public Clinician? CreatedBy { get; set; }

    static EntityTable IEntity<InvoiceLine>.Table { get; } = new("InvoiceLine", "invoice_lines", "/invoice-lines", 6)
    {
        Owned = new("InvoiceId", "Invoice", "invoice_id", "fk_invoice_lines_invoice_id"),
        Fields =
        [
            new("Label", "label", "label", FieldKind.Text, "character varying(80)") { Required = true, MinLength = 1, MaxLength = 80 },
            new("Amount", "amount", "amount", FieldKind.Decimal, "numeric(12,2)") { Required = true, Precision = 12, Scale = 2, Minimum = "0" },
            new("Status", "status", "status", FieldKind.Choice, "text") { Required = true, HasDefault = true },
            new("Site.Street", "street", "site_street", FieldKind.Text, "character varying(20)") { Required = true, MaxLength = 20 },
            new("Site.Postcode", "postcode", "site_postcode", FieldKind.Text, "character varying(12)") { MaxLength = 12 },
            new("Site.City", "city", "site_city", FieldKind.Text, "character varying(40)") { MaxLength = 40 },
            new("Count", "count", "count", FieldKind.Int, "integer"),
            new("Points", "points", "points", FieldKind.Long, "bigint"),
            new("Paid", "paid", "paid", FieldKind.Bool, "boolean"),
            new("Due", "due", "due", FieldKind.Date, "date"),
            new("At", "at", "at", FieldKind.Time, "time without time zone"),
            new("DoneAt", "doneAt", "done_at", FieldKind.Timestamp, "timestamp with time zone"),
            new("Length", "length", "length", FieldKind.Duration, "interval"),
            new("External", "external", "external", FieldKind.Uuid, "uuid"),
            new("Website", "website", "website", FieldKind.Url, "character varying(2048)") { MaxLength = 2048 },
            new("Notes", "notes", "notes", FieldKind.Json, "jsonb"),
            new("Photo", "photo", "photo", FieldKind.Bytes, "bytea"),
            new("Phone", "phone", "phone", FieldKind.Text, "character varying(20)") { MaxLength = 20 },
            new("ClinicianId", "clinician", "clinician_id", FieldKind.Reference, "uuid") { ForeignKey = "fk_invoice_lines_clinician_id" },
            new("CreatedAt", "createdAt", "created_at", FieldKind.Timestamp, "timestamp with time zone") { Required = true, OnCreate = ServerValue.Now },
            new("UpdatedAt", "updatedAt", "updated_at", FieldKind.Timestamp, "timestamp with time zone") { Required = true, OnUpdate = ServerValue.Now },
            new("CreatedById", "createdBy", "created_by_id", FieldKind.Reference, "uuid") { OnCreate = ServerValue.User, ForeignKey = "fk_invoice_lines_created_by_id" },
        ],
        Groups = [new("Site", "site", 3, 3, Required: false)],
        Constraints =
        [
            new("fk_invoice_lines_clinician_id", "reference", FieldSet.Of(18), "There is no such clinician."),
            new("uq_invoice_lines_label", "unique", FieldSet.Of(0), "Another line has the same label.", 409),
        ],
    };

    static InvoiceLine IEntity<InvoiceLine>.Blank(Guid id) => new() { Id = id };

    static void IFields<InvoiceLine>.Read(int field, ref FieldReader json, InvoiceLine it)
    {
        switch (field)
        {
            case 0: it.Label = json.Text(); break;
            case 1: it.Amount = json.Decimal(); break;
            case 2: it.Status = (PatientStatus)json.Choice(PatientStatusNames.All); break;
            case 3: (it.Site ??= Address.Blank()).Street = json.Text(); break;
            case 4: (it.Site ??= Address.Blank()).Postcode = json.TextOrNull(); break;
            case 5: (it.Site ??= Address.Blank()).City = json.TextOrNull(); break;
            case 6: it.Count = json.IntOrNull(); break;
            case 7: it.Points = json.LongOrNull(); break;
            case 8: it.Paid = json.BoolOrNull(); break;
            case 9: it.Due = json.DateOrNull(); break;
            case 10: it.At = json.TimeOrNull(); break;
            case 11: it.DoneAt = json.TimestampOrNull(); break;
            case 12: it.Length = json.DurationOrNull(); break;
            case 13: it.External = json.IdOrNull(); break;
            case 14: it.Website = json.TextOrNull(); break;
            case 15: it.Notes = json.JsonOrNull(); break;
            case 16: it.Photo = json.BytesOrNull(); break;
            case 17: it.Phone = json.NamedOrNull<PhoneNumber>(); break;
            case 18: it.ClinicianId = json.IdOrNull(); break;
        }
    }

    static void IEntity<InvoiceLine>.Write(RowWriter row) => row
        .Text("label"u8).Decimal("amount"u8).Text("status"u8).Begin("site"u8, 3, 0).Text("street"u8).Text("postcode"u8).Text("city"u8).End()
        .Int("count"u8).Long("points"u8).Bool("paid"u8).Date("due"u8).Time("at"u8).Timestamp("doneAt"u8).Duration("length"u8).Id("external"u8).Text("website"u8)
        .Json("notes"u8).Bytes("photo"u8).Text("phone"u8).Id("clinician"u8).Timestamp("createdAt"u8).Timestamp("updatedAt"u8).Id("createdBy"u8);

    static void IEntity<InvoiceLine>.Bind(InvoiceLine it, Parameters values) => values
        .Text(it.Label).Decimal(it.Amount).Text(PatientStatusNames.All.Names[(int)it.Status]).Text(it.Site?.Street).Text(it.Site?.Postcode).Text(it.Site?.City)
        .Int(it.Count).Long(it.Points).Bool(it.Paid).Date(it.Due).Time(it.At).Timestamp(it.DoneAt).Duration(it.Length).Id(it.External).Text(it.Website)
        .Json(it.Notes).Bytes(it.Photo).Text(it.Phone?.Value).Id(it.ClinicianId);

    static void IEntity<InvoiceLine>.Validate(InvoiceLine it, FieldSet known, Findings findings)
    {
        if (it.Count < 0)
        {
            findings.Add<InvoiceLine>(FieldSet.Of(6), "counted", "A count is not negative.");
        }
    }

    static void IMapped<InvoiceLine>.Map(EntityTypeBuilder<InvoiceLine> entity)
    {
        entity.Property(nameof(Status)).HasConversion<PatientStatusConverter>();
        entity.Property(nameof(Phone)).HasConversion<PhoneNumberConverter>();
        AddressMapping.Map(entity.ComplexProperty(typeof(Address), nameof(Site)).IsRequired(false), "site");
        entity.Reference(typeof(Clinician), "Clinician", "ClinicianId", required: false, OnDelete.Restrict, "fk_invoice_lines_clinician_id");
        entity.Reference(typeof(Clinician), "CreatedBy", "CreatedById", required: false, OnDelete.Restrict, "fk_invoice_lines_created_by_id");
    }
}
