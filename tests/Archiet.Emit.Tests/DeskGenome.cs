using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Kind = Archiet.Genome.Binding.FieldKind;

namespace Archiet.Emit.Tests;

/// <summary>A genome about who sees which rows and fields, in which order, and what becomes of deleted rows.</summary>
internal static class DeskGenome
{
    private const Operations All = Operations.List | Operations.Read | Operations.Create | Operations.Update | Operations.Delete | Operations.Restore;

    private static readonly ExpressionType AgentRow = new(ValueKind.Reference, "Agent"), CaseRow = new(ValueKind.Reference, "Case"), CustomerRow = new(ValueKind.Reference, "Customer");

    private static readonly RowExpression This = new(RowRoot.This, "", CaseRow, false), User = new(RowRoot.User, "", AgentRow, true);

    /// <summary><c>this.assignee == user</c>.</summary>
    public static BoundCheck Own { get; } = Check(new Comparison(ComparisonOperator.Equal, new FieldExpression(This, "assignee", AgentRow, true), User));

    /// <summary><c>this.customer.manager == user || this.state == 'closed'</c>.</summary>
    public static BoundCheck Managed { get; } = Check(new Junction(
        false,
        EquatableArray.Of<Expression>(
            new Comparison(ComparisonOperator.Equal, new FieldExpression(new FieldExpression(This, "customer", CustomerRow, false), "manager", AgentRow, true), User),
            new Comparison(
                ComparisonOperator.Equal,
                new FieldExpression(This, "state", new(ValueKind.Enum, "CaseState"), false), new Literal(new(ValueKind.Enum, "CaseState"), "closed"))),
        true));

    public static BoundGenome Genome { get; } = Make();

    private static BoundCheck Check(Expression tree) => new(tree, tree.ToString());

    private static BoundGenome Make()
    {
        var text = new FieldType(Kind.String);
        var made = Genomes.Make(
            "Desk",
            new BoundVocabulary(
                EquatableArray<BoundScalarType>.Empty, EquatableArray<BoundValueType>.Empty, EquatableArray.Of(Genomes.Enum("CaseState", "How far a case is.", "open", "closed"))),
            [
                Genomes.Entity("Agent", EntityRole.Member, "", [Genomes.Field("name", text, required: true, constraints: new(MaxLength: 40))]),
                Genomes.Entity("Office", EntityRole.Tenant, "", [Genomes.Field("name", text, required: true, constraints: new(MaxLength: 40))]),
                Genomes.Entity("Customer", EntityRole.Ordinary, "",
                [
                    Genomes.Field("name", text, required: true, constraints: new(MaxLength: 40)),
                    Genomes.Field("manager", new FieldType(Kind.Reference, "Agent", OnDelete: DeleteAction.SetNull)),
                ]) with
                {
                    SoftDelete = true,
                },
                Genomes.Entity("Case", EntityRole.Ordinary, "Something to be done for a customer.",
                [
                    Genomes.Field("title", text, required: true, constraints: new(MaxLength: 40)),
                    Genomes.Field("state", new FieldType(Kind.Enum, "CaseState"), required: true, defaultValue: "open"),
                    Genomes.Field("opened", new FieldType(Kind.Date), required: true),
                    Genomes.Field("priority", new FieldType(Kind.Int)),
                    Genomes.Field("customer", new FieldType(Kind.Reference, "Customer"), required: true),
                    Genomes.Field("assignee", new FieldType(Kind.Reference, "Agent", OnDelete: DeleteAction.SetNull)),
                    Genomes.Field("margin", new FieldType(Kind.Decimal, Precision: 10, Scale: 2)),
                    Genomes.Field("changedAt", new FieldType(Kind.Timestamp), required: true, onUpdate: Archiet.Genome.Binding.ServerValue.Now),
                ], uniques: [new BoundIndex("title", EquatableArray.Of("title"))]) with
                {
                    SoftDelete = true,
                    Order = EquatableArray.Of(new BoundSort("opened", true), new BoundSort("title", false)),
                    List = new(EquatableArray.Of("opened", "priority"), EquatableArray.Of("state", "assignee", "priority")),
                },
            ],
            [],
            "head", "agent", "guest");
        var capabilities = EquatableArray.Of(
            Capability("runTheDesk", ["head"], new BoundGrant("Case", All), new BoundGrant("Customer", All), new BoundGrant("Agent", All), new BoundGrant("Office", Operations.Read)),
            Capability("workOnCases", ["agent"],
                new BoundGrant("Case", Operations.List | Operations.Read | Operations.Update)
                {
                    Where = Own,
                    Fields = new(
                        EquatableArray.Of("title", "state", "opened", "priority", "customer", "assignee", "changedAt"), EquatableArray.Of("title", "state", "priority")),
                }),
            Capability("followCases", ["agent", "guest"],
                new BoundGrant("Case", Operations.List | Operations.Read) { Where = Managed, Fields = new(EquatableArray.Of("title", "state"), EquatableArray<string>.Empty) }));
        var outlines = made.Outline.Entities.Select(entity => entity with { SoftDelete = entity.Name is "Case" or "Customer" }).ToEquatableArray();
        return made with { Outline = made.Outline with { Capabilities = capabilities, Entities = outlines } };
    }

    private static BoundCapability Capability(string name, string[] roles, params BoundGrant[] grants) =>
        new(name, "", roles.ToEquatableArray(), grants.ToEquatableArray());
}
