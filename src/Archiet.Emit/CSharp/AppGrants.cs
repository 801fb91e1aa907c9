using System.Globalization;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Who may do what, as the app hands it to the runtime.</summary>
internal static class AppGrants
{
    private static readonly Operations[] InOrder =
        [Operations.List, Operations.Read, Operations.Create, Operations.Update, Operations.Delete, Operations.Restore];

    public static void Write(SourceWriter source, AppModel app, string type)
    {
        source
            .Line($"static AccessTable IArchietApp<{type}>.Access {{ get; }} = new(")
            .Indent()
            .Wrapped("[", app.Roles.Select(role => CSharpText.Literal(role.Name)), ", ", "],")
            .Line($"{app.Entities.Count},")
            .Line("[")
            .Indent();
        foreach (var grant in app.Access.Grants)
        {
            Grant(source, app, grant);
        }
        source.Unindent().Line("]);").Unindent();
    }

    private static void Grant(SourceWriter source, AppModel app, GrantModel grant)
    {
        source.Write($"new({grant.Role:literal}, {grant.Ordinal}, {Verbs(grant.Operations)})");
        var facts = Facts(app, grant).ToList();
        if (facts.Count == 0)
        {
            source.Line($", // {grant.Entity}");
        }
        else if (grant.Where is null && grant.Fields is null)
        {
            source.Line($" {{ {string.Join(", ", facts)} }}, // {grant.Entity}");
        }
        else
        {
            source.Line($" // {grant.Entity}").Line("{").Indent();
            foreach (var fact in facts)
            {
                source.Line(fact + ",");
            }
            source.Unindent().Line("},");
        }
    }

    private static IEnumerable<string> Facts(AppModel app, GrantModel grant)
    {
        if (grant.Transitions != 0)
        {
            yield return "Transitions = 0x" + grant.Transitions.ToString("x", CultureInfo.InvariantCulture);
        }
        if (grant.Where is { } where)
        {
            yield return "Where = " + CSharpText.Literal(where);
        }
        if (grant.Fields is { } fields)
        {
            var set = "global::" + CSharpText.Namespace(app.ModelNamespace) + "." + app.Entities[grant.Ordinal].ClassName + "Fields.";
            yield return "See = " + Union(set, fields.SeeConstants);
            yield return "Set = " + Union(set, fields.SetConstants);
        }
    }

    private static string Union(string set, EquatableArray<string> constants) =>
        constants.Count == 0 ? "default" : string.Join(" | ", constants.Select(constant => set + CSharpText.Identifier(constant)));

    private static string Verbs(Operations operations) => operations == Operations.None
        ? "Verbs.None"
        : string.Join(" | ", InOrder.Where(operation => (operations & operation) != 0).Select(operation => "Verbs." + operation));
}
