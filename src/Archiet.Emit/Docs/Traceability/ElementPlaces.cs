using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Where an element of the genome is found in what is emitted: the endpoints that serve it, the tables and columns that hold it.</summary>
internal sealed class ElementPlaces(GenomeModel model)
{
    private const string Api = "/api";

    /// <summary>The places of an element, by its path; none for what is found in documents alone.</summary>
    public IEnumerable<string> Of(string path)
    {
        var keys = path.Split('.');
        if (keys.Length == 1 || Find(keys[0]) is not null)
        {
            return Find(keys[0]) is { } entity ? OfEntity(entity, keys) : [];
        }
        return keys[0] switch
        {
            "roles" => ["permissions.md"],
            "capabilities" => keys.Length > 3 && Find(keys[3]) is { } granted ? Endpoints(granted).Append("permissions.md") : ["permissions.md"],
            "operations" => model.App.Operations.Where(operation => operation.Name == keys[1]).Select(static operation => "POST " + Api + "/operations" + operation.Route),
            "enums" or "types" or "values" => model.Entities.SelectMany(entity => OfType(entity, keys[1])),
            _ => [],
        };
    }

    /// <summary>Every path of the genome that should come from somewhere, in the order of the model.</summary>
    public IEnumerable<string> All() =>
        model.App.Roles.Select(static role => "roles." + role.Name)
            .Concat(model.Entities.SelectMany(static entity => Members(entity).Prepend(entity.Name)))
            .Concat(model.App.Operations.Select(static operation => "operations." + operation.Name));

    private static IEnumerable<string> Members(EntityModel entity) =>
        entity.Fields.Select(field => field.Group < 0 ? field.Name : entity.Groups[field.Group].Name).Distinct(StringComparer.Ordinal)
            .Concat(entity.Children.Select(static children => children.Name))
            .Concat(entity.Links.Select(static link => link.Name))
            .Select(name => entity.Name + ".fields." + name)
            .Concat((entity.Lifecycle?.Transitions ?? default).Select(transition => entity.Name + ".lifecycle.transitions." + transition.Name));

    private EntityModel? Find(string name) => model.Entities.FirstOrDefault(entity => entity.Name == name);

    private IEnumerable<string> OfEntity(EntityModel entity, string[] keys) => keys switch
    {
        [_, "fields", var field, ..] => OfField(entity, field),
        [_, "lifecycle", "transitions", var name, ..] =>
            (entity.Lifecycle?.Transitions ?? default).Where(transition => transition.Name == name).Select(transition => "POST " + Api + entity.Resource.Route + "/{id}/" + transition.Route),
        [_, "rules", var name, ..] => [entity.Rules.FirstOrDefault(rule => rule.Member == Naming.Pascal(name))?.Constraint ?? entity.Table.Name],
        [_] => Endpoints(entity).Append(entity.Table.Name),
        _ => [entity.Table.Name],
    };

    private IEnumerable<string> OfField(EntityModel entity, string name)
    {
        var columns = entity.Fields.Where(field => field.HasColumn && (field.Group < 0 ? field.Name : entity.Groups[field.Group].Name) == name).Select(field => Column(entity, field));
        var children = entity.Children.Where(children => children.Name == name).Select(children => Find(children.Entity)?.Table.Name ?? children.Entity);
        var links = entity.Links.Where(link => link.Name == name).SelectMany(link => new[] { Api + entity.Resource.Route + "/{id}" + link.Route, link.Table.Name });
        return Endpoints(entity).Concat(columns).Concat(children).Concat(links);
    }

    private static IEnumerable<string> OfType(EntityModel entity, string type) =>
        entity.Fields.Where(field => field.HasColumn && (field.Group < 0 ? field.TypeName : entity.Groups[field.Group].TypeName) == type).Select(field => Column(entity, field));

    /// <summary>Owned rows are served with their owner's; what nobody may do is served nowhere.</summary>
    private IEnumerable<string> Endpoints(EntityModel entity) =>
        entity.Owner is { } owner ? Find(owner.Entity) is { } found ? Endpoints(found) : []
        : entity.Resource.IsServed ? [Api + entity.Resource.Route]
        : [];

    private static string Column(EntityModel entity, FieldModel field) => entity.Table.Name + "." + field.Column;
}
