using Archiet.Draft.Merging.Names;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Names of an entity's fields that can be told apart from each other and from what every row has.</summary>
internal sealed class MemberNames
{
    private readonly EntityStub entity;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public MemberNames(EntityStub entity, bool isMember)
    {
        this.entity = entity;
        var ofClass = entity.Class.Length > 0 ? entity.Class : entity.Name;
        taken.UnionWith([.. (isMember ? ReservedNames.MemberEntityMembers : ReservedNames.EntityMembers).Names, ofClass, ofClass + "Fields"]);
        taken.UnionWith(ReservedNames.SystemColumns.Names);
    }

    /// <summary>A name near the one that is wanted, taken.</summary>
    /// <param name="wanted">camelCase.</param>
    /// <param name="isReference">Whether the id of the row that it leads to has a member too.</param>
    public string Take(string wanted, bool isReference)
    {
        var name = IsFree(wanted, isReference) ? wanted : TypeNames.Take(Longer(wanted), candidate => IsFree(candidate, isReference));
        taken.Add(name);
        if (isReference)
        {
            taken.Add(name + "Id");
        }
        return name;
    }

    /// <summary>Gives a name back.</summary>
    public void Free(string name) => taken.Remove(name);

    private bool IsFree(string name, bool isReference) => !taken.Contains(name) && (!isReference || !taken.Contains(name + "Id"));

    /// <summary><c>version</c> of a document is its <c>documentVersion</c>.</summary>
    private string Longer(string wanted)
    {
        var own = NameWords.Camel(entity.Name);
        return own is not null && own != wanted && own.Length + wanted.Length <= GenomeNames.LongestName - 8 ? own + GenomeNames.Property(wanted) : wanted + "Value";
    }
}
