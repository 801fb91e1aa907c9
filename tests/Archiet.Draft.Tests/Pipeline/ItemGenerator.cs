using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Genome;
using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>Items as no reader should give them: hostile names, references to nothing, contradictions, invented sentences.</summary>
internal static class ItemGenerator
{
    private static readonly string[] Names =
    [
        "Order", "orders", "Customer", "customer", "Order line", "order_line", "Store", "User", "Task", "File", "class", "namespace", "Id", "version", "tenant", "Fields", "OrderFields", "OrderRules",
        "null", "true", "../../etc/passwd", "!!python/object", "&anchor", "*alias", "a: b", "\"quoted\"", "'single'", "# comment", "{ flow: map }", "[list]", "line\nbreak", "tab\tbed", "\u202Egnirts", "\u0000", "\uD800",
        "\uFFFD", "café", "naïve Übung", "日本語", "2FA code", "123", "", " ", "-", "status", "state", "createdBy", "created_at", "customerId", "Equals", "GetHashCode", "xmin", "Check", "email", "phone number",
        "total amount", "Model", "Set", "Add", "Entry", "Database", "TenantFilter", new string('x', 300), string.Concat(Enumerable.Repeat("very long name ", 25)), "user", "role", "Person", "people", "statuses",
    ];

    private static readonly string[] Types = ["string", "text", "int", "decimal(12,2)", "decimal(99,3)", "decimal", "date", "timestamp", "enum", "unknown", "Order", "Customer", "bool", "json", "bytes", "uuid", "!!binary", ""];

    private static readonly string[] Verbs = ["list", "read", "create", "update", "delete", "manage", "approve", "place", "cancel", "", "restore", "run: [x]"];

    private static readonly string[] Conditions = ["", "", "their own", "assigned to them", "published", "\"; DROP"];

    private static readonly string[] Expressions = ["", "this.total >= 0", "this.nothing > 1", "true", "1 == 1", "this.customer.name != null", "\" unclosed", "now() > now()", "size(this.orderLines) > 0", "this.total < 0 && this.total > 0"];

    /// <summary>A document whose every sentence speaks of every name, so that all that is found counts as said.</summary>
    public static ProseDocument Talkative { get; } = new(
        "docs/talk.md",
        Enumerable.Range(1, 15).Select(static number => new Sentence(
            $"S{number:0000}", SentenceKind.Paragraph, string.Join(' ', Names.Concat(Verbs).Select(static name => name.ReplaceLineEndings(" "))), number, EquatableArray<string>.Empty) { Hash = $"hash{number}" }).ToEquatableArray(),
        EquatableArray<Redaction>.Empty, EquatableArray<Stripped>.Empty, "0123");

    /// <summary>What most items are about, so that much is about the same.</summary>
    private static readonly string[] Things = ["Order", "orders", "Customer", "Order line", "order_line", "Store", "Task", "File", "Person"];

    private static readonly string[] People = ["user", "role", "class"];

    /// <summary>Many items; things and people that they are about are mostly declared.</summary>
    public static Gen<DraftItem[]> Items { get; } =
        from count in Gen.Choose(0, 60)
        from items in Gen.ArrayOf(Item(), count)
        from isDeclared in Gen.Elements(true, true, false)
        select isDeclared ? [.. Things.Select(static DraftItem (name) => new EntityItem(name, "", Certainty.Unknown, Certainty.Unknown, Basis.Stated, First)), .. People.Select(static DraftItem (name) => new RoleItem(name, "", Basis.Stated, First)), .. items] : items;

    private static EquatableArray<string> First => EquatableArray.Of("S0001");

    private static Gen<string> Name { get; } = Gen.Elements(Names);

    private static Gen<string> Thing { get; } = Gen.Frequency((4, Gen.Elements(Things)), (1, Gen.Elements(Names)));

    private static Gen<string> Somebody { get; } = Gen.Frequency((4, Gen.Elements(People)), (1, Gen.Elements(Names)));

