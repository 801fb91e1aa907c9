using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The context for the user's own queries, and the one method that states the whole model to it and to the snapshot.</summary>
public static class ContextEmitter
{
    private static readonly string[] Usings = ["System.CodeDom.Compiler", "Archiet", "Microsoft.EntityFrameworkCore"];

    /// <summary>The source <c>Context.g.cs</c>.</summary>
    public static GeneratedFile Emit(AppModel app)
    {
        var source = FileHeader.Begin(app.Name, app.Namespace, Usings);
        var context = app.Name + "Context";
        source
            .Line("/// <summary>The rows of the tenant in force, for queries of your own.</summary>")
            .Line(FileHeader.Mark)
            .Open("public sealed partial class " + context + "(DbContextOptions<" + context + "> options) : EntityContext(options)");
        foreach (var entity in app.Entities)
        {
            var type = "global::" + CSharpText.Namespace(app.ModelNamespace) + "." + CSharpText.Identifier(entity.ClassName);
            source
                .Line("/// <summary>The " + Naming.Words(entity.Plural) + " of the tenant in force.</summary>")
                .Line("public DbSet<" + type + "> " + SetName(app, entity) + " => Set<" + type + ">();")
                .Line();
        }
        source
            .Line(
                $$"""
                /// <inheritdoc/>
                protected override void OnModelCreating(ModelBuilder modelBuilder)
                {
                    {{app.Name}}Model.Configure(modelBuilder);
                    Extend(modelBuilder);
                    base.OnModelCreating(modelBuilder);
                }

                /// <summary>For what you add to the model: implement it in a partial class of your own. The database needs a migration for it.</summary>
                partial void Extend(ModelBuilder model);
                """)
            .Close()
            .Line()
            .Line("/// <summary>The model as the genome states it.</summary>")
            .Line(FileHeader.Mark)
            .Open("internal static class " + app.Name + "Model")
            .Line("/// <summary>States everything, so that the snapshot needs no conventions.</summary>")
            .Line("public static void Configure(ModelBuilder model) => EntityModel.Configure<" + app.Name + "App>(model);")
            .Close();
        return source.ToFile("Context.g.cs");
    }

    // What DbContext and EntityContext call their own members.
    private static string SetName(AppModel app, EntityName entity) => entity.Plural is "Model" or "Database" or "ChangeTracker" or "ContextId" or "Tenant" or "Set"
        || entity.Plural == app.Name + "Context" ? entity.Plural + "Set" : CSharpText.Identifier(entity.Plural);
}
