using System.Collections;
using System.Reflection;
using Archiet.Genome.Binding;

namespace Archiet.Cases.Tests;

/// <summary>The free texts of a genome, wherever in it they are: what an author may fill with anything, and what must nowhere be more than text.</summary>
internal static class GenomeTexts
{
    private static readonly string[] Prose = ["Description", "Message", "Version"];

    /// <summary>The same genome with a word in the place of every text that is not empty.</summary>
    public static BoundGenome Neutral(BoundGenome genome) => (BoundGenome)Rewrite(genome)!;

    private static object? Rewrite(object? part)
    {
        if (part is null or string)
        {
            return part;
        }
        var type = part.GetType();
        if (part is IEnumerable items)
        {
            var item = type.GetGenericArguments()[0];
            var list = items.Cast<object>().Select(Rewrite).ToArray();
            var array = Array.CreateInstance(item, list.Length);
            list.CopyTo(array, 0);
            return typeof(EquatableArray).GetMethods().Single(static method => method.Name == nameof(EquatableArray.Of) && method.GetParameters()[0].ParameterType.IsArray)
                .MakeGenericMethod(item).Invoke(null, [array]);
        }
        if (!IsRecord(type))
        {
            return part;
        }
        var copy = type.GetMethod("<Clone>$")!.Invoke(part, null)!;
        foreach (var property in type.GetProperties().Where(static property => property.CanWrite))
        {
            property.SetValue(copy, Value(property, part));
        }
        return copy;
    }

    private static object? Value(PropertyInfo property, object part) => property.GetValue(part) switch
    {
        string { Length: > 0 } when IsProse(property, part) => "text",
        string text => text,
        var other => Rewrite(other),
    };

    /// <summary>Descriptions and messages; defaults and examples where any text is one.</summary>
    private static bool IsProse(PropertyInfo property, object part) => Prose.Contains(property.Name, StringComparer.Ordinal)
        || (property.Name is "Default" or "Example" && part is BoundField { Type: { Kind: Kind.String or Kind.Text, Name: null }, Constraints.Pattern: null });

    private static bool IsRecord(Type type) => type.Assembly == typeof(BoundGenome).Assembly && type.GetMethod("<Clone>$") is not null;
}
