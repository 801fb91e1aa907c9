namespace Archiet.Genome.Binding;

/// <summary>Finds what an outline declares by name; its lists are in ordinal order of names.</summary>
public static class OutlineLookup
{
    /// <summary>The entity of a name, or null.</summary>
    public static EntityOutline? FindEntity(this GenomeOutline outline, string name) => FindEntity(outline.Entities, name);

    internal static EntityOutline? FindEntity(EquatableArray<EntityOutline> entities, string name) => Find(entities, name, static entity => entity.Name);

    /// <summary>The named scalar type of a name, or null.</summary>
    public static BoundScalarType? FindType(this BoundVocabulary vocabulary, string name) => Find(vocabulary.Types, name, static type => type.Name);

    /// <summary>The value of a name, or null.</summary>
    public static BoundValueType? FindValue(this BoundVocabulary vocabulary, string name) => Find(vocabulary.Values, name, static value => value.Name);

    /// <summary>The enum of a name, or null.</summary>
    public static BoundEnum? FindEnum(this BoundVocabulary vocabulary, string name) => Find(vocabulary.Enums, name, static choice => choice.Name);

    internal static BoundMixin? FindMixin(EquatableArray<BoundMixin> mixins, string name) => Find(mixins, name, static mixin => mixin.Name);

    internal static T? Find<T>(EquatableArray<T> items, string name, Func<T, string> nameOf)
        where T : class, IEquatable<T>
    {
        var low = 0;
        var high = items.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(nameOf(items[middle]), name);
            if (order == 0)
            {
                return items[middle];
            }
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }
}