    private static Gen<Certainty> Certainties { get; } = Gen.Elements(Certainty.Unknown, Certainty.No, Certainty.Yes);

    private static Gen<Basis> Bases { get; } = Gen.Elements(Basis.Stated, Basis.Stated, Basis.Implied, Basis.Assumed);

    private static Gen<EquatableArray<string>> Evidence { get; } =
        from count in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 3)))
        from ids in Gen.ArrayOf(Gen.Elements("S0001", "S0002", "S0003", "S0005", "S0007", "S0010", "S0012", "S0015", "S9999", "nonsense"), count)
        select ids.ToEquatableArray();

    private static Gen<EquatableArray<string>> Some { get; } =
        from count in Gen.Choose(0, 4)
        from names in Gen.ArrayOf(Gen.Elements(Names), count)
        select names.ToEquatableArray();

    private static Gen<DraftItem> Item() => Gen.OneOf(
        from name in Name from basis in Bases from evidence in Evidence select (DraftItem)new RoleItem(name, name, basis, evidence),
        from name in Name from tenant in Certainties from member in Certainties from aliases in Some from basis in Bases from evidence in Evidence
        select (DraftItem)new EntityItem(name, name, tenant, member, basis, evidence) { Aliases = aliases },
        Field(), Field(),
        Relationship(), Relationship(),
        from role in Somebody from verb in Gen.Elements(Verbs) from entity in Thing from condition in Gen.Elements(Conditions) from basis in Bases from evidence in Evidence
        select (DraftItem)new PermissionItem(role, verb, entity, condition, basis, evidence),
        from entity in Thing from name in Name from check in Gen.Elements(Expressions) from basis in Bases from evidence in Evidence
        select (DraftItem)new RuleItem(entity, name, check, name, basis, evidence),
        from entity in Thing from field in Gen.Elements("status", "", "state", "class") from state in Name from initial in Certainties from basis in Bases from evidence in Evidence
        select (DraftItem)new StateItem(entity, field, state, initial, basis, evidence),
        from entity in Thing from name in Gen.Elements(Verbs) from origin in Name from target in Name from role in Somebody from basis in Bases from evidence in Evidence
        select (DraftItem)new TransitionItem(entity, name, origin, target, role, basis, evidence),
        from code in Gen.Elements("CARD", "nonsense", "RULE") from about in Name from ask in Name from options in Some from basis in Bases from evidence in Evidence
        select (DraftItem)new QuestionItem(code, about, ask, options, basis, evidence),
        from name in Name from evidence in Evidence select (DraftItem)new ScreenItem(name, name, name, Basis.Stated, evidence),
        from name in Name from evidence in Evidence select (DraftItem)new ComplianceItem(name, name, Basis.Stated, evidence));

    private static Gen<DraftItem> Relationship() =>
        from origin in Thing from target in Thing from name in Gen.Frequency((3, Gen.Constant("")), (1, Name)) from required in Certainties from basis in Bases from evidence in Evidence
        from kind in Gen.Elements(RelationshipKind.Unknown, RelationshipKind.Reference, RelationshipKind.OwnedBy, RelationshipKind.ManyToMany)
        select (DraftItem)new RelationshipItem(origin, target, kind, name, required, basis, evidence);

    private static Gen<DraftItem> Field() =>
        from entity in Thing
        from name in Name
        from type in Gen.Elements(Types)
        from required in Certainties
        from unique in Certainties
        from values in Gen.OneOf(Gen.Constant(EquatableArray<string>.Empty), Some)
        from classification in Gen.Elements("", "", "personal", "secret", "nonsense")
        from max in Gen.Elements("", "20", "-1", "99999999999", "many")
        from basis in Bases
        from evidence in Evidence
        select (DraftItem)new FieldItem(entity, name, type, required, values, classification, name, basis, evidence) { Unique = unique, Max = max };
}
