using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The row conditions of an entity as predicates for queries of the user's own: what the generated endpoints ask of each row, in Entity Framework's terms.</summary>
internal static class EntityConditions
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Conditions.Count == 0)
        {
            return;
        }
        var type = CSharpText.Identifier(entity.ClassName);
        source
            .Line()
            .Line($"/// <summary>The rows of <see cref=\"{type}\"/> that capabilities mean, for queries of your own.</summary>")
            .Line(FileHeader.MarkBeside(names))
            .Open($"public static class {entity.ClassName}Conditions");
        var scope = new CSharpScope(
            names, This: "row", Now: names.Static("Reckon") + ".Now()", Today: names.Static("Reckon") + ".Today()", User: "user", Tenant: "context.Tenant", Context: "context");
        var first = true;
        foreach (var condition in entity.Conditions)
        {
            if (!first)
            {
                source.Line();
            }
            first = false;
            source
                .Summary(condition.Description, "The rows of the capability " + condition.Name + ".")
                .Line("/// <param name=\"context\">The context of the query.</param>")
                .Line("/// <param name=\"user\">The id of the member row whose rows are meant, or null.</param>")
                .Line($"/// <remarks><c>{CSharpText.Escape(condition.Text)}</c></remarks>")
                .Line($"public static global::System.Linq.Expressions.Expression<global::System.Func<{type}, bool>> {Naming.Pascal(condition.Name):name}("
                    + $"{entity.AppName}Context context, {names["Guid"]}? user) =>")
                .Indent().Line("row => " + CSharpExpression.IsTrue(condition.Predicate, scope) + ";").Unindent();
        }
        source.Close();
    }
}
