using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet.Runtime.Tests.Data.Sample;

public enum CaseState
{
    Open,
    Closed,
}

internal static class CaseStateNames
{
    public static Choices All { get; } = new("open", "closed");
}

internal sealed class CaseStateConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<CaseState, string>(
    value => CaseStateNames.All.Names[(int)value], text => (CaseState)CaseStateNames.All.Find(text));

/// <summary>An entity that different people see and change different parts of; its deletes mark, and its lists are sorted and filtered.</summary>
public sealed class Case : IMapped<Case>
{
    public const int Title = 0, State = 1, Priority = 2, Opened = 3, Budget = 4, Assignee = 5, PlaceStreet = 6, PlaceCity = 7, Margin = 8;

    public Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public uint Version { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public Guid? DeletedById { get; private set; }

    public string TitleText { get; set; } = "";

    public CaseState StateOf { get; set; }

    public int? PriorityOf { get; set; }

    public DateOnly OpenedOn { get; set; }

    public decimal? BudgetOf { get; set; }

    public Guid? AssigneeId { get; set; }

    public Clinician? AssigneeRow { get; set; }

    public Address? Place { get; set; }

    public string? MarginText { get; set; }

    static EntityTable IEntity<Case>.Table { get; } = new("Case", "cases", "/cases", 0)
    {
        Fields =
        [
            new("TitleText", "title", "title", FieldKind.Text, "character varying(40)") { Required = true, MaxLength = 40, CanSort = true, CanFilter = true },
            new("StateOf", "state", "state", FieldKind.Choice, "text") { Required = true, HasDefault = true, CanFilter = true, Choices = CaseStateNames.All },
            new("PriorityOf", "priority", "priority", FieldKind.Int, "integer") { CanSort = true, CanFilter = true },
            new("OpenedOn", "opened", "opened", FieldKind.Date, "date") { Required = true, CanSort = true, CanFilter = true },
            new("BudgetOf", "budget", "budget", FieldKind.Decimal, "numeric(12,2)") { Precision = 12, Scale = 2, CanSort = true },
            new("AssigneeId", "assignee", "assignee_id", FieldKind.Reference, "uuid") { ForeignKey = "fk_cases_assignee_id", CanFilter = true },
            new("Place.Street", "street", "place_street", FieldKind.Text, "character varying(20)") { Required = true, MaxLength = 20 },
            new("Place.City", "city", "place_city", FieldKind.Text, "character varying(40)") { MaxLength = 40 },
            new("MarginText", "margin", "margin", FieldKind.Text, "text"),
        ],
        Groups = [new("Place", "place", PlaceStreet, 2, Required: false)],
        Constraints =
        [
            new("uq_cases_title", "unique", FieldSet.Of(Title), "Another case has the same title.", 409),
            new("fk_cases_assignee_id", "reference", FieldSet.Of(Assignee), "There is no such clinician."),
        ],
        Conditions =
        [
            new("work", "\"assignee_id\" = $2"),
            new("file", "\"state\" = 'open'"),
        ],
        Order = [new(Opened, Descending: true), new(Title)],
        Insert = """
            INSERT INTO "cases" ("tenant_id", "id", "title", "state", "priority", "opened", "budget", "assignee_id", "place_street", "place_city", "margin")
            VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
        Update = """
            UPDATE "cases" SET
                "title" = CASE WHEN $5 & 1 <> 0 THEN $6 ELSE "title" END,
                "state" = CASE WHEN $5 & 2 <> 0 THEN $7 ELSE "state" END,
                "priority" = CASE WHEN $5 & 4 <> 0 THEN $8 ELSE "priority" END,
                "opened" = CASE WHEN $5 & 8 <> 0 THEN $9 ELSE "opened" END,
                "budget" = CASE WHEN $5 & 16 <> 0 THEN $10 ELSE "budget" END,
                "assignee_id" = CASE WHEN $5 & 32 <> 0 THEN $11 ELSE "assignee_id" END,
                "place_street" = CASE WHEN $5 & 64 <> 0 THEN $12 ELSE "place_street" END,
                "place_city" = CASE WHEN $5 & 128 <> 0 THEN $13 ELSE "place_city" END,
                "margin" = CASE WHEN $5 & 256 <> 0 THEN $14 ELSE "margin" END
            """,
        MarkDeleted = """UPDATE "cases" SET "deleted_at" = now(), "deleted_by_id" = $2""",
        Restore = """UPDATE "cases" SET "deleted_at" = NULL, "deleted_by_id" = NULL""",
    };

    static Case IEntity<Case>.Blank(Guid id) => new() { Id = id };

    static void IFields<Case>.Read(int field, ref FieldReader json, Case it)
    {
        switch (field)
        {
            case Title: it.TitleText = json.Text(); break;
            case State: it.StateOf = (CaseState)json.Choice(CaseStateNames.All); break;
            case Priority: it.PriorityOf = json.IntOrNull(); break;
            case Opened: it.OpenedOn = json.Date(); break;
            case Budget: it.BudgetOf = json.DecimalOrNull(); break;
            case Assignee: it.AssigneeId = json.IdOrNull(); break;
            case PlaceStreet: (it.Place ??= Address.Blank()).Street = json.Text(); break;
            case PlaceCity: (it.Place ??= Address.Blank()).City = json.TextOrNull(); break;
            case Margin: it.MarginText = json.TextOrNull(); break;
        }
    }

    static void IEntity<Case>.Write(RowWriter row) => row
        .Text("title"u8).Text("state"u8).Int("priority"u8).Date("opened"u8).Decimal("budget"u8).Id("assignee"u8).Begin("place"u8, 2, 0).Text("street"u8).Text("city"u8).End()
        .Text("margin"u8);

    static void IEntity<Case>.Bind(Case it, Parameters values) => values
        .Text(it.TitleText).Text(CaseStateNames.All.Names[(int)it.StateOf]).Int(it.PriorityOf).Date(it.OpenedOn).Decimal(it.BudgetOf).Id(it.AssigneeId)
        .Text(it.Place?.Street).Text(it.Place?.City).Text(it.MarginText);

    static void IEntity<Case>.Validate(Case it, FieldSet known, Findings findings)
    {
    }

    static void IMapped<Case>.Map(EntityTypeBuilder<Case> entity)
    {
        entity.Key("pk_cases");
        entity.Converted("StateOf", typeof(CaseStateConverter));
        var place = entity.Value(typeof(Address), "Place", required: false);
        place.Column("Street", "place_street", "character varying(20)", required: true, maxLength: 20);
        place.Column("City", "place_city", "character varying(40)", required: false, maxLength: 40);
        place.Ignore("Postcode");
        entity.Reference(typeof(Clinician), "AssigneeRow", "AssigneeId", required: false, OnDelete.Restrict, "fk_cases_assignee_id");
        entity.SoftDeleted(typeof(Clinician), "fk_cases_deleted_by_id");
    }
}
