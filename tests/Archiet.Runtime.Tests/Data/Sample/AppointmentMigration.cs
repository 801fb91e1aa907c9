using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>The table of <see cref="Appointment"/>, made by the helpers that emitted migrations use.</summary>
internal sealed class AppointmentMigration : GenomeMigration
{
    /// <summary>The statements, as Entity Framework would run them.</summary>
    public static IReadOnlyList<string> Statements()
    {
        var options = new DbContextOptionsBuilder<SampleContext>().UseNpgsql("Host=nowhere").Options;
        using var context = new SampleContext(options);
        return [.. context.GetService<IMigrationsSqlGenerator>().Generate(new AppointmentMigration().UpOperations).Select(command => command.CommandText)];
    }

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Extension(migrationBuilder, "btree_gist");
        Table(migrationBuilder, "appointments", "pk_appointments",
            [
                Column("tenant_id", "uuid"),
                Column("id", "uuid"),
                Column("number", "character varying(20)"),
                Column("with_id", "uuid"),
                Column("starts_at", "timestamp with time zone"),
                Column("ends_at", "timestamp with time zone"),
                Column("status", "text"),
                Column("confirmed_at", "timestamp with time zone", nullable: true),
                Column("confirmed_by_id", "uuid", nullable: true),
                Column("fee", "numeric(12,2)"),
                Column("tax", "numeric(12,2)", nullable: true),
                Column("total", "numeric(12,2)", nullable: true, computed: "\"fee\" + \"tax\""),
                Column("first", "boolean"),
                Column("note", "text", nullable: true),
            ],
            [
                Check("ck_appointments_ends_after_start", "\"ends_at\" > \"starts_at\""),
            ]);
        PartialIndex(migrationBuilder, "appointments", "uq_appointments_one_first", unique: true, "\"first\"", "tenant_id", "with_id");
        NoOverlap(migrationBuilder, "appointments", "ex_appointments_no_double_booking", "tstzrange(\"starts_at\", \"ends_at\")", "\"status\" <> 'cancelled'", "with_id");
        RowTrigger(migrationBuilder, "appointments", "tr_appointments",
            Ways("ck_appointments_status_transition", "status", "requested",
                ("requested", "confirmed"), ("confirmed", "completed"), ("requested", "cancelled"), ("confirmed", "cancelled")),
            Once("ck_appointments_number_once", "number"),
            Holds("ck_appointments_booked_ahead", "NEW.\"starts_at\" > now()", "starts_at"));
        DeferredTrigger(migrationBuilder, "appointments", "tr_appointments_later", "INSERT OR UPDATE",
            Holds("ck_appointments_note_later", "NEW.\"note\" <> 'never'"));
        ForeignKey(migrationBuilder, "appointments", "fk_appointments_with_id", "with_id", "clinicians", OnDelete.Restrict);
    }
}
