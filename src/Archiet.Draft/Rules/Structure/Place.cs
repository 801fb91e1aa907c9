using System.Text.RegularExpressions;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Rules.Structure;

/// <summary>A sentence with what it stands under: headings, the line that leads into its list or table, and the items above its own.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Index">Its index among the places.</param>
/// <param name="Labels">What leads into it, outermost first: not headings.</param>
/// <param name="LabelIds">The ids of the sentences that those are.</param>
/// <param name="Part">The kind of section.</param>
internal sealed partial record Place(Sentence Sentence, int Index, IReadOnlyList<string> Labels, IReadOnlyList<string> LabelIds, SectionKind Part)
{
    /// <summary>Its id as evidence.</summary>
    public string Id => Sentence.Id;

    /// <summary>Its text, without the number of a requirement at its beginning: <c>FR-12</c>.</summary>
    public string Text { get; } = Number().Replace(Sentence.Text, "", 1);

    /// <summary>The nearest line that leads into it, or nothing.</summary>
    public string Label => Labels.Count > 0 ? Labels[^1] : "";

    /// <summary>What it stands under, nearest first: labels, then headings.</summary>
    public IEnumerable<string> Above => Labels.Reverse().Concat(Sentence.Headings.Reverse());

    /// <summary>It and the line that leads into it, as evidence.</summary>
    public EquatableArray<string> WithLabel => LabelIds.Count > 0 ? EquatableArray.Of(LabelIds[^1], Id) : EquatableArray.Of(Id);

    [GeneratedRegex(@"^\(?\[?[A-Z]{1,6}(?:[-_. ][A-Z]{1,6})?[-_. ]?[0-9]+(?:[.\-][0-9]+)*\]?\)?[.:)]? +(?:[-–] +)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    /// <summary>It as evidence.</summary>
    public EquatableArray<string> Alone => EquatableArray.Of(Id);
}
