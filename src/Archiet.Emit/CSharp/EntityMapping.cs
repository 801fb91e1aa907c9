using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What Entity Framework must be told beyond what the runtime maps for every entity: converters, values, references, indexes and checks.</summary>
internal static class EntityMapping
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        var name = CSharpText.Identifier(entity.ClassName);
        source.Line().Open($"static void {names["IMapped"]}<{name}>.Map({names["EntityTypeBuilder"]}<{name}> entity)").Line($"entity.Key({entity.Table.PrimaryKey:literal});");
        foreach (var field in entity.Fields.Where(field => field is { Group: < 0, TypeName: not null, HasColumn: true }))
        {
            source.Line($"entity.Converted({field.Member:literal}, typeof({field.TypeName}Converter));");
        }
        foreach (var group in entity.Groups)
        {
            Value(source, entity, group);
        }
        foreach (var field in entity.Fields)
        {
            if (field.Reference is { } reference)
            {
                source.Line(
                    $"entity.Reference(typeof({reference.ClassName:name}), {reference.Navigation:literal}, {field.Member:literal}, required: {Boolean(field.Required)}, {names.Static("OnDelete")}.{reference.OnDelete.ToString()}, {reference.ForeignKey:literal});");
            }
        }
        EntityAccess.Mapping(source, entity);
        foreach (var field in entity.Fields.Where(field => field.Computed is { IsStored: true }))
        {
            source.Line($"entity.Computed({field.Member:literal}, {field.Computed!.Sql:literal});");
        }
        foreach (var field in entity.Fields.Where(field => field.Store.Default is not null))
        {
            source.Line($"entity.Default({field.Member:literal}, {field.Store.Default!:literal});");
        }
        foreach (var index in entity.Known.Indexes)
        {
            source.Write($"entity.{EntityAccess.IndexMethod(index)}({index.Name:literal}, unique: {Boolean(index.Unique)}");
            if (index.Where is { } where)
            {
                source.Write($", {where:literal}");
            }
            if (index.Descending.Count > 0)
            {
                source.Write($", {EntityAccess.Directions(index)}");
            }
            foreach (var column in index.Columns)
            {
                source.Write($", {MemberOf(entity, column):literal}");
            }
            source.Line(");");
        }
        foreach (var check in entity.Known.Checks)
        {
            source.Line($"entity.Check({check.Name:literal}, {check.Sql:literal});");
        }
        source.Close();
    }

    private static void Value(SourceWriter source, EntityModel entity, GroupModel group)
    {
        source.Line($"var {group.Name}Columns = entity.Value(typeof({group.TypeName:name}), {group.Member:literal}, required: {Boolean(group.Required)});");
        for (var at = group.First; at < group.First + group.Count; at++)
        {
            var field = entity.Fields[at];
            var store = field.Store;
            source.Write($"{group.Name}Columns.Column({field.Member:literal}, {field.Column:literal}, {store.StoreType:literal}, required: {Boolean(field.Required)}");
            if (field.TypeName is { } type)
            {
                source.Write($", typeof({type}Converter)");
            }
            if (store.MaxLength > 0)
            {
                source.Write($", maxLength: {store.MaxLength}");
            }
            if (store.Precision > 0)
            {
                source.Write($", precision: {store.Precision}, scale: {store.Scale}");
            }
            source.Line(");");
        }
    }

    /// <summary>The property behind a column of an index.</summary>
    private static string MemberOf(EntityModel entity, string column) => column switch
    {
        "tenant_id" => "TenantId",
        "id" => "Id",
        "account_id" => "AccountId",
        "deleted_by_id" => "DeletedById",
        _ when entity.Owner is { } owner && owner.Column == column => owner.Member,
        _ => FieldOf(entity, column).Member,
    };

    private static FieldModel FieldOf(EntityModel entity, string column)
    {
        foreach (var field in entity.Fields)
        {
            if (field.Group < 0 && field.Column == column)
            {
                return field;
            }
        }
        throw new InvalidOperationException("No field of " + entity.Name + " has the column '" + column + "' of an index.");
    }

    private static string Boolean(bool value) => value ? "true" : "false";
}
