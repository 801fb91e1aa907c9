using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Cases.Tests;

/// <summary>
/// Makes up conditions over the fields that every ordinary entity of a made-up genome has (<see cref="EntityGenerator"/>). Each part of one compares other fields, so that none is
/// always true, never true, or at odds with another.
/// </summary>
internal static class ConditionGenerator
{
    /// <summary>Conditions over the row's own columns that ask for no time.</summary>
    public static Gen<string> OfColumns { get; } = Joined(
        Pick("<", "<=", "!=", ">", ">=").Select(static sign => $"this.level * 2 + 1 {sign} this.rank - 3"),
        Pick("<", "!=", ">").Select(static sign => $"this.until {sign} this.at"),
        Gen.Choose(1, 18).Select(static length => $"size(this.code) > {length}"),
        Pick("this.flag", "!this.flag", "this.flag == true", "this.flag != false"),
        Pick("this.size == 'x1'", "this.size != null", "this.size in ['small', 'class']"),
        Pick("this.note.contains('\\\\')", "this.note.startsWith(\"it's\")", "this.note == '{0}; --'", "this.note.matches('^[a-z]+$')"));

    /// <summary>Conditions that ask for the time too, as rules, guards and grants may.</summary>
    public static Gen<string> OfRows { get; } = Gen.OneOf(
        OfColumns, OfColumns.Select(static it => $"({it}) || this.due > today()"), OfColumns.Select(static it => $"this.at < now() + duration('P1D') && ({it})"));

    private static Gen<string> Pick(params string[] texts) => Gen.Elements(texts);

    private static Gen<string> Joined(params Gen<string>[] parts) =>
        from chosen in Gen.Shuffle(parts)
        from count in Gen.Choose(1, 3)
        from texts in Gen.CollectToList(chosen.Take(count), static part => part)
        from between in Gen.Elements(" && ", " || ")
        select string.Join(between, texts.Select(static text => $"({text})"));
}
