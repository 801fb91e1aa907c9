using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Fields;

/// <summary>The enums of the draft, one for each field that has its values listed.</summary>
internal sealed class EnumTable(TypeNames names, MergeDesk desk)
{
    private readonly List<MergedEnum> enums = [];
    private readonly Dictionary<(string Enum, string Key), string> members = [];

    /// <summary>In the order of their fields.</summary>
    public IReadOnlyList<MergedEnum> All => enums;

    /// <summary>Makes the enum of a field; null where no value is left to be a member.</summary>
    public string? Add(string entity, string field, IEnumerable<(string Value, EquatableArray<string> Evidence)> values)
    {
        var name = names.TakeEnum(entity + GenomeNames.Property(field));
        var made = new List<MergedMember>();
        foreach (var group in values.GroupBy(static value => string.Join(' ', NameWords.Split(value.Value)), StringComparer.Ordinal))
        {
            var evidence = desk.Ledger.Union(group.Select(static value => value.Evidence));
            if (MemberOf(group.Key) is not { } wanted)
            {
                desk.LeaveNameless(QuestionCodes.Fields, $"{entity}.{field}", group.First().Value, evidence);
                continue;
            }
            var member = TypeNames.Take(wanted, candidate => !made.Exists(known => string.Equals(known.Name, candidate, StringComparison.OrdinalIgnoreCase)));
            if (!desk.Refuses($"enums.{name}.{member}", QuestionCodes.Fields, $"{entity}.{field}", evidence))
            {
                var text = SafeText.Of(group.First().Value, 120);
                made.Add(new(member, string.Equals(text, GenomeNames.Words(member), StringComparison.OrdinalIgnoreCase) ? "" : text, evidence));
                members.TryAdd((name, group.Key), member);
            }
        }
        if (made.Count == 0 || desk.Refuses("enums." + name, QuestionCodes.Fields, $"{entity}.{field}", EquatableArray<string>.Empty))
        {
            return null;
        }
        enums.Add(new(name, made.ToEquatableArray(), desk.Ledger.Union(made.Select(static member => member.Evidence))));
        return name;
    }

    /// <summary>The member of an enum that a word means, or null.</summary>
    public string? Find(string choice, string word) => members.GetValueOrDefault((choice, string.Join(' ', NameWords.Split(word))));

    /// <summary>Takes a member out that no row will ever have.</summary>
    public void Remove(string choice, string member)
    {
        var at = enums.FindIndex(known => known.Name == choice);
        enums[at] = enums[at] with { Members = enums[at].Members.Where(known => known.Name != member).ToEquatableArray() };
    }

    /// <summary>Whether a type is one of these enums.</summary>
    public bool Has(string type) => enums.Exists(known => known.Name == type);

    /// <summary>The members of an enum, in their order.</summary>
    public IReadOnlyList<string> Members(string choice) => [.. enums.First(known => known.Name == choice).Members.Select(static member => member.Name)];

    /// <summary>A member's name: one that begins with a digit has a letter before it.</summary>
    private static string? MemberOf(string words)
    {
        var first = words.Length > 0 && char.IsAsciiDigit(words[0]) ? "v " : "";
        return NameWords.Field(first + words);
    }
}
