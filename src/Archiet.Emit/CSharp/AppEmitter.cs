using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The app: what the runtime finds by type, and the two calls of the user's Program.cs.</summary>
public static class AppEmitter
{
    private static readonly string[] Usings = ["System", "System.CodeDom.Compiler", "Archiet"];

    /// <summary>The source <c>App.g.cs</c>.</summary>
    public static GeneratedFile Emit(AppModel app, AppExamples examples)
    {
        var type = app.Name + "App";
        var source = FileHeader.Begin(app.Name);
        CrossTenant(source, app);
        source.Open("namespace " + CSharpText.Namespace(app.Namespace));
        FileHeader.Usings(source, Usings)
            .Line("/// <summary>The app as its genome describes it: its entities, who may do what with them, and what its database must have seen.</summary>")
            .Line(FileHeader.Mark)
            .Open("internal sealed partial class " + type + " : IArchietApp<" + type + ">")
            .Line("static string IArchietApp<" + type + ">.Name => " + CSharpText.Literal(app.Name) + ";")
            .Line();
        AppGrants.Write(source, app, type);
        Entities(source.Line(), app, examples, type);
        Operations(source, app, type);
        OpenApi(source.Line(), app, type);
        History(source.Line(), type);
        source.Close().Close().Line();
        Extensions(source, app);
        return source.ToFile("App.g.cs");
    }

    /// <summary>What the genome says of code that works across tenants: the analyzers hold the code to it, and it to the code.</summary>
    private static void CrossTenant(SourceWriter source, AppModel app)
    {
        foreach (var named in app.CrossTenant)
        {
            source.Line("[assembly: global::Archiet.CrossTenantCapability(" + CSharpText.Literal(named.Capability) + ", " + CSharpText.Literal(named.Member) + ")]");
        }
        if (app.CrossTenant.Count > 0)
        {
            source.Line();
        }
    }

    private static void Entities(SourceWriter source, AppModel app, AppExamples examples, string type)
    {
        source.Line("static void IArchietApp<" + type + ">.Describe(EntityMap map) => map").Indent();
        for (var at = 0; at < app.Entities.Count; at++)
        {
            var entity = app.Entities[at];
            var argument = entity.Role switch
            {
                EntityRole.Tenant => CSharpText.Literal(examples.Tenant),
                EntityRole.Member => CSharpText.Literal(examples.Member ?? "{}"),
                _ => "",
            };
            var method = entity.IsOwned ? "Owned" : entity.Role == EntityRole.Ordinary ? "Entity" : entity.Role.ToString();
            source.Line("." + method + "<" + FullName(app, entity) + ">(" + argument + ")" + (at == app.Entities.Count - 1 ? ";" : ""));
        }
        source.Unindent();
    }

    private static void Operations(SourceWriter source, AppModel app, string type)
    {
        if (app.Operations.Count == 0)
        {
            return;
        }
        source.Line().Line("static void IArchietApp<" + type + ">.DescribeOperations(OperationMap map) => map").Indent();
        for (var at = 0; at < app.Operations.Count; at++)
        {
            var operation = app.Operations[at];
            var name = "global::" + CSharpText.Namespace(app.OperationsNamespace) + "." + CSharpText.Identifier(operation.ClassName);
            var input = operation.Input.IsEmpty ? "NoInput" : name + ".Input";
            var output = operation.Output.IsEmpty ? "NoOutput" : name + ".Output";
            source.Line(".Operation<" + name + ", " + input + ", " + output + ">(" + string.Join(", ", operation.Roles.Select(CSharpText.Literal)) + ")"
                + (at == app.Operations.Count - 1 ? ";" : ""));
        }
        source.Unindent();
    }

    private static void OpenApi(SourceWriter source, AppModel app, string type)
    {
        var parts = app.Entities.Select(entity => Sharding.ShardOf(entity.Name)).Distinct().OrderBy(shard => shard)
            .Select(shard => "DescribeApi" + Sharding.Number(shard)).Prepend("DescribeApiFrame").ToList();
        source.Open("static void IArchietApp<" + type + ">.DescribeApi(OpenApiParts parts)");
        foreach (var part in parts)
        {
            source.Line(part + "(parts);");
        }
        source.Close();
        foreach (var part in parts)
        {
            source.Line().Line("static partial void " + part + "(OpenApiParts parts);");
        }
    }

    private static void History(SourceWriter source, string type) => source
        .Line("static void IArchietApp<" + type + ">.DescribeHistory(HistoryMap map) => DescribeHistory(map);")
        .Line()
        .Line("static partial void DescribeHistory(HistoryMap map);");

    private static void Extensions(SourceWriter source, AppModel app)
    {
        var prefix = "global::" + CSharpText.Namespace(app.Namespace) + "." + app.Name;
        var types = "<" + prefix + "App, " + prefix + "Context>";
        source.Open("namespace Microsoft.AspNetCore.Builder");
        FileHeader.Usings(source, "System.CodeDom.Compiler", "Archiet")
            .Line("/// <summary>What Program.cs calls.</summary>")
            .Line(FileHeader.Mark)
            .Open("internal static class " + app.Name + "Extensions")
            .Line("/// <summary>Adds the app that the genome describes: its data, its people and what its endpoints need.</summary>")
            .Line("public static WebApplicationBuilder AddArchiet(this WebApplicationBuilder builder) => ArchietHost.Add" + types + "(builder);")
            .Line()
            .Line("/// <summary>Maps the endpoints that the genome describes.</summary>")
            .Line("public static WebApplication MapArchiet(this WebApplication app) => ArchietHost.Map" + types + "(app);")
            .Close()
            .Close();
    }

    private static string FullName(AppModel app, EntityName entity) =>
        "global::" + CSharpText.Namespace(app.ModelNamespace) + "." + CSharpText.Identifier(entity.ClassName);
}
