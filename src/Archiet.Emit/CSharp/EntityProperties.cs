using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The properties of an entity or of a value's record.</summary>
internal static class EntityProperties
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        source
            .Line("/// <summary>Names the row within its tenant: a uuid of version 7, made by the app.</summary>")
            .Line($"public {names["Guid"]} Id {{ get; init; }}")
            .Line()
            .Line("/// <summary>The tenant that owns the row; set when the row is saved.</summary>")
            .Line($"public {names["Guid"]} TenantId {{ get; private set; }}");
        if (entity.Role == EntityRole.Member)
        {
            source
                .Line()
                .Line("/// <summary>The account that acts as this row, once there is one.</summary>")
                .Line($"public {names["Guid"]}? AccountId {{ get; private set; }}");
        }
        for (var at = 0; at < entity.Fields.Count; at++)
        {
            var field = entity.Fields[at];
            if (field is { HasColumn: false, Computed.Value: null })
            {
                // Other rows decide it: only a statement can tell.
                continue;
            }
            source.Line();
            if (field.Group < 0)
            {
                Write(source, field, names);
                continue;
            }
            var group = entity.Groups[field.Group];
            at += group.Count - 1;
            source.Summary(group.Description, "The " + Naming.Words(group.Name) + ".");
            Classified(source, group.Classification, names);
            if (field.IsWriteOnce)
            {
                var type = CSharpText.Identifier(group.TypeName) + (group.Required ? "" : "?");
                GivenOnce(source, type, group.Member, group.Required, group.Required ? names.Own(group.TypeName, group.Member) + ".Blank()" : "");
            }
            else
            {
                source.Line($"public {(group.Required ? "required " : "")}{group.TypeName:name}{(group.Required ? "" : "?")} {group.Member:name} {{ get; set; }}");
            }
        }
        EntityChildren.Properties(source, entity, names);
        EntityLinks.Properties(source, entity, names);
        EntityAccess.Properties(source, entity, names);
        source
            .Line()
            .Line("/// <summary>Changes with every write: the ETag.</summary>")
            .Line("public uint Version { get; private set; }");
    }

    /// <summary>The property of a field and, for a reference, that of the row behind it.</summary>
    public static void Write(SourceWriter source, FieldModel field, TypeNames names)
    {
        var type = names.Of(field) + (field.Required ? "" : "?");
        var member = CSharpText.Identifier(field.Member);
        Summary(source, field);
        Classified(source, field.Classification, names);
        if (field is { HasColumn: false, Computed.Value: { } value })
        {
            source.Line($"public {type} {member} => {FieldValue.Of(field, value, new CSharpScope(names, This: ""), names)};");
        }
        else if (field.Initial is { } initial)
        {
            source.Line($"public {type} {member} {{ get; private set; }} = {names.Own(field.TypeName!, field.Member)}.{initial.Member:name};");
        }
        else if (field.IsWriteOnce)
        {
            GivenOnce(source, type, field.Member, field is { Required: true, Default: null },
                field.Default is { } given ? DefaultValue.Of(field, given, names) : field.Required ? Blank(field) : "");
        }
        else if (field.IsServerSet)
        {
            source.Line($"public {type} {member} {{ get; private set; }}");
        }
        else
        {
            Settable(source, field, type, names);
        }
        if (field.Reference is { } reference)
        {
            source
                .Line()
                .Line($"/// <summary>The row behind <see cref=\"{member}\"/>, once it is loaded.</summary>")
                .Line($"public {reference.ClassName:name}? {reference.Navigation:name} {{ get; set; }}");
        }
    }

    private static void Summary(SourceWriter source, FieldModel field) =>
        source.Summary(field.Description, field.Description.Length > 0 ? "" : Said(field));

    /// <summary>What a property holds, as attributes. What is secret is in no JSON that code of the user's own makes of the row either.</summary>
    private static void Classified(SourceWriter source, Classification classification, TypeNames names)
    {
        if ((classification & Classification.Secret) != 0)
        {
            source.Line("[global::System.Text.Json.Serialization.JsonIgnore(Condition = global::System.Text.Json.Serialization.JsonIgnoreCondition.WhenWriting)]");
        }
        if (ClassificationText.Attributes(classification, names) is { } attributes)
        {
            source.Line(attributes);
        }
    }

    /// <summary>A property that anybody sets, without the row behind a reference.</summary>
    public static void WriteAlone(SourceWriter source, FieldModel field, TypeNames names)
    {
        Summary(source, field);
        Classified(source, field.Classification, names);
        var type = names.Of(field) + (field.Required ? "" : "?");
        Settable(source, field, type, names);
    }

    private static void Settable(SourceWriter source, FieldModel field, string type, TypeNames names)
    {
        if (field.Default is { } usual)
        {
            source.Line($"public {type} {field.Member:name} {{ get; set; }} = {DefaultValue.Of(field, usual, names)};");
        }
        else
        {
            source.Line($"public {(field.Required ? "required " : "")}{type} {field.Member:name} {{ get; set; }}");
        }
    }

    /// <summary>The field behind a property that is given once.</summary>
    public static string Given(string member) => "given" + member;

    // The data path fills rows that are made already: past the property, into the field behind it.
    private static void GivenOnce(SourceWriter source, string type, string member, bool required, string initial) => source
        .Line($"public {(required ? "required " : "")}{type} {member:name} {{ get => {Given(member)}; init => {Given(member)} = value; }}")
        .Line()
        .Line($"private {type} {Given(member)}{(initial is "" or "default" ? "" : " = " + initial)};");

    /// <summary>What a blank instance gives the required members that have no default, as an object initialiser's assignments.</summary>
    public static IEnumerable<string> Blanks(IEnumerable<FieldModel> fields) =>
        fields.Where(field => field is { Required: true, Default: null, IsServerSet: false }).Select(field => CSharpText.Identifier(field.Member) + " = " + Blank(field));

    // What the model knows of a field that the genome does not describe.
    private static string Said(FieldModel field) => (field.OnCreate, field.OnUpdate) switch
    {
        (_, ServerValue.Now) => "When the row was last written.",
        (_, ServerValue.User) => "The id of the " + Naming.Words(field.Reference?.Entity ?? "member") + " who last wrote the row.",
        (ServerValue.Now, _) => "When the row was made.",
        (ServerValue.User, _) => "The id of the " + Naming.Words(field.Reference?.Entity ?? "member") + " who made the row.",
        _ when field.Reference is { } target => "The id of the " + Naming.Words(target.Entity) + ".",
        _ when field.Kind == FieldKind.Bool => "Whether the row is <c>" + field.Name + "</c>.",
        _ => "The " + Naming.Words(field.Name) + ".",
    };

    private static string Blank(FieldModel field) => field.TypeName is not null ? "default" : field.Kind switch
    {
        FieldKind.String or FieldKind.Text or FieldKind.Email or FieldKind.Url => "\"\"",
        FieldKind.Bytes => "[]",
        _ => "default",
    };
}
