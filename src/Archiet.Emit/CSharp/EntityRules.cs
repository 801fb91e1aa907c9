using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The rules of an entity: each a constraint with a name of its own, and what the data path asks of a row before the database does.</summary>
internal static class EntityRules
{
    private const string Class = "Rules";

    /// <summary>The rule as other members of the class name it.</summary>
    public static string Reference(RuleModel rule) => Class + "." + CSharpText.Identifier(rule.Member);

    /// <summary>The nested class with the rules; an entity without rules has none.</summary>
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Rules.Count == 0)
        {
            return;
        }
        source
            .Line()
            .Line("/// <summary>What the genome says of every row: it is never false.</summary>")
            .Open("public static class " + Class);
        for (var at = 0; at < entity.Rules.Count; at++)
        {
            var rule = entity.Rules[at];
            var constraint = entity.Constraints.First(known => known.Name == rule.Constraint);
            if (at > 0)
            {
                source.Line();
            }
            source
                .Line("/// <summary>" + CSharpText.Escape(constraint.Message.Replace('\n', ' ')) + " In the genome: <c>" + CSharpText.Escape(rule.Description.Replace('\n', ' ')) + "</c>.</summary>")
                .Write($"public static readonly {names["Constraint"]} {rule.Member:name} = ");
            EntityTableText.Made(source, entity, constraint, names);
            source.Line(";");
        }
        source.Close();
    }

    /// <summary>What is asked of the fields that a request gives; what other fields or rows have a say in, the database tells.</summary>
    public static void Validate(SourceWriter source, EntityModel entity, TypeNames names, string signature)
    {
        var checks = entity.Rules.Where(rule => rule.Check is not null).ToList();
        if (checks.Count == 0)
        {
            source.Line(signature + " => Check(it, known, findings);");
            return;
        }
        var scope = new CSharpScope(names);
        source.Open(signature);
        foreach (var rule in checks)
        {
            source
                .Open("if (known.Has(" + Known(entity, rule, names) + ") && (" + CSharpExpression.IsFalse(rule.Check!, scope) + "))")
                .Line("findings.Add<" + CSharpText.Identifier(entity.ClassName) + ">(" + Reference(rule) + ");")
                .Close();
        }
        source.Line("Check(it, known, findings);").Close();
    }

    private static string Known(EntityModel entity, RuleModel rule, TypeNames names) =>
        string.Join(" | ", rule.Known.Select(field => names.Own(entity.ClassName + "Fields") + "." + CSharpText.Identifier(field)));
}
