using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The rules of an entity: each a constraint with a name of its own, and what the data path asks of a row before the database does.</summary>
internal static class EntityRules
{
    /// <summary>The class with the rules, as members of the entity name it.</summary>
    public static string ClassOf(EntityModel entity, TypeNames names) => names.Own(entity.ClassName + "Rules");

    /// <summary>The class with the rules; an entity without rules has none.</summary>
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Rules.Count == 0)
        {
            return;
        }
        source
            .Line()
            .Line($"/// <summary>What the genome says of every <see cref=\"{entity.ClassName:name}\"/>: it is never false.</summary>")
            .Line(FileHeader.MarkBeside(names))
            .Open($"public static class {entity.ClassName}Rules");
        for (var at = 0; at < entity.Rules.Count; at++)
        {
            var rule = entity.Rules[at];
            var constraint = entity.Constraints.First(known => known.Name == rule.Constraint);
            if (at > 0)
            {
                source.Line();
            }
            source
                .Line($"/// <summary>{Prose(constraint.Message)} In the genome: <c>{Prose(rule.Description)}</c>.</summary>")
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
            source.Line($"{signature} => Check(it, known, findings);");
            return;
        }
        var scope = new CSharpScope(names);
        source.Open(signature);
        foreach (var rule in checks)
        {
            source
                .Open($"if (known.Has({Known(entity, rule, names)}) && ({CSharpExpression.IsFalse(rule.Check!, scope)}))")
                .Line($"findings.Add<{entity.ClassName:name}>({ClassOf(entity, names)}.{rule.Member:name});")
                .Close();
        }
        source.Line("Check(it, known, findings);").Close();
    }

    private static string Known(EntityModel entity, RuleModel rule, TypeNames names)
    {
        var fields = names.Own(entity.ClassName + "Fields");
        return string.Join(" | ", rule.Known.Select(field => fields + "." + CSharpText.Identifier(field)));
    }

    private static string Prose(string text) => CSharpText.Escape(text.Replace('\n', ' '));
}
