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
        var facts = Facts(grant).ToList();
        if (grant is { Where: null, Fields: null })
        {
            source.Line($"{(facts.Count == 0 ? "" : " { " + string.Join(", ", facts) + " }")}, // {grant.Entity}");
        }
        else
        {
            source.Line($" // {grant.Entity}").Line("{").Indent();
            foreach (var fact in facts)
            {
                source.Line(fact + ",");
            }
            if (grant.Fields is { } fields)
            {
                Set(source, "See = ", app.Entities[grant.Ordinal], fields.SeeConstants, app);
                // Of other grants nobody asks what they set.
                if ((grant.Operations & (Operations.Create | Operations.Update)) != 0)
                {
                    Set(source, "Set = ", app.Entities[grant.Ordinal], fields.SetConstants, app);
                }
            }
            source.Unindent().Line("},");
        }
    }

    private static IEnumerable<string> Facts(GrantModel grant)
    {
        if (grant.Transitions != 0)
        {
            yield return "Transitions = 0x" + grant.Transitions.ToString("x", CultureInfo.InvariantCulture);
        }
        if (grant.Where is { } where)
        {
            yield return "Where = " + CSharpText.Literal(where);
        }
    }

    private static void Set(SourceWriter source, string start, EntityName entity, EquatableArray<string> constants, AppModel app)
    {
        var set = "global::" + CSharpText.Namespace(app.ModelNamespace) + "." + entity.ClassName + "Fields.";
        source.Wrapped(start, constants.Select(constant => set + CSharpText.Identifier(constant)).DefaultIfEmpty("default"), " | ", ",");
    }

    private static string Verbs(Operations operations) => operations == Operations.None
        ? "Verbs.None"
        : string.Join(" | ", InOrder.Where(operation => (operations & operation) != 0).Select(operation => "Verbs." + operation));
}
