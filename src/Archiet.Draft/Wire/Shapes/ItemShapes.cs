using Archiet.Draft.Items;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Wire.Shapes;

/// <summary>Every kind of item on the wire.</summary>
internal static class ItemShapes
{
    private static readonly string[] Codes =
    [
        .. typeof(QuestionCodes).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Where(static code => code != QuestionCodes.Suspect),
    ];

    public static ItemShape Roles { get; } = new ItemShape<RoleItem>(
        "roles",
        static item => new(item.Text("name"), item.Text("description"), item.Basis, item.Evidence),
        Needed<RoleItem>("name", "the word of the document for this kind of user, singular", static item => item.Name),
        Text<RoleItem>("description", "what they do, in one sentence", static item => item.Description));

    public static ItemShape Entities { get; } = new ItemShape<EntityItem>(
        "entities",
        static item => new(item.Text("name"), item.Text("description"), item.Certainty("tenant"), item.Certainty("member"), item.Basis, item.Evidence) { Aliases = item.Texts("aliases") },
        Needed<EntityItem>("name", "the word of the document for what is kept, singular", static item => item.Name),
        Text<EntityItem>("description", "what it is, in one sentence", static item => item.Description),
        Texts<EntityItem>("aliases", "other words of the document for the same", static item => item.Aliases),
        Certain<EntityItem>("tenant", "whether it is the customer of the system, whose data no other customer sees", static item => item.IsTenant),
        Certain<EntityItem>("member", "whether its records are the people who sign in", static item => item.IsMember));

    public static ItemShape Fields { get; } = new ItemShape<FieldItem>(
        "fields",
        static item => new(
            item.Text("entity"), item.Text("name"), item.Choice("type"), item.Certainty("required"), item.Texts("values"), NoneIsNothing(item.Choice("classification")), item.Text("description"), item.Basis, item.Evidence)
        {
            Unique = item.Certainty("unique"),
            Max = item.Text("max"),
        },
        Needed<FieldItem>("entity", "one of the known entities", static item => item.Entity),
        Needed<FieldItem>("name", "the word of the document for this property; never another entity", static item => item.Name),
        Choice<FieldItem>("type", ItemWords.Types, ItemWords.Unknown, "unknown unless the document says it or leaves no other", static item => item.Type),
        Certain<FieldItem>("required", "whether it must be filled in", static item => item.Required),
        Certain<FieldItem>("unique", "whether no two records of a customer have the same", static item => item.Unique),
        Text<FieldItem>("max", "the longest text or the largest number, in digits, where the document says it", static item => item.Max),
        Texts<FieldItem>("values", "the values of an enum", static item => item.Values),
        Choice<FieldItem>("classification", ItemWords.Classifications, "none", "what kind of data it holds, where the document says it", static item => item.Classification.Length == 0 ? "none" : item.Classification),
        Text<FieldItem>("description", "what it means, in one sentence", static item => item.Description));

    public static ItemShape Relationships { get; } = new ItemShape<RelationshipItem>(
        "relationships",
        static item => new(item.Text("from"), item.Text("to"), item.Relationship("kind"), item.Text("name"), item.Certainty("required"), item.Basis, item.Evidence),
        Needed<RelationshipItem>("from", "the known entity that refers to the other, or is a part of it", static item => item.From),
        Needed<RelationshipItem>("to", "the known entity that is referred to, or owns the other", static item => item.To),
        Choice<RelationshipItem>(
            "kind", ItemWords.Relationships, ItemWords.Unknown, "reference: one of 'from' leads to one of 'to'; ownedBy: it lives and dies with it; manyToMany: each leads to many", static item => ItemWords.Of(item.Kind)),
        Text<RelationshipItem>("name", "what 'from' calls it, where that is not the name of 'to'", static item => item.Name),
        Certain<RelationshipItem>("required", "whether there must be one", static item => item.Required));

    public static ItemShape Permissions { get; } = new ItemShape<PermissionItem>(
        "permissions",
        static item => new(item.Text("role"), item.Text("verb"), item.Text("entity"), item.Text("condition"), item.Basis, item.Evidence),
        Needed<PermissionItem>("role", "one of the known roles", static item => item.Role),
        Needed<PermissionItem>("verb", "list, read, create, update, delete, or the document's own word for another action", static item => item.Verb),
        Needed<PermissionItem>("entity", "one of the known entities", static item => item.Entity),
        Text<PermissionItem>("condition", "the document's words that narrow it to some records", static item => item.Condition));

