using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

public enum AppointmentStatus
{
    Requested,
    Confirmed,
    Completed,
    Cancelled,
}

internal static class AppointmentStatusNames
{
    public static Choices All { get; } = new("requested", "confirmed", "completed", "cancelled");
}

internal sealed class AppointmentStatusConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<AppointmentStatus, string>(
    value => AppointmentStatusNames.All.Names[(int)value], text => (AppointmentStatus)AppointmentStatusNames.All.Find(text));

/// <summary>An entity with rules of every kind, a lifecycle, computed and write-once fields.</summary>
public sealed class Appointment : IMapped<Appointment>
{
    private string givenNumber = "";

    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public string Number { get => givenNumber; init => givenNumber = value; }

    public Guid WithId { get; set; }

    public Clinician? With { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    public AppointmentStatus Status { get; private set; } = AppointmentStatus.Requested;

    public DateTimeOffset? ConfirmedAt { get; set; }

    public Guid? ConfirmedById { get; set; }

    public decimal Fee { get; set; }

    public decimal? Tax { get; set; }

    public decimal? Total { get; private set; }

    public TimeSpan Lasts => EndsAt - StartsAt;

    public bool First { get; set; }

    public string? Note { get; set; }

    static EntityTable IEntity<Appointment>.Table { get; } = new("Appointment", "appointments", "/appointments", 4)
    {
        Fields =
        [
            new("Number", "number", "number", FieldKind.Text, "character varying(20)") { Required = true, MaxLength = 20, IsWriteOnce = true },
            new("WithId", "with", "with_id", FieldKind.Reference, "uuid") { Required = true, ForeignKey = "fk_appointments_with_id", Target = EntityTable.Of<Clinician> },
            new("StartsAt", "startsAt", "starts_at", FieldKind.Timestamp, "timestamp with time zone") { Required = true },
            new("EndsAt", "endsAt", "ends_at", FieldKind.Timestamp, "timestamp with time zone") { Required = true },
            new("Status", "status", "status", FieldKind.Choice, "text") { Required = true, IsState = true },
            new("ConfirmedAt", "confirmedAt", "confirmed_at", FieldKind.Timestamp, "timestamp with time zone"),
            new("ConfirmedById", "confirmedBy", "confirmed_by_id", FieldKind.Uuid, "uuid"),
            new("Fee", "fee", "fee", FieldKind.Decimal, "numeric(12,2)") { Required = true, HasDefault = true, Precision = 12, Scale = 2 },
            new("Tax", "tax", "tax", FieldKind.Decimal, "numeric(12,2)") { Precision = 12, Scale = 2 },
            new("Total", "total", "total", FieldKind.Decimal, "numeric(12,2)") { IsComputed = true, Precision = 12, Scale = 2 },
            new("Lasts", "lasts", "lasts", FieldKind.Duration, "interval") { IsComputed = true, Expression = """("ends_at" - "starts_at")""" },
            new("First", "first", "first", FieldKind.Bool, "boolean") { Required = true, HasDefault = true },
            new("Note", "note", "note", FieldKind.Text, "text"),
        ],
        Constraints =
        [
            Rules.EndsAfterStart,
            Rules.BookedAhead,
            Rules.NoDoubleBooking,
            Rules.OneFirst,
            new("fk_appointments_with_id", "reference", FieldSet.Of(1), "There is no such clinician."),
            new("ck_appointments_status_transition", "transition", FieldSet.Of(4), "The state changes along its transitions only.", 409),
            new("ck_appointments_number_once", "writeOnce", FieldSet.Of(0), "The field is set when the row is made, and not changed."),
            new("ck_appointments_note_later", "rule", FieldSet.Of(12), "Never say never."),
        ],
        Lifecycle = new(4, "requested",
        [
            new("confirm", "confirm", ["requested"], "confirmed")
            {
                Refusal = "It is too late to confirm.",
                Update = """UPDATE "appointments" SET "status" = 'confirmed', "confirmed_at" = now(), "confirmed_by_id" = $2""",
                Where = """("status" = 'requested' AND "note" IS DISTINCT FROM 'late')""",
            },
            new("complete", "complete", ["confirmed"], "completed")
            {
                Update = """UPDATE "appointments" SET "status" = 'completed'""",
                Where = """("status" = 'confirmed')""",
            },
            new("callOff", "call-off", ["requested", "confirmed"], "cancelled")
            {
                Update = """UPDATE "appointments" SET "status" = 'cancelled'""",
                Where = """("status" IN ('requested', 'confirmed'))""",
            },
        ]),
        Insert = """
            INSERT INTO "appointments" ("tenant_id", "id", "number", "with_id", "starts_at", "ends_at", "status", "confirmed_at", "confirmed_by_id", "fee", "tax", "first", "note")
            VALUES ($1, $3, $4, $5, $6, $7, 'requested', $8, $9, $10, $11, $12, $13)
            """,
        Update = """
            UPDATE "appointments" SET
                "number" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "number" END,
                "with_id" = CASE WHEN $5 & 2 <> 0 THEN $7 ELSE "with_id" END,
                "starts_at" = CASE WHEN $5 & 4 <> 0 THEN $8 ELSE "starts_at" END,
                "ends_at" = CASE WHEN $5 & 8 <> 0 THEN $9 ELSE "ends_at" END,
                "confirmed_at" = CASE WHEN $5 & 32 <> 0 THEN $10 ELSE "confirmed_at" END,
                "confirmed_by_id" = CASE WHEN $5 & 64 <> 0 THEN $11 ELSE "confirmed_by_id" END,
                "fee" = CASE WHEN $5 & 128 <> 0 THEN $12 ELSE "fee" END,
                "tax" = CASE WHEN $5 & 256 <> 0 THEN $13 ELSE "tax" END,
                "first" = CASE WHEN $5 & 2048 <> 0 THEN $14 ELSE "first" END,
                "note" = CASE WHEN $5 & 4096 <> 0 THEN $15 ELSE "note" END
            """,
    };

    public void Confirm(DateTimeOffset now, Guid? user)
    {
        if (Status is not AppointmentStatus.Requested)
        {
            throw TransitionException.WrongState<Appointment>("confirm", AppointmentStatusNames.All.Names[(int)Status]);
        }
        if (Note == "late")
        {
            throw TransitionException.Held<Appointment>("confirm");
        }
        Status = AppointmentStatus.Confirmed;
        ConfirmedAt = now;
        ConfirmedById = user;
    }

    static Appointment IEntity<Appointment>.Blank(Guid id) => new() { Id = id };

    static void IFields<Appointment>.Read(int field, ref FieldReader json, Appointment it)
    {
        switch (field)
        {
            case 0: it.givenNumber = json.Text(); break;
            case 1: it.WithId = json.Id(); break;
            case 2: it.StartsAt = json.Timestamp(); break;
            case 3: it.EndsAt = json.Timestamp(); break;
            case 5: it.ConfirmedAt = json.TimestampOrNull(); break;
            case 6: it.ConfirmedById = json.IdOrNull(); break;
            case 7: it.Fee = json.Decimal(); break;
            case 8: it.Tax = json.DecimalOrNull(); break;
            case 11: it.First = json.Bool(); break;
            case 12: it.Note = json.TextOrNull(); break;
        }
    }

    static void IEntity<Appointment>.Write(RowWriter row) => row
        .Text("number"u8).Id("with"u8).Timestamp("startsAt"u8).Timestamp("endsAt"u8).Text("status"u8).Timestamp("confirmedAt"u8).Id("confirmedBy"u8)
        .Decimal("fee"u8).Decimal("tax"u8).Decimal("total"u8).Duration("lasts"u8).Bool("first"u8).Text("note"u8);

    static void IEntity<Appointment>.Bind(Appointment it, Parameters values) => values
        .Text(it.Number).Id(it.WithId).Timestamp(it.StartsAt).Timestamp(it.EndsAt).Timestamp(it.ConfirmedAt).Id(it.ConfirmedById).Decimal(it.Fee).Decimal(it.Tax)
        .Bool(it.First).Text(it.Note);

    static void IEntity<Appointment>.Validate(Appointment it, FieldSet known, Findings findings)
    {
        if (known.Has(Rules.EndsAfterStart.Fields) && it.EndsAt <= it.StartsAt)
        {
            findings.Add<Appointment>(Rules.EndsAfterStart);
        }
    }

    static void IMapped<Appointment>.Map(EntityTypeBuilder<Appointment> entity)
    {
        entity.Key("pk_appointments");
        entity.Converted(nameof(Status), typeof(AppointmentStatusConverter));
        entity.Reference(typeof(Clinician), nameof(With), nameof(WithId), required: true, OnDelete.Restrict, "fk_appointments_with_id");
        entity.Computed(nameof(Total), """ "fee" + "tax" """);
        entity.PartialIndex("uq_appointments_one_first", unique: true, """ "first" """, "TenantId", nameof(WithId));
        entity.Check("ck_appointments_ends_after_start", """ "ends_at" > "starts_at" """);
    }

    /// <summary>What the genome says of every appointment.</summary>
    public static class Rules
    {
        public static readonly Constraint EndsAfterStart = new(
            "ck_appointments_ends_after_start", "rule", FieldSet.Of(2) | FieldSet.Of(3), "An appointment ends after it starts.");

        public static readonly Constraint BookedAhead = new("ck_appointments_booked_ahead", "rule", FieldSet.Of(2), "An appointment is booked ahead.");

        public static readonly Constraint NoDoubleBooking = new(
            "ex_appointments_no_double_booking", "overlap", FieldSet.Of(1) | FieldSet.Of(2) | FieldSet.Of(3), "The clinician is booked.", 409);

        public static readonly Constraint OneFirst = new("uq_appointments_one_first", "unique", FieldSet.Of(1), "A clinician has one first appointment.", 409);
    }
}
