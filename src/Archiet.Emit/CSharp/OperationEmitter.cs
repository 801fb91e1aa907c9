using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The operations of an app: for each the half of its class that is not the user's.</summary>
public static class OperationEmitter
{
    private static readonly string[] Usings = ["System", "System.CodeDom.Compiler", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "Archiet"];

    /// <summary>The source <c>Operations.g.cs</c>; an app without operations has none.</summary>
    public static GeneratedFile? Emit(AppModel app)
    {
        if (app.Operations.Count == 0)
        {
            return null;
        }
        var source = FileHeader.Begin(app.Name).Line("namespace " + CSharpText.Namespace(app.OperationsNamespace) + ";").Line();
        foreach (var name in OwnTypes(app))
        {
            source.Line("using " + CSharpText.Identifier(name) + " = global::" + CSharpText.Namespace(app.ModelNamespace) + "." + CSharpText.Identifier(name) + ";");
        }
        FileHeader.Usings(source, Usings);
        var first = true;
        foreach (var operation in app.Operations)
        {
            if (!first)
            {
                source.Line();
            }
            first = false;
            Write(source, app, operation);
        }
        return source.ToFile("Operations.g.cs");
    }

    // One by one: a name of the genome may also be one of the runtime's, and an alias wins.
    private static IEnumerable<string> OwnTypes(AppModel app) => app.Operations
        .SelectMany(operation => operation.Input.Fields.Concat(operation.Output.Fields))
        .Where(field => field.TypeName is not null)
        .SelectMany(field => field.Kind == FieldKind.Enum ? [field.TypeName!, field.TypeName + "Names"] : new[] { field.TypeName! })
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal);

    private static void Write(SourceWriter source, AppModel app, UserOperationModel operation)
    {
        var names = new TypeNames(app.ModelNamespace, app.Vocabulary.Shadowed, ["Input", "Output", "RunAsync"]);
        var name = CSharpText.Identifier(operation.ClassName);
        var input = operation.Input.IsEmpty ? names["NoInput"] : name + ".Input";
        var output = operation.Output.IsEmpty ? names["NoOutput"] : name + ".Output";
        var self = names["IOperation"] + "<" + name + ", " + input + ", " + output + ">";
        source
            .Summary(operation.Description, "The operation <c>" + operation.Name + "</c>.")
            .Line("/// <remarks>")
            .Line("/// The other half is yours: a partial class with the body of <c>RunAsync</c>, and a constructor for the services that it needs. It is made for each request, in the")
            .Line("/// caller's tenant, once the caller may run it, the input is valid and the rows that it names are there. Transactions are its own business.")
            .Line("/// </remarks>")
            .Line(FileHeader.MarkBeside(names))
            .Open("public sealed partial class " + name + " : " + self);
        Table(source, operation, self, names);
        Signature(source.Line(), operation, self, names);
        if (!operation.Input.IsEmpty)
        {
            Input(source.Line(), operation.Input, names);
        }
        if (!operation.Output.IsEmpty)
        {
            Output(source.Line(), operation.Output, names);
        }
        source.Close();
    }

    private static void Table(SourceWriter source, UserOperationModel operation, string self, TypeNames names)
    {
        source.Write($"static {names["OperationTable"]} {self}.Table {{ get; }} = new({operation.Name:literal}, {operation.Route:literal})");
        if (operation.Input.IsEmpty)
        {
            source.Line(";");
            return;
        }
        source.Line().Line("{").Indent().Line("Fields =").Line("[").Indent();
        foreach (var field in operation.Input.Fields)
        {
            EntityTableText.Field(source, field.Member, field, names);
            source.Line(",");
        }
        source.Unindent().Line("],");
        if (operation.Exists is { } exists)
        {
            source.Line("References =").Line("[").Indent();
            foreach (var field in References(operation.Input))
            {
                source.Line($"new({field.Position}, {"There is no such " + Naming.Words(field.Reference!.Entity) + ".":literal}),");
            }
            source.Unindent().Line("],").Line("Exists = " + CSharpText.Sql(exists) + ",");
        }
        source.Unindent().Line("};");
    }

    private static void Signature(SourceWriter source, UserOperationModel operation, string self, TypeNames names)
    {
        var task = names["ValueTask"] + (operation.Output.IsEmpty ? "" : "<Output>");
        var (caller, cancel) = (names["Caller"] + " caller", names["CancellationToken"] + " cancel");
        source.Line("/// <summary>Does it.</summary>");
        if (!operation.Input.IsEmpty)
        {
            source.Line("/// <param name=\"input\">What the request gives, checked.</param>");
        }
        source
            .Line("/// <param name=\"caller\">Who asks.</param>")
            .Line("/// <param name=\"cancel\">Ends when the caller goes away.</param>")
            .Line("/// <exception cref=\"global::Archiet.OperationRefused\">To be thrown where it is not done, with what the caller is told.</exception>")
            .Line("public partial " + task + " RunAsync(" + (operation.Input.IsEmpty ? "" : "Input input, ") + caller + ", " + cancel + ");");
        if (!operation.Input.IsEmpty && !operation.Output.IsEmpty)
        {
            return;
        }
        var input = operation.Input.IsEmpty ? names["NoInput"] + " input" : "Input input";
        var call = "RunAsync(" + (operation.Input.IsEmpty ? "" : "input, ") + "caller, cancel)";
        if (operation.Output.IsEmpty)
        {
            source
                .Line()
                .Open("async " + names["ValueTask"] + "<" + names["NoOutput"] + "> " + self + ".RunAsync(" + input + ", " + caller + ", " + cancel + ")")
                .Line("await " + call + ".ConfigureAwait(false);")
                .Line("return " + names.Static("NoOutput") + ".Value;")
                .Close();
        }
        else
        {
            source.Line().Line(task + " " + self + ".RunAsync(" + input + ", " + caller + ", " + cancel + ") => " + call + ";");
        }
    }

    private static void Input(SourceWriter source, MessageModel message, TypeNames outer)
    {
        var names = Within(message, outer);
        var self = names["IInput"] + "<Input>";
        source.Line("/// <summary>What a request gives.</summary>").Open("public sealed partial record Input : " + self);
        Properties(source, message, names);
        source
            .Line()
            .Wrapped("static Input " + self + ".Blank() => new() { ", EntityProperties.Blanks(message.Fields).DefaultIfEmpty(""), ", ", " };")
            .Line()
            .Open("static void " + names["IFields"] + "<Input>.Read(int field, ref " + names["FieldReader"] + " json, Input it)")
            .Open("switch (field)");
        foreach (var field in message.Fields)
        {
            EntityAccessors.ReadCall(source.Write($"case {field.Position}: it.{field.Member:name} = "), field, names).Line("; break;");
        }
        source.Close().Close().Line();
        var signature = "static void " + self + ".BindReferences(Input it, " + names["Parameters"] + " values)";
        var references = References(message).ToList();
        if (references.Count == 0)
        {
            source.Open(signature).Close();
        }
        else
        {
            source.Wrapped(signature + " => values", references.Select(field => ".Id(it." + CSharpText.Identifier(field.Member) + ")"), "", ";");
        }
        source.Close();
    }

    private static void Output(SourceWriter source, MessageModel message, TypeNames outer)
    {
        var names = Within(message, outer);
        source.Line("/// <summary>What a request is answered.</summary>").Open("public sealed partial record Output : " + names["IOutput"] + "<Output>");
        Properties(source, message, names);
        var writes = message.Fields.Select(field => "." + EntityAccessors.Call(field) + "(" + EntityAccessors.Utf8(field.Name) + ", "
            + EntityAccessors.Plain("it." + CSharpText.Identifier(field.Member), field, !field.Required, names) + ")");
        source
            .Line()
            .Line("static void " + names["IOutput"] + "<Output>.Write(Output it, " + names["OutputWriter"] + " json) => json")
            .Indent().Wrapped("", writes, "", ";").Unindent()
            .Close();
    }

    private static void Properties(SourceWriter source, MessageModel message, TypeNames names)
    {
        for (var at = 0; at < message.Fields.Count; at++)
        {
            if (at > 0)
            {
                source.Line();
            }
            EntityProperties.WriteAlone(source, message.Fields[at], names);
        }
    }

    private static IEnumerable<FieldModel> References(MessageModel message) => message.Fields.Where(field => field.Reference is not null);

    private static TypeNames Within(MessageModel message, TypeNames outer) => outer.With(message.Fields.Select(field => field.Member));
}
