using System.Text;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// The permissions of an app as a page to review: for each entity a table of roles and operations, and below it what of the rows and fields a grant means.
/// A change of the genome that gives anybody more shows in it.
/// </summary>
public static class PermissionsDocument
{
    private static readonly string[] InOrder = ["list", "read", "create", "update", "delete", "restore"];

    /// <summary>The page as UTF-8 without a byte order mark, "\n" only.</summary>
    public static byte[] Write(AppModel app)
    {
        var text = new StringBuilder("# Permissions of ").Append(app.Title).Append("\n\n")
            .Append("Made from the genome; edits are lost. `yes`: all rows and fields. A number names the grant below the table that says which rows and fields;\n")
            .Append("what several grants give adds up, row by row. What is not here nobody may do.\n");
        foreach (var entity in app.Access.Grants.GroupBy(grant => grant.Entity, StringComparer.Ordinal).OrderBy(entity => entity.Key, StringComparer.Ordinal))
        {
            Entity(text, app, entity.Key, entity.ToList());
        }
        CrossTenant(text, app);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Entity(StringBuilder text, AppModel app, string name, List<GrantModel> grants)
    {
        var narrow = grants.Where(grant => grant.Where is not null || grant.Fields is not null).Select(grant => Meaning(grant)).Distinct(StringComparer.Ordinal).ToList();
        var granted = new HashSet<string>(grants.SelectMany(OpenApiPermissions.OperationsOf), StringComparer.Ordinal);
        var operations = InOrder.Where(granted.Contains).Concat(grants.SelectMany(grant => grant.TransitionNames).Distinct(StringComparer.Ordinal)).ToList();
        Row(text.Append("\n## ").Append(name).Append("\n\n"), operations.Prepend("role"));
        Row(text, operations.Select(_ => "---").Prepend("---"));
        foreach (var role in app.Roles)
        {
            var own = grants.Where(grant => grant.Role == role.Name).ToList();
            if (own.Count > 0)
            {
                Row(text, operations.Select(operation => Cell(own, operation, narrow)).Prepend(role.Name));
            }
        }
        for (var at = 0; at < narrow.Count; at++)
        {
            text.Append(at == 0 ? "\n" : "").Append(CSharpText.Number(at + 1)).Append(". ").Append(narrow[at]).Append('\n');
        }
    }

    /// <summary>Code that is not held to one tenant is a permission like any other, and a larger one.</summary>
    private static void CrossTenant(StringBuilder text, AppModel app)
    {
        if (app.CrossTenant.Count > 0)
        {
            Row(text.Append("\n## Code that sees more than one tenant\n\n"), ["capability", "code", "roles"]);
            Row(text, ["---", "---", "---"]);
            foreach (var named in app.CrossTenant)
            {
                Row(text, [named.Capability, Code(named.Member), Names(named.Roles)]);
            }
        }
    }

    private static string Cell(List<GrantModel> grants, string operation, List<string> narrow)
    {
        var allowing = grants.Where(grant => OpenApiPermissions.OperationsOf(grant).Contains(operation)).ToList();
        return allowing.Count == 0 ? ""
            : allowing.Exists(grant => grant.Where is null && grant.Fields is null) ? "yes"
            : string.Join(" or ", allowing.Select(grant => narrow.IndexOf(Meaning(grant)) + 1).OrderBy(number => number).Select(CSharpText.Number));
    }

    private static string Meaning(GrantModel grant)
    {
        var rows = grant.WhereText is { } where ? "Rows where " + Code(where) + " (" + grant.Where + ")" : "All rows";
        var sets = grant.Fields is { } written && (grant.Operations & (Operations.Create | Operations.Update)) != 0 ? "; sets " + Names(written.Set) : "";
        return grant.Fields is { } fields ? rows + "; sees " + Names(fields.See) + sets + "." : rows + "; all fields.";
    }

    private static string Names(EquatableArray<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);

    // Two backticks, so that one within the text ends nothing.
    private static string Code(string text) => text.IndexOf('`') < 0 ? "`" + text + "`" : "`` " + text + " ``";

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");
}
