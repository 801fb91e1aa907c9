using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// Who may do what, at the root of the document: for each role and each entity its grants. A grant means the rows for which <c>where</c> is true, all without one;
/// it shows the fields of <c>see</c> and lets those of <c>set</c> be written, all without these. What several grants give adds up, row by row.
/// </summary>
internal static class OpenApiPermissions
{
    private static readonly Operations[] InOrder =
        [Operations.List, Operations.Read, Operations.Create, Operations.Update, Operations.Delete, Operations.Restore];

    public static JsonWriter Write(JsonWriter json, AppModel app)
    {
        json.Open("x-archiet-permissions");
        foreach (var role in app.Access.Grants.GroupBy(grant => grant.Role, StringComparer.Ordinal))
        {
            json.Open(role.Key);
            foreach (var entity in role.GroupBy(grant => grant.Entity, StringComparer.Ordinal))
            {
                json.Member(entity.Key, "[" + string.Join(",", entity.Select(Grant)) + "]");
            }
            json.Close();
        }
        return json.Close();
    }

    /// <summary>The operations of a grant as the genome names them, transitions behind the others.</summary>
    public static IEnumerable<string> OperationsOf(GrantModel grant) =>
        InOrder.Where(operation => (grant.Operations & operation) != 0).Select(Name).Concat(grant.TransitionNames);

    private static string Name(Operations operation) => operation.ToString().ToLowerInvariant();

    private static string Grant(GrantModel grant)
    {
        var json = new JsonWriter().OpenInline().Array("operations", OperationsOf(grant));
        if (grant is { Where: { } capability, WhereText: { } where })
        {
            json.Text("capability", capability).Text("where", where);
        }
        if (grant.Fields is { } fields)
        {
            json.Array("see", fields.See).Array("set", fields.Set);
        }
        return json.Close().ToString();
    }
}
