using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Names;

/// <summary>Names of entities and enums that can be told apart, with the C# types that are emitted beside them; upper and lower case count as equal.</summary>
internal sealed class TypeNames
{
    private static readonly string[] BesideEntity = ["", "Fields", "Conditions", "Rules", "Seeds"];
    private static readonly string[] BesideEnum = ["", "Names", "Converter"];

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for an entity, and the class where it needs another one.</summary>
    public (string Name, string Class) TakeEntity(string wanted)
    {
        var name = Take(wanted, name => Free(name, BesideEntity));
        var needsClass = BesideEntity.Any(ending => ImplicitTypes.Contains(name + ending)) || ReservedNames.EntityMembers.Find(name) == name;
        var ofClass = needsClass ? Take(name + "Row", candidate => Free(candidate, BesideEntity)) : "";
        Add(name, BesideEntity);
        Add(ofClass, BesideEntity);
        return (name, ofClass);
    }

    /// <summary>A name for an enum.</summary>
    public string TakeEnum(string wanted)
    {
        var name = Take(wanted, name => Free(name, BesideEnum) && !BesideEnum.Any(ending => ImplicitTypes.Contains(name + ending)));
        Add(name, BesideEnum);
        return name;
    }

    /// <summary>The name, or the name with the least number behind it that is free.</summary>
    public static string Take(string wanted, Func<string, bool> isFree)
    {
        var name = wanted;
        for (var i = 2; !isFree(name); i++)
        {
            name = FormattableString.Invariant($"{wanted}{i}");
        }
        return name;
    }

    private bool Free(string name, string[] endings) => !endings.Any(ending => taken.Contains(name + ending));

    private void Add(string name, string[] endings)
    {
        if (name.Length > 0)
        {
            taken.UnionWith(endings.Select(ending => name + ending));
        }
    }
}