    public static ItemShape Rules { get; } = new ItemShape<RuleItem>(
        "rules",
        static item => new(item.Text("entity"), item.Text("name"), item.Text("expression"), item.Text("message"), item.Basis, item.Evidence),
        Needed<RuleItem>("entity", "one of the known entities", static item => item.Entity),
        Needed<RuleItem>("name", "a short name for the rule", static item => item.Name),
        Text<RuleItem>("expression", "a CEL expression over 'this' that is true when the rule holds; empty where that is not clear", static item => item.Expression),
        Text<RuleItem>("message", "the rule in the document's words", static item => item.Message));

    public static ItemShape States { get; } = new ItemShape<StateItem>(
        "states",
        static item => new(item.Text("entity"), item.Text("field"), item.Text("state"), item.Certainty("initial"), item.Basis, item.Evidence),
        Needed<StateItem>("entity", "one of the known entities", static item => item.Entity),
        Text<StateItem>("field", "the property that holds the state: 'status' where the document names none", static item => item.Field),
        Needed<StateItem>("state", "the document's word for the state", static item => item.State),
        Certain<StateItem>("initial", "whether a new record is in it", static item => item.IsInitial));

    public static ItemShape Transitions { get; } = new ItemShape<TransitionItem>(
        "transitions",
        static item => new(item.Text("entity"), item.Text("name"), item.Text("from"), item.Text("to"), item.Text("role"), item.Basis, item.Evidence),
        Needed<TransitionItem>("entity", "one of the known entities", static item => item.Entity),
        Needed<TransitionItem>("name", "the document's word for the step", static item => item.Name),
        Text<TransitionItem>("from", "the state before; empty where the document does not say", static item => item.From),
        Needed<TransitionItem>("to", "the state after", static item => item.To),
        Text<TransitionItem>("role", "the known role that takes it; empty where the document does not say", static item => item.Role));

    public static ItemShape Screens { get; } = new ItemShape<ScreenItem>(
        "screens",
        static item => new(item.Text("name"), item.Text("entity"), item.Choice("kind"), item.Basis, item.Evidence),
        Needed<ScreenItem>("name", "the document's word for the screen", static item => item.Name),
        Text<ScreenItem>("entity", "the known entity that it shows; empty for none", static item => item.Entity),
        Choice<ScreenItem>("kind", ItemWords.Screens, "other", "what it is", static item => item.Kind));

    public static ItemShape Compliance { get; } = new ItemShape<ComplianceItem>(
        "compliance",
        static item => new(item.Text("regime"), item.Text("description"), item.Basis, item.Evidence),
        Needed<ComplianceItem>("regime", "gdpr, hipaa, soc2, dora, eu-ai-act, or the document's own word for a law or a standard", static item => item.Regime),
        Text<ComplianceItem>("description", "what the document asks for, in one sentence", static item => item.Description));

    public static ItemShape Questions { get; } = new ItemShape<QuestionItem>(
        "questions",
        static item => new(item.Choice("code"), item.Text("about"), item.Text("ask"), item.Texts("options"), item.Basis, item.Evidence),
        Choice<QuestionItem>("code", Codes, QuestionCodes.Scope, "what the question is about", static item => item.Code),
        Text<QuestionItem>("about", "the known entity, or entity and property with a dot; empty where it is about the whole", static item => item.About),
        Needed<QuestionItem>("ask", "the question, in one whole sentence", static item => item.Ask),
        Texts<QuestionItem>("options", "answers to choose from; may be none", static item => item.Options));

    /// <summary>All of them, in the order of the passes.</summary>
    public static IReadOnlyList<ItemShape> All { get; } = [Roles, Entities, Fields, Relationships, Permissions, Rules, States, Transitions, Screens, Compliance, Questions];

    private static string NoneIsNothing(string classification) => classification == "none" ? "" : classification;

    private static ItemProperty<T> Text<T>(string name, string description, Func<T, string> value)
        where T : DraftItem => new(name, PropertyKind.Text, description, item => [value(item)]);

    private static ItemProperty<T> Needed<T>(string name, string description, Func<T, string> value)
        where T : DraftItem => Text(name, description, value) with { IsNeeded = true };

    private static ItemProperty<T> Texts<T>(string name, string description, Func<T, EquatableArray<string>> values)
        where T : DraftItem => new(name, PropertyKind.Texts, description, item => values(item));

    private static ItemProperty<T> Choice<T>(string name, IReadOnlyList<string> choices, string otherwise, string description, Func<T, string> value)
        where T : DraftItem => new(name, PropertyKind.Choice, description, item => [value(item)]) { Choices = choices, Otherwise = otherwise };

    private static ItemProperty<T> Certain<T>(string name, string description, Func<T, Certainty> value)
        where T : DraftItem => Choice<T>(name, ItemWords.Certainties, ItemWords.Unknown, description, item => ItemWords.Of(value(item)));
}
