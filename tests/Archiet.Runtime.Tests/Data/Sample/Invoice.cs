using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>An entity that owns rows of another one.</summary>
public sealed class Invoice : IMapped<Invoice>
{
    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public string Number { get; set; } = "";

    public List<InvoiceLine> Lines { get; } = [];

    public List<Clinician> Reviewers { get; } = [];

    static EntityTable IEntity<Invoice>.Table { get; } = new("Invoice", "invoices", "/invoices", 5)
    {
        Fields = [new("Number", "number", "number", FieldKind.Text, "character varying(20)") { Required = true, MaxLength = 20 }],
        Children = [new Children<Invoice, InvoiceLine>("Lines", "lines", it => it.Lines) { Max = 300 }],
        Links =
        [
            new Link<Invoice, Clinician>("Reviewers", "reviewers", "/reviewers", "invoices_reviewers")
            {
                PrimaryKey = "pk_invoices_reviewers",
                Owner = new("invoice_id", "fk_invoices_reviewers_invoice_id"),
                Target = new("clinician_id", "fk_invoices_reviewers_clinician_id"),
                Index = "ix_invoices_reviewers_clinician_id",
            },
        ],
        Insert = """INSERT INTO "invoices" ("tenant_id", "id", "number") VALUES ($1, $3, $4)""",
        Update = """UPDATE "invoices" SET "number" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "number" END""",
    };

    static Invoice IEntity<Invoice>.Blank(Guid id) => new() { Id = id };

    static void IFields<Invoice>.Read(int field, ref FieldReader json, Invoice it) => it.Number = json.Text();

    static void IEntity<Invoice>.Write(RowWriter row) => row.Text("number"u8).Children("lines"u8);

    static void IEntity<Invoice>.Bind(Invoice it, Parameters values) => values.Text(it.Number);

    static void IEntity<Invoice>.Validate(Invoice it, FieldSet known, Findings findings)
    {
    }

    static void IMapped<Invoice>.Map(EntityTypeBuilder<Invoice> entity)
    {
    }
}
