using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The model snapshot: the same method as the context's, so that it costs nothing and can never be stale.</summary>
public static class SnapshotEmitter
{
    private static readonly string[] Usings =
        ["System.CodeDom.Compiler", "Archiet", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Infrastructure"];

    /// <summary>The source <c>ModelSnapshot.g.cs</c>.</summary>
    public static GeneratedFile Emit(AppModel app)
    {
        var source = FileHeader.Begin(app.Name, app.Namespace + ".Migrations", Usings);
        source.Line(
            $$"""
            [DbContext(typeof({{app.Name}}Context))]
            {{FileHeader.Mark}}
            internal sealed class {{app.Name}}ModelSnapshot : ModelSnapshot
            {
                protected override void BuildModel(ModelBuilder modelBuilder)
                {
                    modelBuilder.HasAnnotation("ProductVersion", GenomeMigration.ProductVersion);
                    {{app.Name}}Model.Configure(modelBuilder);
                }
            }
            """);
        return source.ToFile("ModelSnapshot.g.cs");
    }
}
