using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Enums, with a C# name for each member.</summary>
internal static class EnumLowering
{
    public static EnumModel Lower(BoundEnum value) => new(value.Name, value.Description, Members(value).ToEquatableArray());

    /// <summary>The C# name of the member with a stored name.</summary>
    public static string MemberOf(BoundEnum value, string name) => Members(value).First(member => member.Name == name).Member;

    private static IEnumerable<EnumMemberModel> Members(BoundEnum value)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            // Two stored names may differ in case or separators only: the later one gets an underscore more.
            var name = Naming.Pascal(member.Name);
            while (!taken.Add(name))
            {
                name += "_";
            }
            yield return new EnumMemberModel(name, member.Name, member.Description);
        }
    }
}
