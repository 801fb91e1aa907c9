using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The named types of an app: text types, values and enums, with the names and converters that go with them.</summary>
public static class VocabularyEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.CodeDom.Compiler", "System.Text.Json", "System.Text.Json.Serialization", "Archiet", "Microsoft.EntityFrameworkCore.Storage.ValueConversion",
    ];

    /// <summary>The source <c>Vocabulary.g.cs</c>.</summary>
    public static GeneratedFile Emit(AppModel app)
    {
        var vocabulary = app.Vocabulary;
        var source = FileHeader.Begin(app.Name, vocabulary.Namespace, Usings);
        var names = new TypeNames(vocabulary.Namespace, vocabulary.Shadowed, []);
        var mark = FileHeader.MarkBeside(names);
        foreach (var type in vocabulary.Texts)
        {
            TextTypeEmitter.Write(source, type, names, mark);
        }
        foreach (var value in vocabulary.Values)
        {
            Value(source, value, vocabulary, mark);
        }
        foreach (var choice in vocabulary.Enums)
        {
            Enum(source, choice, names, mark);
        }
        return source.ToFile("Vocabulary.g.cs");
    }

    private static void Value(SourceWriter source, ValueModel value, VocabularyModel vocabulary, string mark)
    {
        var names = new TypeNames(vocabulary.Namespace, vocabulary.Shadowed, value.Fields.Select(field => field.Member));
        var name = CSharpText.Identifier(value.Name);
        source
            .Summary(value.Description, "A value: " + Naming.Words(value.Name) + ".")
            .Line(mark)
            .Open("public sealed partial record " + name);
        foreach (var field in value.Fields)
        {
            EntityProperties.Write(source, field, names);
            source.Line();
        }
        source
            .Wrapped("internal static " + name + " Blank() => new() { ", EntityProperties.Blanks(value.Fields).DefaultIfEmpty(""), ", ", " };")
            .Close()
            .Line();
    }

    private static void Enum(SourceWriter source, EnumModel choice, TypeNames names, string mark)
    {
        var name = CSharpText.Identifier(choice.Name);
        // Within the class of its names an enum that is called so would be hidden.
        var json = choice.Name == "Json" ? "JsonOfNames" : "Json";
        source.Summary(choice.Description, "A choice: " + Naming.Words(choice.Name) + ".").Line(mark)
            .Line(Json(choice.Name + "Names." + json, names)).Open("public enum " + name);
        for (var at = 0; at < choice.Members.Count; at++)
        {
            var member = choice.Members[at];
            if (at > 0)
            {
                source.Line();
            }
            source.Summary(member.Description, "<c>" + CSharpText.Escape(member.Name) + "</c>.").Line(CSharpText.Identifier(member.Member) + ",");
        }
        source.Close().Line();
        source
            .Line(mark)
            .Open("internal static class " + choice.Name + "Names")
            .Wrapped("public static " + names["Choices"] + " All { get; } = new(", choice.Members.Select(member => CSharpText.Literal(member.Name)), ", ", ");")
            .Line()
            .Line("public static string? Of(" + name + "? value) => value is { } member ? All.Names[(int)member] : null;")
            .Line()
            .Line("internal sealed class " + json + "() : " + names["ChoiceJsonConverter"] + "<" + name + ">(All);")
            .Close()
            .Line();
        Converter(source, choice.Name, names, mark, "value => " + choice.Name + "Names.All.Names[(int)value], text => (" + name + ")" + choice.Name + "Names.All.Find(text)");
    }

    /// <summary>The attribute by which code of the user's own makes the same JSON of a type as the API.</summary>
    internal static string Json(string converter, TypeNames names) => "[" + names.Attribute("JsonConverter") + "(typeof(" + converter + "))]";

    internal static void Converter(SourceWriter source, string type, TypeNames names, string mark, string expressions) => source
        .Line(mark)
        .Line("internal sealed class " + type + "Converter() : " + names["ValueConverter"] + "<" + CSharpText.Identifier(type) + ", string>(" + expressions + ");")
        .Line();
}
