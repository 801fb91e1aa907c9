using Archiet.Draft.Items;
using Archiet.Draft.Passes;

namespace Archiet.Draft.Wire.Shapes;

/// <summary>Which kinds of items a pass asks for.</summary>
internal static class PassShapes
{
    /// <summary>The kinds of a pass that reads the document.</summary>
    public static IReadOnlyList<ItemShape> Of(DraftPass pass) => pass switch
    {
        DraftPass.Vocabulary => [ItemShapes.Roles, ItemShapes.Entities],
        DraftPass.Fields => [ItemShapes.Fields],
        DraftPass.Relationships => [ItemShapes.Relationships],
        DraftPass.Permissions => [ItemShapes.Permissions],
        DraftPass.Behaviour => [ItemShapes.Rules, ItemShapes.States, ItemShapes.Transitions],
        DraftPass.Screens => [ItemShapes.Screens],
        DraftPass.Compliance => [ItemShapes.Compliance],
        DraftPass.Questions => [ItemShapes.Questions],
        _ => throw new ArgumentOutOfRangeException(nameof(pass), pass, "A repair asks for the kinds of what was refused."),
    };

    /// <summary>The kind of an item.</summary>
    public static ItemShape Of(DraftItem item) => ItemShapes.All.First(shape => shape.Holds(item));
}
