using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The entities of one shard: for each its class with what the generic endpoints and Entity Framework need, and the names of its fields as sets.</summary>
public static class EntityEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.CodeDom.Compiler", "System.Text.Json", "Archiet", "Microsoft.EntityFrameworkCore.Metadata.Builders",
    ];

    /// <summary>The source of a shard; its entities in the order given. A shard without entities has none.</summary>
    public static GeneratedFile? Emit(int shard, IReadOnlyList<EntityModel> entities)
    {
        if (entities.Count == 0)
        {
            return null;
        }
        var hasLists = entities.Any(entity => entity.Children.Count + entity.Links.Count > 0);
        var source = FileHeader.Begin(entities[0].AppName, entities[0].Namespace, hasLists ? [.. Usings, "System.Collections.Generic"] : Usings);
        var first = true;
        foreach (var entity in entities)
        {
            if (!first)
            {
                source.Line();
            }
            first = false;
            Write(source, entity);
        }
        return source.ToFile("Entities." + Sharding.Number(shard) + ".g.cs");
    }

    private static void Write(SourceWriter source, EntityModel entity)
    {
        var names = new TypeNames(entity.Namespace, entity.Shadowed, MembersOf(entity));
        var name = CSharpText.Identifier(entity.ClassName);
        source
            .Summary(entity.Description, "The " + Naming.Words(entity.Name) + ".")
            .Line(FileHeader.MarkBeside(names))
            .Open("public sealed partial class " + name + " : " + names["IMapped"] + "<" + name + ">");
        EntityProperties.Write(source, entity, names);
        EntityTableText.Write(source, entity, names);
        EntityAccessors.Write(source, entity, names);
        EntityMapping.Write(source, entity, names);
        EntityTransitions.Methods(source, entity, names);
        source.Close();
        EntityFields.Write(source.Line(), entity, names);
        EntityRules.Write(source, entity, names);
        EntitySeeds.Ids(source, entity, names);
        EntityConditions.Write(source, entity, names);
    }

    private static List<string> MembersOf(EntityModel entity)
    {
        List<string> members = ["Id", "TenantId", "Version"];
        foreach (var field in entity.Fields)
        {
            if (field.Group < 0)
            {
                members.Add(field.Member);
            }
            if (field is { Group: < 0, Reference: { } to })
            {
                members.Add(to.Navigation);
            }
        }
        members.AddRange(entity.Groups.Select(static group => group.Member));
        members.AddRange(entity.Children.Select(static children => children.Member));
        members.AddRange(entity.Links.Select(static link => link.Member));
        members.AddRange(entity.Owner is { } owner ? [owner.Member, owner.Navigation] : []);
        return members;
    }
}
