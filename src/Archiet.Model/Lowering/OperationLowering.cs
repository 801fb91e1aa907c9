using System.Globalization;
using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Operations with handlers: their messages as C# and the API have them, who may run them, and the one question about the rows that an input names.</summary>
internal static class OperationLowering
{
    private const int FirstReference = 3;

    public static EquatableArray<UserOperationModel> Lower(OutlineIndex index) =>
        index.Outline.Operations.Select(operation => Lower(operation, index)).ToEquatableArray();

    private static UserOperationModel Lower(BoundOperation operation, OutlineIndex index)
    {
        var input = Message(operation.Input, "Input", index);
        return new UserOperationModel(
            operation.Name, Naming.Pascal(operation.Name), "/" + Naming.Kebab(operation.Name), operation.Description,
            input, Message(operation.Output, "Output", index), Exists(input, index), Roles(operation.Name, index.Outline))
        {
            Extensions = operation.Extensions,
        };
    }

    private static MessageModel Message(EquatableArray<BoundField> fields, string owner, OutlineIndex index) => new(
        fields.Select((field, at) => Field(field, at, owner, index)).ToEquatableArray(),
        fields.Select(field => ResourceLowering.Property(field, index)).ToEquatableArray());

    // What a request names is in no table: its references are asked for, not held by a foreign key.
    private static FieldModel Field(BoundField field, int at, string owner, OutlineIndex index)
    {
        var leaf = FieldLowering.Leaf(field, at, group: -1, prefix: null, owner, names: null, optional: false, index);
        return leaf.Reference is { } reference ? leaf with { Reference = reference with { ForeignKey = "" } } : leaf;
    }

    private static string? Exists(MessageModel input, OutlineIndex index)
    {
        var references = input.Fields.Select(field => field.Reference).OfType<ReferenceModel>().ToList();
        return references.Count == 0 ? null : "SELECT " + string.Join(", ", references.Select((reference, at) =>
        {
            var id = "$" + (FirstReference + at).ToString(CultureInfo.InvariantCulture);
            var live = index.Entity(reference.Entity).SoftDelete ? " AND \"deleted_at\" IS NULL" : "";
            return id + " IS NULL OR EXISTS (SELECT FROM \"" + reference.Table + "\" WHERE \"tenant_id\" = $1 AND \"id\" = " + id + live + ")";
        }));
    }

    private static EquatableArray<string> Roles(string operation, GenomeOutline outline)
    {
        var granted = new HashSet<string>(
            outline.Capabilities.Where(capability => capability.Run.Contains(operation)).SelectMany(capability => capability.Roles), StringComparer.Ordinal);
        return outline.App.Roles.Select(role => role.Name).Where(granted.Contains).ToEquatableArray();
    }
}
