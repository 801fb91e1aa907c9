using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Enums, with a C# name for each member.</summary>
internal static class EnumLowering
{
    public static EnumModel Lower(BoundEnum value) => new(value.Name, value.Description, Members(value).ToEquatableArray()) { Extensions = value.Extensions };

    /// <summary>The C# name of the member with a name in the genome.</summary>
    public static string MemberOf(EnumModel value, string name) => Member(value, name).Member;

    /// <summary>The name in JSON and in the database of the member with a name in the genome.</summary>
    public static string StoredOf(EnumModel value, string name) => Member(value, name).Name;

    private static EnumMemberModel Member(EnumModel value, string name)
    {
        foreach (var member in value.Members)
        {
            if (member.Origin == name)
            {
                return member;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(name), name, "The enum " + value.Name + " has no such member.");
    }

    private static List<EnumMemberModel> Members(BoundEnum value)
    {
        var members = new List<EnumMemberModel>(value.Members.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            // Two names may differ in case or separators only: the later one gets an underscore more.
            var name = Naming.Pascal(member.Name);
            while (!taken.Add(name))
            {
                name += "_";
            }
            members.Add(new EnumMemberModel(name, member.Stored, member.Description) { Origin = member.Name, Was = member.Was, Extensions = member.Extensions });
        }
        return members;
    }
}
