using Archiet.Genome.Expressions;

namespace Archiet.Genome.Binding;

/// <summary>Follows paths through the fields of entities, and keeps the shapes on the way.</summary>
internal sealed class ShapeWalk
{
    private readonly EntityShapes shapes;
    private readonly EntityShape start;
    private readonly SortedDictionary<string, EntityShape> reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityShape> children = new(StringComparer.Ordinal);

    public ShapeWalk(EntityShapes shapes, EntityShape start)
    {
        this.shapes = shapes;
        this.start = start;
        reached.Add(start.Name, start);
    }

    /// <summary>All shapes on the paths. What begins with no root begins with a child, which some variable stands for.</summary>
    public EquatableArray<EntityShape> Follow(List<string[]> paths)
    {
        foreach (var path in paths)
        {
            if (RootOf(path[0]) is { } root)
            {
                Follow(root, path);
            }
        }
        var known = 0;
        while (known < children.Count)
        {
            known = children.Count;
            foreach (var child in children.Values.ToArray())
            {
                foreach (var path in paths)
                {
                    Follow(child, path);
                }
            }
        }
        return reached.Values.ToEquatableArray();
    }

    private EntityShape? RootOf(string word) => word switch
    {
        "this" => start,
        "user" => shapes.MemberEntity is { } member ? shapes.FindEntity(member) : null,
        "tenant" => shapes.FindEntity(shapes.TenantEntity),
        _ => null,
    };

    private void Follow(EntityShape from, string[] path)
    {
        var shape = from;
        reached[shape.Name] = shape;
        for (var step = 1; step < path.Length; step++)
        {
            if (shape.Find(path[step]) is not { Type: { Kind: FieldKind.Reference, Name: { } target } } field || shapes.FindEntity(target) is not { } next)
            {
                return;
            }
            shape = next;
            reached[shape.Name] = shape;
            if (field.Multiplicity == FieldMultiplicity.OwnedChildren)
            {
                children[shape.Name] = shape;
            }
        }
    }
}
