using Archiet.Genome;
using Archiet.Genome.Binding;
using Kind = Archiet.Genome.Binding.FieldKind;
using Server = Archiet.Genome.Binding.ServerValue;

namespace Archiet.Emit.Tests;

/// <summary>Genomes made by hand, as the reader would bind them: one a person could have written, one with everything the language has.</summary>
internal static class Genomes
{
    private static readonly FieldConstraints Phone = new(MaxLength: 20, Pattern: "\\+?[0-9 ()-]{6,20}");

    /// <summary>A small practice.</summary>
    public static BoundGenome Clinic { get; } = Make(
        "Clinic",
        new BoundVocabulary(
            EquatableArray.Of(new BoundScalarType("PhoneNumber", "A telephone number as people write it.", new FieldType(Kind.String, "PhoneNumber"), Phone, "+44 20 7946 0018")),
            EquatableArray.Of(new BoundValueType("Address", "Where something is.", EquatableArray.Of(
                Field("street", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 200)),
                Field("city", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 80)),
                Field("note", new FieldType(Kind.Text))))),
            EquatableArray.Of(Enum("PatientStatus", "Whether the practice still treats a patient.", "active", "inactive", "deceased"))),
        [
            Entity("Clinician", EntityRole.Member, "A person who works for the practice.",
            [
                Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 200), example: "Dr Ada Okafor"),
                Field("email", new FieldType(Kind.Email), required: true, example: "ada.okafor@clinic.example"),
            ], uniques: [new BoundIndex("email", EquatableArray.Of("email"))]),
            Entity("Patient", EntityRole.Ordinary, "A person whom the practice treats or has treated.",
            [
                Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MinLength: 1, MaxLength: 200), description: "The patient's full name."),
                Field("dateOfBirth", new FieldType(Kind.Date), required: true, constraints: new FieldConstraints(Minimum: "1900-01-01")),
                Field("phone", new FieldType(Kind.String, "PhoneNumber"), constraints: Phone),
                Field("status", new FieldType(Kind.Enum, "PatientStatus"), required: true, defaultValue: "active"),
                Field("address", new FieldType(Kind.Value, "Address")),
                Field("physician", new FieldType(Kind.Reference, "Clinician", OnDelete: DeleteAction.SetNull), description: "The clinician who answers for the patient."),
                Field("balance", new FieldType(Kind.Decimal, Precision: 12, Scale: 2), required: true, defaultValue: "0", constraints: new FieldConstraints(Minimum: "0")),
                Field("createdAt", new FieldType(Kind.Timestamp), required: true, onCreate: Server.Now),
                Field("changedAt", new FieldType(Kind.Timestamp), required: true, onUpdate: Server.Now),
                Field("changedBy", new FieldType(Kind.Reference, "Clinician"), onUpdate: Server.User),
            ],
            uniques: [new BoundIndex("perPractice", EquatableArray.Of("name", "dateOfBirth"))],
            indexes: [new BoundIndex("byPhone", EquatableArray.Of("phone"))]),
            Entity("Practice", EntityRole.Tenant, "One practice, and the owner of every other row.",
            [
                Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 120), example: "Harbour Street Practice"),
                Field("address", new FieldType(Kind.Value, "Address"), required: true),
            ]),
        ],
        [
            Capability("runThePractice", ["owner"], ("Practice", Operations.List | Operations.Read | Operations.Update), ("Clinician", All), ("Patient", All)),
            Capability("keepTheCalendar", ["receptionist"], ("Patient", Operations.List | Operations.Read | Operations.Create | Operations.Update)),
        ],
        "owner", "receptionist");

    private const Operations All = Operations.List | Operations.Read | Operations.Create | Operations.Update | Operations.Delete;

    /// <summary>The genome of a name, for fixtures over several.</summary>
    public static BoundGenome Named(string name) => name switch
    {
        "Clinic" => Clinic,
        "Graph" => Graph.Genome,
        "Desk" => DeskGenome.Genome,
        "Booking" => Booking.Genome,
        _ => Everything.Genome,
    };

    public static BoundField Field(
        string name, FieldType type, bool required = false, FieldConstraints? constraints = null, string? defaultValue = null,
        Server onCreate = Server.None, Server onUpdate = Server.None, string description = "", string? example = null) =>
        new(name, type, required, constraints ?? FieldConstraints.None, defaultValue, onCreate, onUpdate, description, example);

    public static BoundEnum Enum(string name, string description, params string[] members) =>
        new(name, description, members.Select(member => new BoundEnumMember(member, "")).ToEquatableArray());

    public static BoundEntity Entity(
        string name, EntityRole role, string description, BoundField[] fields, BoundIndex[]? uniques = null, BoundIndex[]? indexes = null, string? className = null) =>
        new(name, className ?? name, name + "s", description, role, fields.ToEquatableArray(), (uniques ?? []).ToEquatableArray(), (indexes ?? []).ToEquatableArray());

    public static BoundCapability Capability(string name, string[] roles, params (string Entity, Operations Operations)[] grants) =>
        new(name, "", roles.ToEquatableArray(), grants.Select(grant => new BoundGrant(grant.Entity, grant.Operations)).ToEquatableArray());

    public static BoundGenome Make(string name, BoundVocabulary vocabulary, BoundEntity[] entities, BoundCapability[] capabilities, params string[] roles)
    {
        var ordered = entities.OrderBy(entity => entity.Name, StringComparer.Ordinal).ToList();
        var app = new BoundApp(
            name, name, "Appointments and records.", "1.0", Contact: null,
            ordered.Single(entity => entity.Role == EntityRole.Tenant).Name, ordered.SingleOrDefault(entity => entity.Role == EntityRole.Member)?.Name,
            roles.Select(role => new BoundRole(role, "")).ToEquatableArray());
        var outlines = ordered.Select(entity => new EntityOutline(entity.Name, entity.ClassName, entity.Plural, entity.Role) { Owner = entity.Owner }).ToEquatableArray();
        return new BoundGenome(new GenomeOutline(app, vocabulary, outlines, capabilities.ToEquatableArray()), ordered.ToEquatableArray());
    }
}
