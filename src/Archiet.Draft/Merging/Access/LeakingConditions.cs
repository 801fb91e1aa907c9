using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Access;

/// <summary>
/// Settles grants on some rows of an entity whose other rows the role learns of from rows that refer to them (ARC0250): the condition goes over to those rows too, unless a
/// person says otherwise.
/// </summary>
internal sealed class LeakingConditions(FieldMerge fields, MergeDesk desk)
{
    /// <summary>The grants with what was decided.</summary>
    public IEnumerable<MergedGrant> Settle(IEnumerable<MergedGrant> grants)
    {
        var settled = grants.ToList();
        // A grant that takes a condition over may leak in its turn; it is refused in the next attempt, and found here then.
        for (var i = 0; i < settled.Count; i++)
        {
            if (settled[i].Where.Length > 0 && desk.IsRefused($"capabilities.{settled[i].Capability}.allow.{settled[i].Entity}.where"))
            {
                Settle(settled, i);
            }
        }
        return settled.Where(static grant => grant.Operations.Count > 0);
    }

    private void Settle(List<MergedGrant> grants, int at)
    {
        var grant = grants[at];
        var referring = grants.Where(other => other.Role == grant.Role && other.Entity != grant.Entity && other.Where.Length == 0 && ReferenceTo(other.Entity, grant.Entity) is not null).ToList();
        var names = string.Join(", ", referring.Select(static other => other.Entity));
        var chosen = desk.Decide(
            QuestionCodes.Access, grant.Entity, $"leak {grant.Role}",
            $"Whoever is {grant.Role} sees only some rows of {grant.Entity}, and would learn of the others from {(names.Length > 0 ? names : "rows that refer to them")}. Which of those do they see?",
            [$"only those of the {grant.Entity} that they see", $"all of them, and all rows of {grant.Entity}", $"all of them, and no rows of {grant.Entity}"], grant.Evidence,
            referring.Select(static other => $"capabilities.{other.Capability}.allow.{other.Entity}"));
        if (chosen > 0)
        {
            grants[at] = chosen == 1 ? grant with { Where = "" } : grant with { Operations = default };
            return;
        }
        foreach (var other in referring)
        {
            var through = $"this.{ReferenceTo(other.Entity, grant.Entity)}";
            grants[grants.IndexOf(other)] = other with { Where = grant.Where.Replace("this.", through + ".", StringComparison.Ordinal).Replace("this ", through + " ", StringComparison.Ordinal) };
        }
    }

    private string? ReferenceTo(string from, string to) => fields.Of(from).Find(field => field is { IsRelationship: true, Owned: false, Many: false } && field.Type == to)?.Name;
}
